import { NAMED_SPACE } from './escapes.ts';

/** Longest name that Linux, macOS and Windows know (NAME_MAX), in units of a text here. */
const LONGEST_NAME = 255;

/** What a name in prose is made of without a doubt. Everything else ends it: quotes, brackets, `:`, `,`, `=`, `*`… */
const ASCII_NAME = new Uint8Array(128);
for (const sign of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.~+@%') {
  ASCII_NAME[sign.charCodeAt(0)] = 1;
}
/** Made when a text goes beyond ASCII: V8 takes half a millisecond to look the classes up. */
let otherName: RegExp | undefined;
/** Scripts that put no space around a path: `在/srv/shop中`. */
const UNSPACED = /[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

export function isNameSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_NAME[code] === 1;
  if (!(code >= 128)) return false;
  otherName ??= new RegExp(`[\\p{L}\\p{M}\\p{N}${NAMED_SPACE}\\ud800-\\udfff]`, 'u');
  return otherName.test(text[at]!);
}

/** End of the name that begins here: `at` where there is none, one past the longest name where it is longer. */
export function nameEnd(text: string, at: number): number {
  let end = at;
  while (end - at <= LONGEST_NAME && isNameSign(text, end)) end += 1;
  // Shares of Windows: `wsl$/`, `c$/`.
  return end > at && text[end] === '$' && text[end + 1] === '/' ? end + 1 : end;
}

export function isLongerThanAName(length: number): boolean {
  return length > LONGEST_NAME;
}

export function isUnspacedScript(sign: string): boolean {
  return UNSPACED.test(sign);
}

/** A name that another may stand for, and how many of that other's signs it takes. */
export interface SpelledName {
  readonly name: string;
  readonly length: number;
}

/**
 * The names that a name in a text may stand for, itself first: without the letters of a script that puts no space
 * before them, without the dots that end a sentence (Windows drops them too), without git's `.git`.
 */
export function pathNames(name: string): readonly SpelledName[] {
  const names = [{ name, length: name.length }];
  const add = (other: string, length = other.length) => {
    if (other !== '' && names.every((known) => known.name !== other)) names.push({ name: other, length });
  };
  const foreign = name.search(UNSPACED);
  if (foreign > 0 && isAscii(name.slice(0, foreign))) add(name.slice(0, foreign));
  for (const known of [...names]) if (known.name.endsWith('.')) add(withoutTrailing(known.name, '.'));
  for (const known of [...names]) if (known.name.endsWith('.git')) add(known.name.slice(0, -4), known.length);
  return names;
}

/** As in a path, and without a version: `storefront@v1`. */
export function remoteNames(name: string): readonly SpelledName[] {
  const version = name.indexOf('@');
  return version > 0 ? [...pathNames(name), ...pathNames(name.slice(0, version))] : pathNames(name);
}

export function withoutTrailing(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end -= 1;
  return text.slice(0, end);
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
