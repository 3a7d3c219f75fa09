import { wordSet } from '../../word-set.ts';
import { lemma } from './lemma.ts';
import { occurrences } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { CompiledWording } from './wording.ts';
import { type Word, wordsOf } from './words.ts';

/** Words that every sentence is made of, and pronouns: what holds one of them says nothing of the statement's own. */
const COMMON = wordSet(
  `a an the this that these those it its they them there here nothing none nobody no not only and or nor but of to in on at
  by for from with as is are was were be been being may must can shall will should has have do does any all each every
  other exact before until without unless except`,
);

/** Keys of the words that a policy's own sentence of a statement is about. */
export function keysSaid(says: string): ReadonlySet<string> {
  return new Set(
    wordsOf(says)
      .filter(({ lower }) => !COMMON.has(lower))
      .map(({ key }) => key),
  );
}

/** Whether a word of a sentence belongs to what a statement says, by its wording or by the policy's own sentence. */
export type IsOwn = (at: number) => boolean;

export function ownWords(
  { words, index }: Reading,
  { names, says, gate }: CompiledWording,
  said: ReadonlySet<string>,
): IsOwn {
  const own = new Set<number>();
  const groups = [...names, ...says, ...(gate?.until ?? [])];
  for (const group of groups)
    for (const { first, last } of occurrences(group, words, index))
      for (let at = first; at <= last; at++) if (!COMMON.has(words[at]!.lower)) own.add(at);
  return (at) => own.has(at) || said.has(words[at]?.key ?? '');
}

/** Keys of what a route waits for: that somebody decides, and what the decision leads to. */
const DECIDING = new Set(
  [
    ...wordSet(
      'decide decision choose choice select pick settle record approve approval authorise admit admission ratify',
    ),
  ].map(lemma),
);

export function isDeciding({ key }: Word): boolean {
  return DECIDING.has(key);
}
