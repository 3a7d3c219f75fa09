import type { SecretSpan } from '../span.ts';
import { findPemKeys } from './pem.ts';
import { findUrlCredentials } from './url.ts';

/** Layer 2: secrets told by what stands around them. */
export function findStructures(text: string): readonly SecretSpan[] {
  return [...findPemKeys(text), ...findUrlCredentials(text)];
}
