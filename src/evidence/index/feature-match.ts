import type { Name } from '../../name.ts';
import { nameOf } from '../../name.ts';
import type { Line } from '../text/lines.ts';
import type { Posting } from './evidence-index.ts';
import type { Feature } from './features.ts';
import type { Match } from './match.ts';

export interface FeatureHit {
  readonly feature: Feature;
  readonly value: number;
  readonly postings: readonly Posting[];
}

/** So many distinct hits of these kinds, of one run, so near to each other, are a copy. */
interface Need {
  readonly told: Name;
  takes(feature: Feature): boolean;
  readonly distinct: number;
  /** Symbols of the distinct ones together. */
  readonly symbols: number;
  /** Physical lines, or characters of the text. */
  readonly within: { readonly rows: number } | { readonly characters: number };
  readonly certainty: 'certain' | 'likely';
  /** How many lines one feature stands for, where it is more than one. */
  readonly lines?: number;
}

const NEEDS: readonly Need[] = [
  {
    told: nameOf('pairs'),
    takes: ({ kind }) => kind === 'pairs',
    distinct: 2,
    symbols: 0,
    within: { rows: 12 },
    certainty: 'certain',
  },
  {
    told: nameOf('rows'),
    takes: ({ kind, size, digits }) => kind === 'rows' && size >= 10 && digits,
    distinct: 2,
    symbols: 0,
    within: { rows: 10 },
    certainty: 'certain',
  },
  {
    told: nameOf('lines'),
    takes: ({ kind }) => kind === 'rows',
    distinct: 3,
    symbols: 60,
    within: { rows: 12 },
    certainty: 'certain',
  },
  {
    told: nameOf('n3-rows'),
    takes: ({ kind }) => kind === 'n3-rows',
    distinct: 2,
    symbols: 45,
    within: { rows: 10 },
    certainty: 'certain',
  },
  {
    told: nameOf('atoms'),
    takes: ({ kind }) => kind === 'atoms' || kind === 'strong-atoms',
    distinct: 3,
    symbols: 0,
    within: { characters: 4096 },
    certainty: 'certain',
  },
  {
    // A list of digests is how a document refers to files, but for one that a program wrote.
    told: nameOf('digests'),
    takes: ({ kind, digits }) => kind === 'digests' && digits,
    distinct: 3,
    symbols: 0,
    within: { characters: 4096 },
    certainty: 'likely',
  },
  {
    told: nameOf('rows'),
    takes: ({ kind }) => kind === 'row-triples',
    distinct: 1,
    symbols: 0,
    within: { rows: 1 },
    certainty: 'certain',
    lines: 3,
  },
  {
    told: nameOf('diff-lines'),
    takes: ({ kind }) => kind === 'diff-lines',
    distinct: 2,
    symbols: 0,
    within: { rows: 8 },
    certainty: 'certain',
  },
  {
    told: nameOf('diff-lines'),
    takes: ({ kind, size }) => kind === 'diff-lines' && size >= 30,
    distinct: 1,
    symbols: 0,
    within: { rows: 1 },
    certainty: 'likely',
  },
  {
    told: nameOf('diff-lines'),
    takes: ({ kind }) => kind === 'diff-values',
    distinct: 2,
    symbols: 0,
    within: { rows: 8 },
    certainty: 'certain',
  },
  {
    told: nameOf('diff-lines'),
    takes: ({ kind }) => kind === 'diff-values',
    distinct: 1,
    symbols: 0,
    within: { rows: 1 },
    certainty: 'likely',
  },
];

interface Placed {
  readonly value: number;
  readonly line: number;
  readonly size: number;
  readonly from: Posting;
}

export function matchFeatures(lines: readonly Line[], hits: readonly FeatureHit[]): readonly Match[] {
  return NEEDS.flatMap((need) => {
    const byRun = new Map<number, Placed[]>();
    for (const { feature, value, postings } of hits) {
      if (!need.takes(feature)) continue;
      for (const from of postings) {
        const placed = byRun.get(from.run) ?? [];
        placed.push({ value, line: feature.line, size: feature.size, from });
        byRun.set(from.run, placed);
      }
    }
    return [...byRun.values()]
      .flatMap((placed) => matchesOf(need, placed, lines))
      .map((match) => widened(match, need, lines));
  });
}

function matchesOf(need: Need, hits: readonly Placed[], lines: readonly Line[]): readonly Match[] {
  const matches: Match[] = [];
  const counts = new Map<number, number>();
  let symbols = 0;
  let from = 0;
  for (const [to, hit] of hits.entries()) {
    const count = counts.get(hit.value) ?? 0;
    counts.set(hit.value, count + 1);
    if (count === 0) symbols += hit.size;
    for (; !isNear(need, lines[hits[from]!.line]!, lines[hit.line]!); from++) {
      const left = hits[from]!;
      const rest = counts.get(left.value)! - 1;
      if (rest > 0) counts.set(left.value, rest);
      else {
        counts.delete(left.value);
        symbols -= left.size;
      }
    }
    if (counts.size < need.distinct || symbols < need.symbols) continue;
    const first = hits[from]!.line;
    const previous = matches.at(-1);
    if (previous && first <= previous.last) matches[matches.length - 1] = { ...previous, last: hit.line };
    else
      matches.push({
        told: need.told,
        certainty: need.certainty,
        first,
        last: hits[to]!.line,
        from: hits[from]!.from,
      });
  }
  return matches;
}

function widened(match: Match, { lines: count = 1 }: Need, lines: readonly Line[]): Match {
  return { ...match, last: Math.min(match.last + count - 1, lines.length - 1) };
}

function isNear({ within }: Need, first: Line, last: Line): boolean {
  return 'rows' in within ? last.row - first.row < within.rows : last.end - first.start <= within.characters;
}
