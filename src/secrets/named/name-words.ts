import { wordSet } from '../../word-set.ts';

// Words that decide what a name promises. Data, so that a reader sees at once why a name counts or doesn't.

/** Ends a name that tells something about a secret and holds none: `token_digest`, `secretName`, `key_file`. */
export const ENDS_OTHERWISE = wordSet(`
  public pub cert crt certificate cache commit digest digests hash hashes sha sha1 sha256 sha512 md5 checksum crc
  id ids uid guid identifier identifiers name names ref refs reference references env file files filename path paths dir directory folder type types usage usages limit limits policy
  policies prefix suffix url urls uri uris endpoint host hostname port server domain count length len size max min num number
  index idx version regex regexp pattern schema field fields header headers label labels description desc title placeholder
  format algorithm algo alg mode method methods status state enabled disabled required optional allowed kind class arn
  location store storage manager provider service scope scopes role roles expiry expires expired expiration expire ttl age
  timeout duration interval time date at created updated rotation rotated validity validator validation error errors message
  msg example template source bits rounds iterations strength column table row map list set group option options settings
  generator factory handler helper util utils spec doc docs link page form input button icon hint info budget cost price
  window rate used remaining total bucket ring pair binding selector thumbprint fingerprint kid issuer audience subject
  signature sig counter parser lexer stream tokenizer tokens keys char chars character characters callback listener hook
  event request response client user username account owner org organization team project repo region zone cluster section
  step stage check checker test tests fixture mock model entity object dto bean builder wrapper helper interface impl enum
  management authentication exception reset change changed changes update recovery recover forgot confirm confirmation
  prompt question answer mask masked visible visibility show hide toggle rules rule requirements requirement requires
  complexity history reuse less manager storage vault engine backend frontend flow grant granted issued revoked revocation
  introspection exchange endpoint parameter parameters param params property properties attribute attributes argument
  not found missing invalid failed failure wrong incorrect mismatch expired empty null undefined pos position offset span
  address addresses frequency press down up code codes
`);

/** Begins the name of a token that a parser, a page of results, a form or a test has. */
export const ORDINARY_TOKENS = wordSet(`
  public publishable pub cache csrf xsrf page pagination next prev previous continuation cursor sync syntax parse parser lexer
  operator punctuation start begin end eof bos eos sep pad unk cls comma brace bracket paren mock fake cancel cancellation
  stop special digest hash commit example invalid
`);

/** Begins the name of an ordinary key, pass or authority. */
export const ORDINARY_KEYS = wordSet(`
  sha id name ref env file type usage limit policy prefix primary foreign partition sort row column idempotency map dict object
  json yaml hot short arrow tab enter lookup group index routing composite natural surrogate unique sorting i18n locale message
  lang shift keyboard press down up react list item node tree search query param tracking first last bypass high low known
  authorized trusted websocket registry etag encode decode valid verify verification encrypted
`);

/** Says which one of several secrets it is: `password_prod`, `tokenValue`, `secret_old`. */
export const QUALIFIERS = wordSet(`
  prod production dev develop development staging stage live sandbox qa uat old new current backup default value val str
  string text base plain plaintext raw primary secondary master slave admin root const constant b64 base64 encoded hex secure
  super internal external eu us local main one two a b c v1 v2 v3 temp tmp override fallback literal data body content
`);

export const PASSWORDS = wordSet(`
  password passwd passphrase passcode pwd pass passw pswd psw pword pw psk passwords kennwort passwort senha parola contrasena
  contraseña motdepasse wachtwoord requirepass masterauth heslo senord passord adgangskode salasana
`);

export const STRONG = wordSet(`
  token secret secrets creds credentials credential apikey passkey authtoken accesstoken secretkey privatekey accesskey bearer
  apitoken clientsecret appsecret
`);

export const WEAK = wordSet(`
  key auth authorization pat salt jwt seed mnemonic pin otp totp cookie session cred pepper webhook license authkey
`);
