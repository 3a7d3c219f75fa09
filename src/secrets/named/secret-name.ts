/**
 * What a name promises about its value. `password`: chosen by people, so any text may be one. `strong`: a drawn token.
 * `weak`: may as well be a map's key or a kind of authentication.
 */
export type NameKind = 'password' | 'strong' | 'weak';

/** A name that ends so tells something about a secret, and holds none: `token_digest`, `secretName`, `key_file`. */
const ENDS_OTHERWISE = new Set(
  (
    'public cache commit digest hash hashes sha sha1 sha256 md5 checksum id ids name names ref refs reference env file files ' +
    'filename path paths dir directory folder type types usage usages limit limits policy policies prefix suffix url urls uri ' +
    'uris endpoint host port server domain count length len size max min num number index idx version regex pattern schema ' +
    'field fields header headers label labels description desc title placeholder format algorithm algo alg mode method ' +
    'status state enabled disabled required optional allowed kind class arn location store storage manager provider service ' +
    'scope scopes role roles expiry expires expiration expire ttl age timeout duration interval time date at created updated ' +
    'rotation rotated validator validation error message msg text example template source bits rounds iterations strength ' +
    'column table row map list set group option options config settings generator factory handler helper util utils test tests ' +
    'spec doc docs link page form input button icon hint help info usage budget cost price window rate used remaining total ' +
    'per_second bucket ring pair binding selector thumbprint fingerprint kid issuer audience subject signature sig counter ' +
    'parser lexer stream ization izer tokenizer tokens keys count cnt char chars character'
  ).split(' '),
);

/** A weak name that begins so is an ordinary key, token or pass. */
const BEGINS_OTHERWISE = new Set(
  (
    'public publishable pub cache commit digest hash sha id name ref env file type usage limit policy prefix primary foreign ' +
    'partition sort row column idempotency map dict object json yaml hot short arrow tab enter lookup group index routing ' +
    'partitioning composite natural surrogate unique sorting storage config translation i18n locale message lang shift ' +
    'keyboard key press down up react list item node tree search query param session tracking row first last next prev ' +
    'previous bypass by high low rsa dsa host known authorized trusted gpg pgp ssh'
  ).split(' '),
);

const PASSWORD_WORD =
  /^(?:password|passwd|passphrase|passcode|pwd|pass|passw|pswd|psw|pword|contrase.a|kennwort|passwort|senha|parola)\d*$/;
const PASSWORD_PART =
  /passw(?:or)?d|passphrase|passwort|(?:db|user|root|admin|my|mysql|smtp|ftp|ssh|sa|ldap|pg)(?:pass|pwd)$/;
const STRONG_PART =
  /api-?key|apitoken|secret|private-?key|access-?key|authkey|masterkey|signingkey|encryptionkey|encryptkey|decryptionkey|accountkey|sharedkey|securitykey|servicekey|licensekey|deploykey|subscriptionkey|functionkey|sessionkey|appkey|application-?key|adminkey|hmackey|cryptkey|storagekey|clientkey|serverkey|integrationkey|ingestkey|writekey|authtoken|accesstoken|bearer|credential|jwttoken|webhookkey|consumerkey|userkey|hostkey|projectkey|keysecret/;
const STRONG_WORD = /^(?:token|secret|secrets|creds|credentials|apikey|passkey|authtoken)\d*$/;
const STRONG_TAIL = /token$/;
const WEAK_WORD =
  /^(?:key|auth|authorization|pat|salt|jwt|seed|mnemonic|pin|otp|totp|cookie|session|cred|pepper|psk|webhook|license|authkey|nonce)\d*$/;
const WEAK_TAIL = /(?:key|auth)$/;

const MAX_NAME = 120;

export function wordsOf(name: string): readonly string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

/** `undefined` for a name that promises nothing. Camel, snake, kebab and dotted case are read alike. */
export function kindOfName(name: string): NameKind | undefined {
  if (name.length > MAX_NAME) return undefined;
  const words = wordsOf(name);
  const last = words.findLast((word) => !/^\d+$/.test(word));
  if (last === undefined || ENDS_OTHERWISE.has(last)) return undefined;
  const joined = words.join('');
  if (/public|publishable|sitekey|placeholder|example/.test(joined)) return undefined;
  if (PASSWORD_WORD.test(last) || PASSWORD_PART.test(joined)) return 'password';
  if (STRONG_PART.test(joined) || STRONG_WORD.test(last)) return 'strong';
  if (words.some((word) => BEGINS_OTHERWISE.has(word))) return undefined;
  if (STRONG_TAIL.test(last)) return 'strong';
  if (
    WEAK_WORD.test(last) ||
    (WEAK_TAIL.test(last) && !/^(?:monkey|turkey|donkey|whiskey|hockey|jockey)$/.test(last))
  ) {
    return 'weak';
  }
  return undefined;
}
