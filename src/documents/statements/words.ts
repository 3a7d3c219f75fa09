import type { Span } from '../../place.ts';
import { isAscii } from '../../unicode.ts';
import { plainSigns } from '../skeleton.ts';
import { lemma } from './lemma.ts';

/** One word of a sentence. `gap` is what stands between the word before and this one: spaces, commas, a hyphen. */
export interface Word extends Span {
  readonly text: string;
  /** In lower case and plain signs, typographic apostrophes straightened. */
  readonly lower: string;
  /** What it is compared by. Identifiers (`not_decided`, `gpt-5.5`'s `5.5`) are their own key. */
  readonly key: string;
  readonly gap: string;
  /** Hyphenated to the word before: the `secret` of `no-secret`. */
  readonly joined: boolean;
  /** Within quotation marks. */
  readonly quoted: boolean;
}

// `not_decided`, `report.json`, `5.5`, `doesn't`: one word each. `CTO-WORK-020`, `provider/model`, `key=value`: several.
// The signs that tick something off are words as well.
// What no reader sees (a joiner, a soft hyphen, a variation selector) parts no word.
const word = (): RegExp =>
  /[\p{L}\p{N}_][\p{L}\p{N}_\p{Default_Ignorable_Code_Point}]*(?:[.'][\p{L}\p{N}_][\p{L}\p{N}_\p{Default_Ignorable_Code_Point}]*)*|[✅✔]/gu;

/** The same in plain text, which most is: V8 takes longer to compile the other than to read a page with this. */
const PLAIN_WORD = /[A-Za-z0-9_]+(?:[.'][A-Za-z0-9_]+)*/g;

/** `n't` is a word of its own, so that a negation is seen; the rest of a contraction is dropped but for `is` and `has`. */
const CONTRACTIONS: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  cant: ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "it's": ['it', 'is'],
  "that's": ['that', 'is'],
  "there's": ['there', 'is'],
  "what's": ['what', 'is'],
  "we're": ['we', 'are'],
  "they're": ['they', 'are'],
  "we've": ['we', 'have'],
  "they've": ['they', 'have'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  isnt: ['is', 'not'],
};

const CONTRACTED = new Set(Object.values(CONTRACTIONS).flat());

/** Nouns before which `'s` is a genitive more often than a verb keep it dropped: `JP's approval`. */
function partsOf(lower: string): readonly string[] {
  if (Object.hasOwn(CONTRACTIONS, lower)) return CONTRACTIONS[lower]!;
  if (lower.endsWith("n't")) return [lower.slice(0, -3), 'not'];
  const apostrophe = lower.indexOf("'");
  return [apostrophe > 0 ? lower.slice(0, apostrophe) : lower];
}

const OPENING = new Set(['“', '«', '„']);
const CLOSING = new Set(['”', '»']);

function quoteAfter(gap: string, quoted: boolean): boolean {
  let open = quoted;
  for (const sign of gap) {
    if (sign === '"') open = !open;
    else if (OPENING.has(sign)) open = true;
    else if (CLOSING.has(sign)) open = false;
  }
  return open;
}

const IDENTIFIER = /[_\d]/;

/** One of the apostrophes is a letter, and no part of a word. */
const partOfWord = (): RegExp => /(?!ʼ)[\p{L}\p{N}_]/u;

/** Whether `wordsOf` gives any. */
export function holdsWords(text: string): boolean {
  return /\w/.test(text) || (!isAscii(text) && partOfWord().test(text));
}

/** With each apostrophe as `'`, sign for sign. */
function straightened(text: string): string {
  return text.replace(/[’‘ʼ＇]/g, "'");
}

/** `false`: none of the words of a text is this one, in lower case. Told without taking the text apart. */
export function mayHoldWord(text: string, lower: string): boolean {
  return CONTRACTED.has(lower) || plainSigns(straightened(text)).toLowerCase().includes(lower);
}

const BEFORE_MONTH = new Set(
  'in since of by until till from before after during last early mid late on'.split(' '),
);

/** `on 31 May`, `in May`, `May 2026`; not `Case may run`, and not `Stage 2 May Run`. */
function isMonth(words: readonly Pick<Word, 'lower'>[], shown: string, behind: string): boolean {
  if (shown !== 'May') return false;
  const [before, last] = words.slice(-2).map(({ lower }) => lower);
  const previous = last ?? before ?? '';
  if (/^\d{1,2}$/.test(previous)) return words.length === 1 || BEFORE_MONTH.has(before!);
  return BEFORE_MONTH.has(previous) || /^ \d/.test(behind);
}

/** The words of a text. Linear in its length. */
export function wordsOf(text: string): readonly Word[] {
  const straight = straightened(text);
  const words: Word[] = [];
  let last = 0;
  let quoted = false;
  for (const match of straight.matchAll(isAscii(straight) ? PLAIN_WORD : word())) {
    const start = match.index;
    const end = start + match[0].length;
    let gap = straight.slice(last, start);
    if (gap !== ' ') quoted = quoteAfter(gap, quoted);
    const month = isMonth(words, match[0], straight.slice(end, end + 2));
    for (const part of month ? ['month'] : partsOf(plainSigns(match[0]).toLowerCase())) {
      words.push({
        start,
        end,
        text: text.slice(start, end),
        lower: part,
        key: IDENTIFIER.test(part) ? part : lemma(part),
        gap,
        joined: gap === '-' || gap === '‑',
        quoted,
      });
      gap = ' ';
    }
    last = end;
  }
  return words;
}
