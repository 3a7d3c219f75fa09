import { type Name, nameOf } from '../../name.ts';
import type { Span } from '../../place.ts';
import type { LiteralGroup, LiteralHit } from '../literal-index.ts';
import { limitRetries } from '../retry-limit.ts';
import type { SecretSpan } from '../span.ts';
import { AMONG_WORDS } from './among-words.ts';
import { CALLS } from './calls.ts';
import { COMMAND_LINE } from './command-line.ts';
import { CONFIGURATIONS } from './configurations.ts';
import { CREDENTIAL_FILES } from './credential-files.ts';
import { DATABASES } from './databases.ts';
import { DECLARED_SECRETS } from './declared-secrets.ts';
import { JWT } from './jwt.ts';
import { findKubernetesSecrets } from './kubernetes-secret.ts';
import { LOGIN_PAIRS } from './login-pair.ts';
import { findPemKeys, HEADLESS_KEYS } from './pem.ts';
import type { Structure } from './structure.ts';
import { WEB } from './web.ts';

export interface CompiledStructure {
  readonly type: Name;
  readonly vendor: Name | undefined;
  readonly shape: RegExp;
  readonly before: number;
  readonly judge: Structure['judge'];
}

/** The literals near which structures are looked for, each with the row of a table that names it. */
export const STRUCTURE_MARKS: LiteralGroup<CompiledStructure> = {
  entries: [
    ...WEB,
    ...COMMAND_LINE,
    ...DATABASES,
    ...CREDENTIAL_FILES,
    ...CONFIGURATIONS,
    ...DECLARED_SECRETS,
    ...CALLS,
    ...AMONG_WORDS,
    ...LOGIN_PAIRS,
    ...HEADLESS_KEYS,
    ...JWT,
  ].flatMap((row) => {
    let shape: RegExp | undefined;
    const compiled: CompiledStructure = {
      type: nameOf(row.type),
      vendor: row.vendor === undefined ? undefined : nameOf(row.vendor),
      // Most commits are met by few rows.
      get shape() {
        shape ??= new RegExp(row.shape.source, `${row.shape.flags}yd`);
        return shape;
      },
      before: row.before ?? 0,
      judge: row.judge,
    };
    return row.near.map((literal) => [literal, compiled] as const);
  }),
  ignoreCase: true,
};

/** Layer 2: secrets told by what stands around them. */
export function findStructures(
  text: string,
  marks: readonly LiteralHit<CompiledStructure>[],
): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  const mayTry = limitRetries();
  for (const { start, value } of marks) {
    const span = spanAt(text, Math.max(0, start - value.before), value, mayTry);
    if (span) spans.push(span);
  }
  return [...spans, ...findPemKeys(text), ...findKubernetesSecrets(text)];
}

function spanAt(
  text: string,
  at: number,
  { type, vendor, shape, judge }: CompiledStructure,
  mayTry: (span: Span) => boolean,
): SecretSpan | undefined {
  shape.lastIndex = at;
  const match = shape.exec(text);
  const secret = match?.groups?.secret;
  const place = match?.indices?.groups?.secret;
  if (secret === undefined || place === undefined || !mayTry({ start: place[0], end: place[1] }))
    return undefined;
  const certainty = judge({ ...match?.groups, secret });
  if (certainty === undefined) return undefined;
  return { start: place[0], end: place[1], type, ...(vendor && { vendor }), told: 'structure', certainty };
}
