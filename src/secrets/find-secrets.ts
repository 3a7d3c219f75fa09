import {
  capFindings,
  type FindSecretsOptions,
  findOwnSpans,
  type SecretFindings,
} from './find-own-secrets.ts';
import { mergeSpans } from './merge-spans.ts';

/** All layers: our own, then secretlint's rules, which are loaded by the first call. */
export async function findSecrets(text: string, options: FindSecretsOptions): Promise<SecretFindings> {
  const { findWithSecretlint } = await import('./secretlint.ts');
  const own = findOwnSpans(text, options.path);
  const spans = mergeSpans(own, await findWithSecretlint(text, own));
  return capFindings(spans, options.maxFindings);
}
