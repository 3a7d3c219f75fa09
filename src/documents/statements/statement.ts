import type { Claim, Policy, Statement } from '../../policy/policy.ts';
import { isKeptPlainly } from './kept-plainly.ts';
import { isLoosened, type Sentence } from './loosening.ts';
import { keysSaid } from './own-words.ts';
import type { Occurrence } from './phrases.ts';
import type { Reading } from './reading.ts';
import { isTakenBack } from './taken-back.ts';
import { type CompiledWording, claimIn, compileWording, isMentioned, isStated } from './wording.ts';

/** A statement or a claim, its wordings read once for a run. */
export interface Compiled {
  readonly any: readonly CompiledWording[];
  /** A sentence without any of these words is in none of the wordings; `undefined`: it may be in any case. */
  readonly anchors: ReadonlySet<string> | undefined;
  readonly against: readonly CompiledWording[];
  /** What the policy says it says. */
  readonly sentence: Sentence;
}

const known = new WeakMap<Statement | Claim, Compiled>();

export function compile(entry: Statement | Claim, policy: Pick<Policy, 'vocabulary'>): Compiled {
  const before = known.get(entry);
  if (before) return before;
  const against = 'in' in entry ? entry.unless : entry.against;
  const any = entry.any.map((wording) => compileWording(wording, policy));
  const made: Compiled = {
    any,
    anchors: anchorsOf(any),
    against: (against ?? []).map((wording) => compileWording(wording, policy)),
    sentence: sentenceOf(entry),
  };
  known.set(entry, made);
  return made;
}

/** What a statement guards against being permitted it forbids as an act: of work it says until when that waits. */
function sentenceOf(entry: Statement | Claim): Sentence {
  const against = 'in' in entry ? [] : (entry.against ?? []);
  return {
    keys: keysSaid(entry.says),
    ban:
      against.some(({ permits }) => permits !== undefined) &&
      entry.any.every(({ gate }) => gate === undefined),
    together: / and /.test(entry.says),
    closed: /\bonly\b/i.test(entry.says),
  };
}

/** The words of which each wording needs one: the first ones of the phrases of the group with the fewest. */
function anchorsOf(wordings: readonly CompiledWording[]): ReadonlySet<string> | undefined {
  const anchors = new Set<string>();
  for (const { names, says } of wordings) {
    const [shortest] = [...names, ...says].toSorted((a, b) => a.size - b.size);
    if (shortest === undefined) return undefined;
    for (const { keys } of shortest.phrases) anchors.add(keys[0]!);
  }
  return anchors;
}

/** Most sentences have none of the words that anything is claimed with. */
function mayClaim({ index }: Reading, { anchors }: Compiled): boolean {
  if (anchors === undefined) return true;
  for (const key of index.keys()) if (anchors.has(key)) return true;
  return false;
}

/** Whether a sentence makes a statement, and nothing in it makes it hold for less. */
export function makes(reading: Reading, { any, sentence }: Compiled): boolean {
  return any.some((wording) => isStated(reading, wording) && !isLoosened(reading, wording, sentence));
}

/** Whether a sentence takes back what a statement's gate says, whether it says so itself or follows one that does. */
export function takesBack(reading: Reading, { any }: Compiled): boolean {
  return any.some(({ gate, names }) => gate !== undefined && isTakenBack(reading, gate, names));
}

/** Whether a text says what a statement's gate says plainly, and lets it stand. */
export function keepsPlainly(reading: Reading, { any }: Compiled): boolean {
  return any.some((wording) => wording.gate === undefined || isKeptPlainly(reading, wording.gate));
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
export function claimed(
  reading: Reading,
  compiled: Compiled,
  deciders?: ReadonlySet<string>,
): Occurrence | undefined {
  if (!mayClaim(reading, compiled)) return undefined;
  const { any, against } = compiled;
  for (const wording of any) {
    const found = claimIn(reading, wording, against, deciders);
    if (found) return found;
  }
  return undefined;
}

/** Whether a sentence is about a statement: all that a wording wants is mentioned, whatever is said of it. */
export function touches(reading: Reading, { any }: Compiled): boolean {
  return any.some((wording) => isMentioned(reading, wording));
}
