import { nameOf } from '../../name.ts';
import { withoutCodeSpans } from '../text/code-spans.ts';
import { linesOf } from '../text/lines.ts';
import type { Stream } from '../text/normalise.ts';
import { normalise } from '../text/normalise.ts';
import { Digester, ENTRY_KINDS, hashText, isKept } from './digest.ts';
import type { EvidenceIndex, Posting } from './evidence-index.ts';
import type { FeatureHit } from './feature-match.ts';
import { matchFeatures } from './feature-match.ts';
import type { Feature } from './features.ts';
import { eachFeature, featureOf } from './features.ts';
import type { GramHit } from './gram-match.ts';
import { matchGrams } from './gram-match.ts';
import { eachLikelySelected } from './grams.ts';
import type { Match, Prepared } from './match.ts';

export function prepare(text: string): Prepared {
  const lines = linesOf(withoutCodeSpans(text));
  return { lines, normalised: normalise(lines) };
}

export function matchIndex(prepared: Prepared, index: EvidenceIndex): readonly Match[] {
  const { lines, normalised } = prepared;
  return [
    ...matchGrams(prepared, 'k-grams', normalised.n1, gramHits('k-grams', normalised.n1, index), index),
    ...matchGrams(prepared, 'n2-grams', normalised.n2, gramHits('n2-grams', normalised.n2, index), index),
    ...matchFeatures(lines, featureHits(prepared, index)),
  ];
}

/** Nearly every gram of the document that evidence may have selected is looked up, so that short pieces are met. */
function gramHits(kind: 'k-grams' | 'n2-grams', stream: Stream, index: EvidenceIndex): readonly GramHit[] {
  if (!isKept(kind, index.secret)) return [];
  const hits: GramHit[] = [];
  const digester = new Digester(
    index.secret,
    (value, at) => {
      if (index.has(value)) hits.push({ at, value });
    },
    index.filter,
  );
  const code = ENTRY_KINDS.indexOf(kind);
  eachLikelySelected(stream, (at, a, b) => digester.push(code, a, b, at));
  digester.flush();
  return hits;
}

function featureHits({ lines, normalised }: Prepared, index: EvidenceIndex): readonly FeatureHit[] {
  const hits: FeatureHit[] = [];
  const digester = new Digester(
    index.secret,
    (value, packed) => {
      if (index.has(value))
        hits.push({ feature: featureOf(packed), value, postings: index.postingsOf(value) });
    },
    index.filter,
  );
  const isWanted = (kind: Feature['kind']) => isKept(kind, index.secret);
  eachFeature(lines, normalised, isWanted, (kind, a, b, packed) =>
    digester.push(ENTRY_KINDS.indexOf(kind), a, b, packed),
  );
  digester.flush();
  return hits;
}

/** Every entry of a text that the index has, in any order; of the text as a blob too, where it is one. */
export function entriesIn(
  text: string,
  index: EvidenceIndex,
  blobs: readonly string[] = [],
): ReadonlySet<number> {
  const prepared = prepare(text);
  const { n1, n2 } = prepared.normalised;
  return new Set([
    ...blobs.flatMap((blob) => blobEntries(blob, index)),
    ...gramHits('k-grams', n1, index).map(({ value }) => value),
    ...gramHits('n2-grams', n2, index).map(({ value }) => value),
    ...featureHits(prepared, index).map(({ value }) => value),
  ]);
}

/** Whether a blob, by git's id, is a file of a run. */
export function matchBlob(blob: string, index: EvidenceIndex): Posting | undefined {
  return blobEntries(blob, index).flatMap((value) => index.postingsOf(value))[0];
}

function blobEntries(blob: string, index: EvidenceIndex): readonly number[] {
  const found: number[] = [];
  const digester = new Digester(index.secret, (value) => {
    if (index.has(value)) found.push(value);
  });
  const [a, b] = hashText(blob.toLowerCase());
  digester.push(ENTRY_KINDS.indexOf('blob'), a, b, 0);
  digester.flush();
  return found;
}

export const BLOB = nameOf('blob');
