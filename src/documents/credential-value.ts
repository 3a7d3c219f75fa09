import { classOf } from './class-name.ts';

// Names that mix letters and digits and are common in classes.
const KNOWN_MIXED =
  /^(?:oauth[12]?a?|saml2?|oidc|v\d{1,3}|s3|ec2|k[38]s|x509|ed25519|rsa\d{4}|sha\d{1,3}|base64|m2m|2fa|u2f|fido2|pkcs\d{1,2}|p12|tls1\d?|http2|r\d{1,3}|stage\d|ipv[46])$/i;

/** How often letters give way to digits or back. */
function changes(segment: string): number {
  return segment.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
}

function caseChanges(segment: string): number {
  return segment.match(/[a-z](?=[A-Z])|[A-Z]{2}(?=[a-z])/g)?.length ?? 0;
}

function isRandom(segment: string): boolean {
  if (KNOWN_MIXED.test(segment)) return false;
  if (segment.length >= 6 && /[a-z]\d+[a-z]/i.test(segment)) return true;
  if (segment.length >= 8 && changes(segment) >= 2) return true;
  if (segment.length >= 12 && /^[0-9a-f]+$/i.test(segment) && /\d/.test(segment)) return true;
  // Six digits and more, unless they are a date.
  if (/^\d{6,}$/.test(segment) && !/^20\d{4}(?:\d{2})?$/.test(segment)) return true;
  return segment.length > 32 || (segment.length >= 16 && caseChanges(segment) >= 3);
}

const NAMED =
  /\b(?:pass(?:word|wd|phrase)|pwd|secret|token|key)\s{0,4}(?:=|:|\bis\b)\s{0,4}(?!(?:none|no|not|never|empty)\b)[^\s;]/i;
const TYPED =
  /\b(?:bearer|basic)\s{1,4}[\w.+/=-]{8}|-----BEGIN|:\/\/[^\s/@]{1,200}@|\b(?:sk-|gh[opsu]_|github_pat_|glpat-|xox[abprs]-|AKIA|ASIA|AIza|eyJ|hf_|npm_|ya29\.)[\w-]{10}/i;

/** `user:tulip`, `jp:pass`; neither `env:CASE_TOKEN` nor `user:keychain`. */
const PAIRED = /^([A-Za-z][\w.@-]{0,80}):([^\s:/]{1,80})$/;
const USER = /^(?:user(?:name)?|admin(?:istrator)?|root)$|@/i;
const STORE =
  /oauth|config|keychain|keyring|env|vault|file|profile|session|subscription|local|none|store|manager|class/i;

function isLogin(token: string): boolean {
  const [, name = '', word = ''] = PAIRED.exec(token) ?? [];
  if (/^(?:pass(?:wd|word)?|pwd)$/i.test(word)) return true;
  return USER.test(name) && word !== '' && !STORE.test(word);
}

/**
 * Whether a text that should name a class of credentials holds a value of one. The detectors know the shapes of secrets;
 * here, where a value has no business at all, what merely looks made up is enough.
 */
export function looksLikeValue(text: string): boolean {
  if (NAMED.test(text) || TYPED.test(text)) return true;
  const tokens = text.split(/[\s;,()"'`]+/).filter((token) => token !== '');
  const bare = tokens.filter((token) => !/^\$\{?[A-Za-z_]\w*\}?$/.test(token));
  if (bare.some((token) => /[!%^*=\\]|[@#$&][A-Za-z\d]/.test(token))) return true;
  if (bare.some(isLogin)) return true;
  if (bare.some((token) => token.split(/[^A-Za-z\d]+/).some(isRandom))) return true;
  // `hunter2` alone is no class; `codex2-oauth` may be one.
  const name = classOf(text);
  return /^[A-Za-z]{2,}\d{1,8}$/.test(name) && !KNOWN_MIXED.test(name);
}
