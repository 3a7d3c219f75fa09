import type { Claim, Policy, Statement } from '../../policy/policy.ts';
import type { Occurrence } from './phrases.ts';
import type { Reading } from './reading.ts';
import { type CompiledWording, claimIn, compileWording, isMentioned, isStated } from './wording.ts';

/** A statement or a claim, its wordings read once for a run. */
export interface Compiled {
  readonly any: readonly CompiledWording[];
  readonly against: readonly CompiledWording[];
}

const compiled = new WeakMap<Statement | Claim, Compiled>();

export function compile(entry: Statement | Claim, policy: Pick<Policy, 'vocabulary'>): Compiled {
  const known = compiled.get(entry);
  if (known) return known;
  const against = 'in' in entry ? entry.unless : entry.against;
  const made: Compiled = {
    any: entry.any.map((wording) => compileWording(wording, policy)),
    against: (against ?? []).map((wording) => compileWording(wording, policy)),
  };
  compiled.set(entry, made);
  return made;
}

/** Whether a sentence makes a statement. */
export function makes(reading: Reading, { any }: Compiled): boolean {
  return any.some((wording) => isStated(reading, wording));
}

/** The words with which a sentence contradicts a statement, if it does. */
export function contradiction(reading: Reading, { against }: Compiled): Occurrence | undefined {
  for (const wording of against) {
    const found = claimIn(reading, wording);
    if (found) return found;
  }
  return undefined;
}

/** The words that claim something, if a sentence does, and does not with the same words claim what is allowed. */
export function claimed(reading: Reading, { any, against }: Compiled): Occurrence | undefined {
  for (const wording of any) {
    const found = claimIn(reading, wording, against);
    if (found) return found;
  }
  return undefined;
}

/** Whether a sentence is about a statement: all that a wording wants is mentioned, whatever is said of it. */
export function touches(reading: Reading, { any }: Compiled): boolean {
  return any.some((wording) => isMentioned(reading, wording));
}
