import { looksDrawn } from './drawn.ts';

/** Names of things, calls, paths and templates: what stands where a secret will be put in. */

const TEMPLATE =
  /\$\{[\w.:?/ -]{0,120}\}|\$\(|\{\{.{0,200}\}\}|^\{[\w.:-]{0,60}\}$|^\$[A-Za-z_]|^%[A-Za-z_]{1,60}%$|^<[^<>\n]{1,80}>$|%\([a-z_]{1,60}\)s|%[sdv]\b|\{[a-z_][a-z_.]{1,40}\}|^@[A-Za-z_.-]{1,60}@?$|<%|^#\{|^__\w{1,60}__$|^!(?:Ref|Sub|GetAtt|ImportValue|vault|secret)\b|^\[\[?[A-Za-z_ .-]{1,60}\]\]?$/;

const LOCATION =
  /^[a-z][a-z0-9+.-]{1,20}:\/\/|^(?:\.{0,2}\/|~\/|[A-Z]:\\|\\\\)[\w.@ -]|^[\w-]{1,40}(?:\/[\w.-]{1,40}){2,9}\.[a-z]{1,5}$|^[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,4}\.[a-z]{2,6}(?:\/[\w.~@-]{1,60}){1,9}$/i;

/** What secret stores, clouds and CI systems write for "look it up there". */
const LOOKUP =
  /^(?:arn|urn|projects|vault|secret|secrets|op|env|file|ref|gcp|aws|azure|sops|ssm|keyvault|kms|enc|key|data|bao|infisical|doppler|credstash|hiera|lookup)[:/]|^(?:ENC\[|AgA?[A-Za-z0-9+/]{150})|process\.env|os\.environ|getenv|System\.get|secrets?\.[A-Za-z]|\benv\.[A-Z]|(?:^|\b)(?:config|self|this|vars?|data|module|local|settings|request|req|props|options|params|args|ctx)\.[A-Za-z]/i;

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

export function isReference(text: string, quoted: boolean): boolean {
  if (TEMPLATE.test(text) || LOOKUP.test(text)) return true;
  if (LOCATION.test(text)) return !isBase64WithSlash(text);
  if (CONSTANT.test(text) && !/\d{2}/.test(text)) return true;
  if (quoted) return false;
  return /[()[\]{}]|::|->|^[&*!~-]/.test(text) || (isDottedName(text) && !looksDrawn(text));
}
