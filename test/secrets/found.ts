import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import type { SecretSpan } from '../../src/secrets/span.ts';

/** What our own layers find in a text, and how sure they are of it. */
export function found(text: string, path: string): readonly [secret: string, SecretSpan['certainty']][] {
  return findOwnSecrets(text, { path }).spans.map(({ start, end, certainty }) => [
    text.slice(start, end),
    certainty,
  ]);
}
