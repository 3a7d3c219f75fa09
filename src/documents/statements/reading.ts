import type { Clause, Clauses } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { type Moods, moodsOf } from './moods.ts';
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
  readonly moods: Moods;
  readonly question: boolean;
}

/** What a sentence stands in, as far as it changes what it says. */
export interface Setting {
  /** What leads a list in: `The packet must not:`. */
  readonly label?: string;
  /** Under a heading like *Non-Goals*: an entry without a negation of its own is denied. */
  readonly denied?: boolean;
}

interface Parts {
  readonly clauses: Clauses;
  readonly denied: readonly boolean[];
  readonly moods: Moods;
}

/** Most sentences have none of the words that anything asks for: their clauses are found when first asked for. */
class LazyReading implements Reading {
  readonly words: readonly Word[];
  readonly index: Index;
  readonly question: boolean;
  readonly #label: number;
  readonly #turns: boolean;
  #parts: Parts | undefined;

  constructor(words: readonly Word[], label: number, turns: boolean, question: boolean) {
    this.words = words;
    this.index = indexOf(words);
    this.question = question;
    this.#label = label;
    this.#turns = turns;
  }

  #read(): Parts {
    if (this.#parts) return this.#parts;
    const clauses = clausesOf(this.words, this.#label);
    const own = denialsOf(this.words, clauses);
    const turned = this.#turns && !own.some((one, at) => one && at >= this.#label);
    const denied = turned ? own.map(() => true) : own;
    this.#parts = { clauses, denied, moods: moodsOf(this.words, clauses) };
    return this.#parts;
  }

  get clauses(): readonly Clause[] {
    return this.#read().clauses.clauses;
  }
  get clauseOf(): readonly number[] {
    return this.#read().clauses.of;
  }
  get denied(): readonly boolean[] {
    return this.#read().denied;
  }
  get moods(): Moods {
    return this.#read().moods;
  }
}

export function readingOf(text: string, { label, denied = false }: Setting = {}): Reading {
  const words = wordsOf(label === undefined ? text : `${label} ${text}`);
  const labelled = label === undefined ? 0 : wordsOf(label).length;
  return new LazyReading(words, labelled, denied, text.trimEnd().endsWith('?'));
}
