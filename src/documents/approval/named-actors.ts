import type { Word } from '../phrases.ts';
import { ARTICLES, AUXILIARY, DENIAL, INVOLVED } from './actor-words.ts';

export type Words = readonly Word[];

/** How far a sentence is looked through. */
export const NEAR = 8;

/** A text, who approves in it, and what never does: indexes of words. */
export interface Named {
  readonly text: string;
  readonly words: Words;
  readonly approvers: ReadonlySet<number>;
  readonly firstApprover: number;
  /** Every word of a name that never approves. */
  readonly never: ReadonlySet<number>;
}

export function textOf({ words }: Named, at: number): string {
  return words[at]?.text ?? '';
}

export function between({ text, words }: Named, one: number, next: number): string {
  return text.slice(words[one]?.end ?? 0, words[next]?.start ?? text.length);
}

/** `openai-codex` and `codex/session` are names of other things than `Codex`. */
export function isPartOfName(text: string, words: Words, at: number): boolean {
  const before = text[words[at]!.start - 1] ?? '';
  return /[-_/.@]/.test(before) && words[at - 1]?.end === words[at]!.start - 1;
}

export function versionEnd(named: Named, last: number): number {
  const { words } = named;
  let end = last;
  for (; end < Math.min(words.length - 1, last + NEAR); end++) {
    const gap = between(named, end, end + 1);
    const isNumber = gap === ' ' && /^\d{1,2}$/.test(textOf(named, end + 1)) && end === last;
    if (!/^[-_.@:]$/.test(gap) && !isNumber) break;
  }
  return end;
}

export function previous(named: Named, at: number): number {
  let index = at - 1;
  while (index >= 0 && ARTICLES.has(textOf(named, index))) index--;
  return index;
}

export function isBreak(gap: string): boolean {
  return /[,;:()[\]—–|!]|\s-|\.\s/.test(gap);
}

/** `Codex was informed`, and that is all. */
export function isOnlyTold(named: Named, last: number): boolean {
  let at = last + 1;
  while (AUXILIARY.has(textOf(named, at))) at++;
  if (at === last + 1 || !/^(?:informed|notified|told)$/.test(textOf(named, at))) return false;
  return at === named.words.length - 1 || isBreak(between(named, at, at + 1));
}

/** `Hermes was not consulted`, `Codex had no part in it`. */
export function isUninvolved(named: Named, last: number): boolean {
  const near = [1, 2, 3, 4].map((offset) => textOf(named, last + offset));
  if (!near.slice(1).every((_, index) => !isBreak(between(named, last + index, last + index + 1))))
    return false;
  const denial = near.findIndex((word) => DENIAL.has(word));
  if (denial < 0 || !near.slice(0, denial).every((word) => AUXILIARY.has(word))) return false;
  return near.slice(denial + 1, denial + 3).some((word) => INVOLVED.has(word));
}
