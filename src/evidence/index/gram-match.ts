import { nameOf } from '../../name.ts';
import type { Stream } from '../text/normalise.ts';
import { lineOf } from '../text/normalise.ts';
import type { EvidenceIndex, Posting } from './evidence-index.ts';
import { GRAM } from './grams.ts';
import type { Match, Prepared } from './match.ts';

export interface GramHit {
  /** Symbol that the gram begins at. */
  readonly at: number;
  readonly value: number;
}

/** What makes a stretch with hits a copy: distinct grams, and distinct symbols that they cover. */
const NEEDED = {
  'k-grams': { grams: 2, symbols: 36, concrete: 0 },
  'n2-grams': { grams: 2, symbols: 48, concrete: 2 },
} as const;

/** Hits with more symbols between them than this are two stretches. */
const GAP = 3 * GRAM;

/** Logs repeat what programs say everywhere: there a copy must hold two values of its run too. */
const IN_LOGS = 2;

interface Stretch {
  readonly from: Posting;
  readonly first: number;
  readonly values: Set<number>;
  end: number;
  covered: number;
}

export function matchGrams(
  prepared: Prepared,
  kind: keyof typeof NEEDED,
  stream: Stream,
  hits: readonly GramHit[],
  index: EvidenceIndex,
): readonly Match[] {
  const open = new Map<number, Stretch>();
  const matches: Match[] = [];
  const close = (stretch: Stretch) => {
    const match = matchOf(prepared, kind, stream, stretch, index);
    if (match) matches.push(match);
  };
  for (const { at, value } of hits) {
    for (const from of index.postingsOf(value)) {
      const stretch = open.get(from.run);
      if (stretch && at - stretch.end <= GAP) {
        if (!stretch.values.has(value)) stretch.covered += at + GRAM - Math.max(at, stretch.end);
        stretch.values.add(value);
        stretch.end = at + GRAM;
        continue;
      }
      if (stretch) close(stretch);
      open.set(from.run, { from, first: at, values: new Set([value]), end: at + GRAM, covered: GRAM });
    }
  }
  for (const stretch of open.values()) close(stretch);
  return matches;
}

function matchOf(
  { normalised }: Prepared,
  kind: keyof typeof NEEDED,
  stream: Stream,
  { from, first, values, end, covered }: Stretch,
  index: EvidenceIndex,
): Match | undefined {
  const needed = NEEDED[kind];
  if (values.size < needed.grams || covered < needed.symbols) return undefined;
  const firstLine = lineOf(stream, first);
  const lastLine = lineOf(stream, end - 1);
  const file = index.parts[from.run]!.files[from.file] ?? '';
  const concrete = /\.(?:log|txt)$/i.test(file) ? IN_LOGS : needed.concrete;
  let met = 0;
  for (let line = firstLine; line <= lastLine && met < concrete; line++) met += normalised.concrete[line]!;
  if (met < concrete) return undefined;
  return { told: nameOf(kind), certainty: 'certain', first: firstLine, last: lastLine, from };
}
