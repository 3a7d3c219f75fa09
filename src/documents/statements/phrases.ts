import { beginsWithCapital } from '../../unicode.ts';
import { ADVERBS, DETERMINERS, LIGHT } from './lexicon.ts';
import { type Word, wordsOf } from './words.ts';

/** Words in their order, a few light ones may stand between them: `is approved` meets `is hereby approved`. */
export interface Phrase {
  readonly keys: readonly string[];
  /** A single capitalised word is a name: `Case` is not met by `case` or `Case-compatible`. */
  readonly proper: boolean;
  /** All that stands behind a label: `: granted` is met by `Approval: granted`, and in a table by the cell after it. */
  readonly labelled: boolean;
}

/** The ways to say one thing; one is enough. Most groups are asked of no sentence: they are read when one is. */
export class Group {
  readonly #texts: readonly string[];
  #phrases: readonly Phrase[] | undefined;
  #starts: ReadonlySet<string> | undefined;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** How many ways there are, as the policy counts them. */
  get size(): number {
    return this.#texts.length;
  }

  get phrases(): readonly Phrase[] {
    this.#phrases ??= this.#texts.flatMap(phrasesOf);
    return this.#phrases;
  }

  /** The words that the phrases begin with. */
  get starts(): ReadonlySet<string> {
    this.#starts ??= new Set(this.phrases.map(({ keys }) => keys[0]!));
    return this.#starts;
  }
}

/** A phrase found in a sentence: its words, first and last. */
export interface Occurrence {
  readonly first: number;
  readonly last: number;
}

const MAX_LIGHT = 3;
const MAX_DEPTH = 5;

function phrasesOf(text: string): readonly Phrase[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const proper = words.length === 1 && beginsWithCapital(words[0]!.text) && !/[_\d]/.test(text);
  const labelled = text.startsWith(':');
  const phrase = { keys: words.map(({ key }) => key), proper, labelled };
  if (words.length !== 1 || !text.includes('_')) return [phrase];
  // `local_provider_required` may be written out: local provider required.
  return [
    phrase,
    { keys: wordsOf(text.replaceAll('_', ' ')).map(({ key }) => key), proper: false, labelled },
  ];
}

type Vocabulary = Readonly<Record<string, readonly string[]>>;

function waysOf(text: string, vocabulary: Vocabulary, depth: number): readonly string[] {
  return text.split('|').flatMap((alternative) => {
    const trimmed = alternative.trim();
    const [, label = '', name] = /^(: ?)?<([\w -]{1,80})>$/.exec(trimmed) ?? [];
    if (name === undefined) return [trimmed];
    if (depth >= MAX_DEPTH || !Object.hasOwn(vocabulary, name)) return [];
    const ways = vocabulary[name]!.flatMap((words) => waysOf(words, vocabulary, depth + 1));
    return ways.map((way) => label + way);
  });
}

const read = new WeakMap<Vocabulary, Map<string, Group>>();

/**
 * Reads a group as a policy writes it: alternatives with a bar between them; `<name>` stands for the words that the
 * vocabulary lists under that name. An unknown name is met by nothing. A colon before either wants a label before it.
 * Each text is read once for a vocabulary.
 */
export function groupOf(text: string, vocabulary: Vocabulary): Group {
  const groups = read.get(vocabulary) ?? new Map<string, Group>();
  read.set(vocabulary, groups);
  const group = groups.get(text) ?? new Group(waysOf(text, vocabulary, 0));
  groups.set(text, group);
  return group;
}

function isLight(word: Word): boolean {
  return (
    LIGHT.has(word.lower) || ADVERBS.has(word.lower) || (word.lower.length > 4 && word.lower.endsWith('ly'))
  );
}

const APART = /[;:.!?—–]/;

/** The words of a sentence, found by key. */
export type Index = ReadonlyMap<string, readonly number[]>;

export function indexOf(words: readonly Word[]): Index {
  const index = new Map<string, number[]>();
  for (const [at, { key }] of words.entries()) {
    const places = index.get(key);
    if (places) places.push(at);
    else index.set(key, [at]);
  }
  return index;
}

function endOf(phrase: Phrase, words: readonly Word[], first: number): number | undefined {
  let at = first;
  for (const key of phrase.keys.slice(1)) {
    let light = 0;
    at++;
    while (
      words[at] &&
      words[at]!.key !== key &&
      light < MAX_LIGHT &&
      isLight(words[at]!) &&
      !APART.test(words[at]!.gap)
    ) {
      at++;
      light++;
    }
    if (words[at]?.key !== key || APART.test(words[at]!.gap)) return undefined;
  }
  return at;
}

function isName(words: readonly Word[], at: number): boolean {
  return beginsWithCapital(words[at]!.text) && !words[at]!.joined && !words[at + 1]?.joined;
}

const LABEL = /[:：=]|\s[-–—]{1,2}\s/;
const END = /[;,.!()—–]/;
const GOING_ON = new Set('by on at as for since until in'.split(' '));

/** `Approver: the backend.`, but neither `Approver: backend team` nor `Status: admitted or refused`. */
function isLabelled(words: readonly Word[], { first, last }: Occurrence): boolean {
  let start = first;
  while (start > 1 && !LABEL.test(words[start]!.gap) && DETERMINERS.has(words[start - 1]!.lower)) start--;
  if (start === 0 || !LABEL.test(words[start]!.gap)) return false;
  const next = words[last + 1];
  if (next === undefined) return true;
  const rest = words.slice(last + 1, last + 9);
  // `pass, fail, blocked`: the values that there may be.
  const listed = next.gap.includes(',') && rest.slice(1).some(({ gap }) => gap.includes(','));
  if (listed || rest.some(({ lower }) => lower === 'or')) return false;
  return END.test(next.gap) || LABEL.test(next.gap) || GOING_ON.has(next.lower);
}

const NOWHERE: readonly Occurrence[] = [];

/** A sentence has fewer words than most groups have phrases, and most sentences have none that a phrase begins with. */
function mayOccur(group: Group, index: Index): boolean {
  if (group.phrases.length <= index.size) return true;
  for (const key of index.keys()) if (group.starts.has(key)) return true;
  return false;
}

/** Every place where a phrase of the group stands. */
export function occurrences(group: Group, words: readonly Word[], index: Index): readonly Occurrence[] {
  if (!mayOccur(group, index)) return NOWHERE;
  let found: Occurrence[] | undefined;
  for (const phrase of group.phrases) {
    const places = index.get(phrase.keys[0]!);
    if (places === undefined) continue;
    for (const first of places) {
      if (phrase.proper && !isName(words, first)) continue;
      const last = phrase.keys.length === 1 ? first : endOf(phrase, words, first);
      if (last === undefined) continue;
      if (phrase.labelled && !isLabelled(words, { first, last })) continue;
      found ??= [];
      found.push({ first, last });
    }
  }
  return found ?? NOWHERE;
}
