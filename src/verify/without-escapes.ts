import { partitionPoint } from '../partition-point.ts';

/**
 * What colours a text on a terminal, in the spellings that logs have: the sequence itself, its escape written out
 * (`\x1b[32m`, `\033[0m`, `^[[1m`), or the rest of it where the escape was lost (`[32m`), links of terminals, and signs
 * that nobody sees. A name behind one begins where a reader sees it begin.
 */
const ESCAPES =
  /(?:(?:\x1b|\\(?:x1b|u001b|033|e)|\^\[)\[|\x9b)[\d;:?]{0,40}[A-Za-z]|\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|\[\d{1,3}(?:;\d{1,3}){0,8}m|[\xad\u200b-\u200f\u2060-\u2064\ufeff]/gi;
const MAY_HOLD = /[\x1b\x9b\xad\u200b-\u200f\u2060-\u2064\ufeff]|\\(?:x1b|u001b|033|e)\[|\^\[\[|\[\d[\d;]*m/i;

export interface Plain {
  readonly text: string;
  /** The offset in the text as it was. */
  at(offset: number): number;
}

export function withoutEscapes(text: string): Plain {
  if (!MAY_HOLD.test(text)) return { text, at: (offset) => offset };
  /** For each stretch that is kept: where it begins in the plain text, and in the text as it was. */
  const kept: { readonly plain: number; readonly was: number }[] = [{ plain: 0, was: 0 }];
  let plain = '';
  let from = 0;
  for (const { 0: sequence, index } of text.matchAll(ESCAPES)) {
    plain += text.slice(from, index);
    from = index + sequence.length;
    kept.push({ plain: plain.length, was: from });
  }
  plain += text.slice(from);
  return {
    text: plain,
    at: (offset) => {
      const stretch = kept[partitionPoint(kept, ({ plain }) => plain <= offset) - 1]!;
      return stretch.was + offset - stretch.plain;
    },
  };
}
