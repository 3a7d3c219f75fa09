import { type Run, unlimited } from '../time-limit.ts';
import { findMarks } from './find-marks.ts';
import {
  capFindings,
  type FindSecretsOptions,
  findOwnSpans,
  type SecretFindings,
} from './find-own-secrets.ts';
import { mergeSpans } from './merge-spans.ts';
import { findWithSecretlint } from './secretlint.ts';

/** All layers: our own, then secretlint's rules, which are loaded with the first text in which one may find something. */
export async function findSecrets(
  text: string,
  { run = unlimited, ...options }: FindSecretsOptions & { readonly run?: Run },
): Promise<SecretFindings> {
  // Our own come before anything is waited for, where a caller can stop them; the rules are run by `run`.
  const marks = findMarks(text);
  const own = findOwnSpans(text, options.path, marks);
  const spans = mergeSpans(own, await findWithSecretlint(text, own, run, marks.secretlint));
  return capFindings(spans, options.maxFindings);
}
