import { isRunDirectoryName } from '../evidence/run-directory.ts';
import { isOutside, type Moment, type Span } from './times.ts';
import type { ConditionId } from './verdict.ts';

/** Something that a file of the run says of the run, and that its report does not: the condition that it speaks against. */
export interface Contradiction {
  readonly id: ConditionId;
  readonly message: string;
}

/** What the run is, by its directory and its report. */
export interface Own extends Span {
  readonly name: string;
}

/** The engine of the baseline; a real run names it nowhere but there. */
const FAKE = 'fake';

// Events of the baseline, which is a part of the run, and comparisons with it.
const BASELINE = /baseline|compar/i;

export function isOfBaseline(text: string): boolean {
  return BASELINE.test(text);
}

export function* otherRun(name: string, own: Own): Generator<Contradiction> {
  if (isRunDirectoryName(name) && name.toLowerCase() !== own.name.toLowerCase())
    yield { id: 'freshness', message: 'Another run is named as the one that this is of.' };
}

export function* otherTime(moment: Moment | undefined, own: Own): Generator<Contradiction> {
  if (moment !== undefined && isOutside(moment, own))
    yield { id: 'freshness', message: 'A time is not between the start and the end of the run.' };
}

export function* otherEngine(engine: string): Generator<Contradiction> {
  if (engine.toLowerCase() === FAKE)
    yield { id: 'engine', message: 'The fake engine is named as the one that ran.' };
}

const FAILED =
  /^(?:fail|failed|failure|failing|error|errored|blocked|timeout|timed[ _-]out|aborted|cancell?ed|crashed|killed|not[ _-]pass(?:ed)?|no[ _-]pass)(?=$|\s{0,4}[.,;:!()—–]|\s{1,4}(?:-|after|at|because|by|due|during|in|on|since|while|with)\b)(?!\s{0,4}[:=]\s{0,4}\d)|^[❌✗✘]/iu;

/** `fail`, `FAILED at step 3`; not `failed: 0`. */
export function saysFailed(value: string): boolean {
  return FAILED.test(value.trim());
}

export const RUN_FAILED: Contradiction = { id: 'status', message: 'The run is said not to have passed.' };

export const TIMED_OUT: Contradiction = {
  id: 'provider_timeout_fail_closed',
  message: 'The run is said to have timed out.',
};

export const NOT_ADMITTED: Contradiction = {
  id: 'model_provider_gate_blocks',
  message: 'The run is said to have been blocked: its provider and model are not admitted.',
};

export const EXIT_CODE: Contradiction = {
  id: 'exit_code',
  message: 'The backend is said to have ended with another code than 0.',
};

export const WRITES: Contradiction = {
  id: 'allowed_writes',
  message: 'A write is said to lie outside of the allowed paths.',
};
