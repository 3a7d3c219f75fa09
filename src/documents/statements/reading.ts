import { type Clause, clausesOf } from './clauses.ts';
import { type Index, indexOf } from './phrases.ts';
import { denialsOf } from './polarity.ts';
import { type Word, wordsOf } from './words.ts';

/** A sentence, understood as far as statements need it. */
export interface Reading {
  readonly words: readonly Word[];
  readonly index: Index;
  readonly clauses: readonly Clause[];
  /** For each word, its clause. */
  readonly clauseOf: readonly number[];
  /** For each word, whether it is denied. */
  readonly denied: readonly boolean[];
  readonly question: boolean;
}

/** What a sentence stands in, as far as it changes what it says. */
export interface Setting {
  /** What leads a list in: `The packet must not:`. */
  readonly label?: string;
  /** Under a heading like *Non-Goals*: an entry without a negation of its own is denied. */
  readonly denied?: boolean;
}

export function readingOf(text: string, setting: Setting = {}): Reading {
  const label = setting.label === undefined ? [] : wordsOf(setting.label);
  const words = setting.label === undefined ? wordsOf(text) : wordsOf(`${setting.label} ${text}`);
  const { clauses, of } = clausesOf(words, label.length);
  const denied = denialsOf(words, { clauses, of });
  const turned = setting.denied === true && !denied.some((one, at) => one && at >= label.length);
  return {
    words,
    index: indexOf(words),
    clauses,
    clauseOf: of,
    denied: turned ? denied.map(() => true) : denied,
    question: text.trimEnd().endsWith('?'),
  };
}
