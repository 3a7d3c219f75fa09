import { findDecoded } from './decoding/find-decoded.ts';
import { findMarks, type Marks } from './find-marks.ts';
import { findPlain } from './find-plain.ts';
import { mergeSpans } from './merge-spans.ts';
import type { SecretSpan } from './span.ts';

export interface FindSecretsOptions {
  /** `/`-separated; tells a lock file from others. Nothing is read from it. */
  readonly path: string;
  /** Spans beyond it are counted and dropped, so that a hostile file can't fill a report. Left out: 200. */
  readonly maxFindings?: number;
}

export interface SecretFindings {
  /** In the order of the text, none overlapping another. */
  readonly spans: readonly SecretSpan[];
  /** How many more there were than `maxFindings`. */
  readonly more: number;
}

const MAX_FINDINGS = 200;

/** Every span of our own layers, uncapped. */
export function findOwnSpans(
  text: string,
  path: string,
  marks: Marks = findMarks(text),
): readonly SecretSpan[] {
  const plain = findPlain(text, path, marks);
  return mergeSpans(plain.spans, findDecoded(text, path, plain, marks.escapes));
}

export function capFindings(spans: readonly SecretSpan[], maxFindings = MAX_FINDINGS): SecretFindings {
  return { spans: spans.slice(0, maxFindings), more: Math.max(0, spans.length - maxFindings) };
}

/** Our own layers alone: no library is loaded. */
export function findOwnSecrets(text: string, options: FindSecretsOptions): SecretFindings {
  return capFindings(findOwnSpans(text, options.path), options.maxFindings);
}
