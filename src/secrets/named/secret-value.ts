import { entropyOf, longestRun, longestSequence } from '../entropy.ts';
import { isKnownExample } from '../known-examples.ts';
import { hasPlaceholderWord } from '../placeholder.ts';
import type { NameKind } from './secret-name.ts';

export interface NamedValue {
  readonly text: string;
  readonly quoted: boolean;
}

/** How sure a value under a secret's name is one; `undefined` where it is something else. */
export function judgeNamedValue(value: NamedValue, kind: NameKind): 'certain' | 'likely' | undefined {
  const { text } = value;
  if (text.length < 5 || text.length > 2000) return undefined;
  if (isKnownExample(text) || hasPlaceholderWord(text) || isReference(value) || longestRun(text) >= 6)
    return undefined;
  if (isHex(text)) return judgeHex(text, kind);
  if (looksDrawn(text)) return kind === 'weak' ? 'likely' : 'certain';
  if (kind === 'password') return judgePassword(value);
  return undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function isHex(text: string): boolean {
  return UUID.test(text) || /^(?:0x)?[0-9a-f]+$/i.test(text);
}

/** Lengths of SHA-1, SHA-256, SHA-384 and SHA-512: a digest as likely as a key, unless the name is strong. */
const DIGEST_LENGTHS = new Set([40, 64, 96, 128]);

function judgeHex(text: string, kind: NameKind): 'certain' | 'likely' | undefined {
  const digits = text.replace(/^0x|-/gi, '');
  if (digits.length < 16 || longestSequence(digits) >= 8) return undefined;
  if (/^\d+$/.test(digits) && digits.length < 20) return undefined;
  if (entropyOf(digits) < (digits.length >= 32 ? 3 : 2.8)) return undefined;
  if (kind === 'weak' && (DIGEST_LENGTHS.has(digits.length) || UUID.test(text))) return undefined;
  return kind === 'strong' && !UUID.test(text) ? 'certain' : 'likely';
}

/** Pairs that make up much of English and of identifiers, and little of what a generator draws. */
const COMMON_PAIRS = new Set(
  (
    'th he in er an re nd on en at ou ed ha to or it is hi es ng te st ar se nt le ve co me ne de al as ti ra ro li ri io ic ' +
    'el la si di ta ce ec ss us om ma ea il ur ch ll tr et ni no na un pr ac ge po so ut id ad am em lo ho su pe rs ly ke ey'
  ).split(' '),
);

function shareOfCommonPairs(text: string): number {
  const letters = text.toLowerCase();
  let pairs = 0;
  let common = 0;
  for (let index = 1; index < letters.length; index++) {
    const pair = letters.slice(index - 1, index + 1);
    if (!/^[a-z]{2}$/.test(pair)) continue;
    pairs++;
    if (COMMON_PAIRS.has(pair)) common++;
  }
  return pairs < 4 ? 0 : common / pairs;
}

/** Drawn by a generator: ten characters and more, varied, with digits, few of the pairs of words. */
export function looksDrawn(text: string): boolean {
  if (text.length < 10 || /\s/.test(text)) return false;
  if (!/^[\x21-\x7e]+$/.test(text)) return false;
  if (longestSequence(text) >= 8) return false;
  const digits = text.replace(/\D/g, '').length;
  if (entropyOf(text) < (text.length >= 20 ? 3.3 : 3)) return false;
  if (digits < (text.length >= 20 ? 2 : 1)) return false;
  return shareOfCommonPairs(text) < 0.45;
}

function judgePassword({ text, quoted }: NamedValue): 'certain' | 'likely' | undefined {
  if (/\s/.test(text)) return undefined;
  if (NOT_A_PASSWORD.test(text)) return undefined;
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((shape) => shape.test(text)).length;
  if (!quoted && classes < 2) return undefined;
  return classes >= 2 ? 'certain' : 'likely';
}

const NOT_A_PASSWORD =
  /^(?:string|number|boolean|object|null|none|nil|undefined|true|false|yes|no|password\d{0,2}|passwd|pass|secret|token|test\w{0,8}|admin|root|user|guest|foobar|changeit|unknown|default|required|optional|hidden|empty|input|text)$/i;

/** Names of things, calls, paths and templates: what stands where a secret will be put in. */
function isReference({ text, quoted }: NamedValue): boolean {
  if (/^[$%@&*#!~]?[{(<[]|^\$[A-Za-z_]|^%[A-Za-z_]+%$|\$\(|^(?:!|\/\/|#)/.test(text)) return true;
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(text) || /^(?:\.{0,2}\/|~\/|[A-Z]:\\)/.test(text)) return true;
  if (
    /^(?:arn|urn|projects|vault|secret|op|env|file|ref|gcp|aws|azure|sops|ssm|keyvault|enc)[:/]/i.test(text)
  )
    return true;
  if (/^ENC\[|^AgA?[A-Za-z0-9+/]{200}/.test(text)) return true;
  if (
    /process\.env|os\.environ|getenv|secrets\.|env\.|config\.|self\.|this\.|vars?\.|data\.|module\./i.test(
      text,
    )
  )
    return true;
  if (!quoted && /[()[\]{}]|::|->/.test(text)) return true;
  if (!quoted && /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(text)) return true;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text)) return true;
  return false;
}
