import { findMarks, type Marks } from '../find-marks.ts';
import { findPlain, type PlainFindings } from '../find-plain.ts';
import { findTokens } from '../find-tokens.ts';
import { mergeSpans } from '../merge-spans.ts';
import type { SecretSpan } from '../span.ts';
import type { DecodedPiece } from './decoded-piece.ts';
import { decodeRuns } from './encoded-runs.ts';
import { decodeEscapes } from './escapes.ts';
import { SIGNS_BETWEEN } from './signs-between.ts';
import { SPLIT_LITERALS } from './split-literals.ts';
import { decodeWideText } from './wide-text.ts';
import { joinWrapped } from './wrapped.ts';

/**
 * Layer 4: one pass of decoding, and layers 1 to 3 on what comes out. Places are the encoded text's. Base64 in base64 is
 * decoded too: a file of credentials that was encoded as a whole holds it. Not covered: other encodings in one another (but
 * for `%25`), compression, encryption, ciphers, and parts that a program would join otherwise than as neighbouring literals.
 */
export function findDecoded(
  text: string,
  path: string,
  { cutTokens, splitTokens, partedTokens }: Omit<PlainFindings, 'spans'>,
  escapes: Marks['escapes'],
): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  // One piece at a time: together they may be as long as the text.
  for (const decode of [decodeRuns(text), decodeEscapes(text, escapes), decodeWideText(text)])
    for (const piece of decode) addSpans(piece, findInDecoded(piece, path), spans);
  for (const join of [
    joinWrapped(text, cutTokens),
    SPLIT_LITERALS.join(text, splitTokens),
    SIGNS_BETWEEN.join(text, partedTokens),
  ])
    for (const piece of join)
      addSpans(piece, findTokens(piece.text, findMarks(piece.text).tokens).spans, spans);
  return spans;
}

function findInDecoded({ text, from }: DecodedPiece, path: string): readonly SecretSpan[] {
  const { spans } = findPlain(text, path);
  if (from !== 'base64') return spans;
  const inner: SecretSpan[] = [];
  for (const piece of decodeRuns(text)) addSpans(piece, findPlain(piece.text, path).spans, inner);
  return inner.length === 0 ? spans : mergeSpans(spans, inner);
}

function addSpans(piece: DecodedPiece, found: readonly SecretSpan[], to: SecretSpan[]): void {
  for (const span of found) {
    const place = piece.toOriginal(span);
    if (place) to.push({ ...span, ...place, decodedFrom: piece.from });
  }
}
