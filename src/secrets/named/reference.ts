import { looksDrawn } from './drawn.ts';
import { kindOfName } from './secret-name.ts';
import { isSelector } from './selector.ts';
import { isWrittenName } from './written-name.ts';

/** Names of things, calls, paths and templates: what stands where a secret will be put in. */

const TEMPLATE =
  /\$\{[\w.:?/ =-]{0,120}\}|\$\(|\{\{.{0,200}\}\}|^\{[\w.:-]{0,60}\}$|^\$[A-Za-z_]|^%[A-Za-z_][\w.]{0,60}%$|^%env\([^()\s]{1,200}\)%$|^<[^<>\n]{1,80}>$|%\([A-Za-z_]\w{0,60}\)s|%[sdv]\b|\{[a-z_][a-z_.]{1,40}\}|^@[A-Za-z_.-]{1,60}@?$|<%|^#\{|^__\w{1,60}__$|^!(?:Ref|Sub|GetAtt|ImportValue|vault|secret)\b|^\[\[?[A-Za-z_ .-]{1,60}\]\]?$/;

/** `${passwords["api"]}`, `{{passwords["api"]}}`, `'…='.$c['password']`, `"…="+read("x")`: a quote within ended the text. */
const CUT_TEMPLATE =
  /^(?:\$\{|\{\{?)[A-Za-z_][\w.]{0,80}[[(]\\?$|^\.[ ]?\$[A-Za-z_][\w>:-]{0,80}(?:$|[[(])|^\+[A-Za-z_$][\w.$]{0,80}[[(]$/;

const LOCATION =
  /^[a-z][a-z0-9+.-]{1,20}:\/\/|^(?:\.{0,2}\/|~\/|[A-Z]:\\|\\\\)[\w.@ -]|^[\w-]{1,40}(?:\/[\w.-]{1,40}){2,9}\.[a-z]{1,5}$|^[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,4}\.[a-z]{2,6}(?:\/[\w.~@-]{1,60}){1,9}$/i;

/** What secret stores, clouds, registries and CI systems write for "look it up there". */
const LOOKUP =
  /^(?:arn|urn|projects|vault|secret|secrets|op|env|file|ref|gcp|aws|azure|sops|ssm|keyvault|kv|akv|kms|enc|key|data|bao|infisical|doppler|credstash|hiera|lookup|npm|workspace|link|portal)[:/]|^(?:ENC\[|AgA?[A-Za-z0-9+/]{150})|process\.env|os\.environ|getenv|System\.get|secrets?\.[A-Za-z]|\benv\.[A-Z]|(?:^|\b)(?:config|self|this|vars?|data|module|local|settings|request|req|props|options|params|args|ctx)\.[A-Za-z]/i;

/** `akv!db-pass-2`, `kv#api-key`: a store, and the name of a secret in it. `admin:password` is a login. */
const STORED = /^[a-z][a-z0-9+-]{1,14}[!#]((?:[\w-]{1,40}[/.]){0,6}[\w-]{1,60})$/;

/** JSON's pointers: `#/components/schemas/Login2`, `../common.yaml#/Secret2`. https://www.rfc-editor.org/rfc/rfc6901 */
const POINTER = /^[\w./-]{0,80}#\/(?:\$?[A-Za-z][\w.~%-]{0,80}\/){0,9}\$?[A-Za-z][\w.~%-]{0,80}$/;

/** `v1.2.0`, `^1.2.0`, `>=2`, `2.4.1-rc.3`. https://semver.org */
const VERSION =
  /^(?:[~^]|[<>]=?)?v?\d{1,4}(?:\.(?:\d{1,6}|[x*])){1,3}(?:[-.]?(?:alpha|beta|rc|pre|preview|dev|snapshot|next|canary|post|final|release|build)[.-]?\d{0,8}(?:\.\d{1,8})?)?(?:\+[\w.]{1,40})?$/i;

/** Who keeps it: `@mira-n2`, `@acme/team-2`, `#team-platform2`. A made-up password has capitals, other signs or more digits. */
const HANDLE =
  /^@(?!dmin)[a-z]{2,30}(?:[-_][a-z]{1,30}){0,4}\d{0,2}$|^@[a-z][a-z0-9-]{1,38}\/[a-z][a-z0-9-]{1,38}$/;

/** `mira.n@acme.io`. */
const MAIL = /^[a-z][a-z0-9._+-]{0,60}@[a-z][a-z0-9-]{0,60}(?:\.[a-z][a-z0-9-]{0,60}){0,4}\.[a-z]{2,10}$/;

/** `md5($password)`, `bcrypt(md5(pw))`, `read_secret()`, `env('PW')`. */
const CALL = /^(?:[A-Za-z_$][\w.:>-]{0,60}\(){1,4}(?:[$@&"']?[A-Za-z_][\w.>-]{0,60}["']?)?\){1,4}$/;

const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Base64 begins with a slash once in 64 times; a path of one word after the other holds one in small letters. */
function isBase64WithSlash(text: string): boolean {
  return (
    /^\/[A-Za-z0-9+/]{31,}={0,2}$/.test(text) &&
    !/\/[a-z]{2,}(?:\/|$)/.test(text) &&
    isMixed(text) &&
    looksDrawn(text)
  );
}

function isMixed(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}

function isDottedName(text: string): boolean {
  return /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(text);
}

/** `credsOIDC2FA.Config`, `creds2FA?.config`: in code a bare name with members; the parts of a token are drawn. */
export function isMember(text: string): boolean {
  if (text.length > 120 || !/^[A-Za-z_$]\w*(?:[?!]?\.[A-Za-z_]\w*)+$/.test(text)) return false;
  const [object, ...members] = text.split(/[?!]?\./);
  return !(object!.length >= 16 && looksDrawn(object!)) && members.every((member) => isWrittenName(member));
}

export function isReference(text: string, quoted: boolean): boolean {
  if (TEMPLATE.test(text) || CUT_TEMPLATE.test(text) || LOOKUP.test(text)) return true;
  if (isSelector(text)) return true;
  if (LOCATION.test(text)) return !isBase64WithSlash(text);
  if (CONSTANT.test(text) && !/\d{2}/.test(text)) return true;
  if (VERSION.test(text) || HANDLE.test(text) || MAIL.test(text)) return true;
  if ((POINTER.test(text) || CALL.test(text)) && !looksDrawn(text)) return true;
  const stored = STORED.exec(text)?.[1];
  if (stored !== undefined && kindOfName(stored) !== undefined && !looksDrawn(stored)) return true;
  if (quoted) return false;
  return /[()[\]{}]|::|->|^[&*!~-]/.test(text) || (isDottedName(text) && !looksDrawn(text));
}
