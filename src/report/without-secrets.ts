import { findOwnSecrets } from '../secrets/find-own-secrets.ts';
import { maskSecrets } from '../secrets/mask.ts';

/** For what is said beside findings (errors, what a command tells): a value that somebody put in a key's place is masked. */
export function withoutSecrets(text: string): string {
  return maskSecrets(text, findOwnSecrets(text, { path: '' }).spans);
}
