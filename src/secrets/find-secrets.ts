import {
  capFindings,
  type FindSecretsOptions,
  findOwnSpans,
  type SecretFindings,
} from './find-own-secrets.ts';
import { mergeSpans } from './merge-spans.ts';
import { findWithSecretlint } from './secretlint.ts';

/** All layers: our own, then secretlint's rules, which are loaded with the first text in which one may find something. */
export async function findSecrets(text: string, options: FindSecretsOptions): Promise<SecretFindings> {
  const own = findOwnSpans(text, options.path);
  const spans = mergeSpans(own, await findWithSecretlint(text, own));
  return capFindings(spans, options.maxFindings);
}
