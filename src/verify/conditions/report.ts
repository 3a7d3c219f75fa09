import { isAhead } from '../../date.ts';
import { REFUSED } from '../../disk/refusal.ts';
import { isRunDirectoryName } from '../../evidence/run-directory.ts';
import type { RunFacts } from '../facts.ts';
import { timeIn, valueIn } from '../report-values.ts';
import type { Shortfall } from '../verdict.ts';

function reported(facts: RunFacts, keys: readonly string[], message: string): Shortfall {
  return { message, file: 'report.json', line: facts.report.lineOf(...keys) };
}

function* isExactly(facts: RunFacts, keys: readonly string[], wanted: unknown): Generator<Shortfall> {
  if (valueIn(facts.report.data, keys) === wanted) return;
  yield reported(facts, keys, `\`${keys.join('.')}\` is not \`${String(wanted)}\`.`);
}

export function* report(facts: RunFacts): Generator<Shortfall> {
  const { refusal, faults } = facts.report;
  if (refusal !== undefined) {
    yield reported(facts, [], `The report ${REFUSED[refusal]}.`);
    return;
  }
  for (const { message, line } of faults) yield { message, file: 'report.json', line };
  if (!isRunDirectoryName(facts.name))
    yield reported(facts, [], 'The directory is not named as a run is: time, slug and process id.');
  if (facts.report.data.run_id !== facts.name)
    yield reported(facts, ['run_id'], '`run_id` is not the name of the directory.');
}

export function engine(facts: RunFacts): Generator<Shortfall> {
  return isExactly(facts, ['engine'], facts.policy.run.engine);
}

export function stage(facts: RunFacts): Generator<Shortfall> {
  return isExactly(facts, ['stage'], facts.policy.run.stage);
}

export function status(facts: RunFacts): Generator<Shortfall> {
  return isExactly(facts, ['status'], 'pass');
}

export function backendProcess(facts: RunFacts): Generator<Shortfall> {
  return isExactly(facts, ['case_process_started'], true);
}

export function exitCode(facts: RunFacts): Generator<Shortfall> {
  return isExactly(facts, ['backend_exit_code'], 0);
}

export function sourceAdmission(facts: RunFacts): Generator<Shortfall> {
  return isExactly(facts, ['source_admission_status'], 'admitted');
}

export function* blockers(facts: RunFacts): Generator<Shortfall> {
  const { blockers: listed } = facts.report.data;
  if (!Array.isArray(listed) || listed.length > 0)
    yield reported(facts, ['blockers'], '`blockers` is not an empty list.');
}

export function* baseline(facts: RunFacts): Generator<Shortfall> {
  yield* isExactly(facts, ['baseline', 'engine'], 'fake');
  yield* isExactly(facts, ['baseline', 'status'], 'pass');
  yield* isOfThisRun(facts, ['baseline', 'run_id']);
}

function* isOfThisRun(facts: RunFacts, keys: readonly string[]): Generator<Shortfall> {
  const value = valueIn(facts.report.data, keys);
  if (value !== facts.name || value !== facts.report.data.run_id)
    yield reported(facts, keys, `\`${keys.join('.')}\` is not this run's.`);
}

/** `20260602T101500Z-…` */
function timeOfName(name: string): number {
  return Date.parse(name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/s, '$1-$2-$3T$4:$5:$6Z'));
}

const DAY = 24 * 60 * 60 * 1000;
/** Some file systems keep times to two seconds. */
const GRAIN = 2000;

export function* freshness(facts: RunFacts): Generator<Shortfall> {
  yield* isOfThisRun(facts, ['freshness', 'run_id']);
  const started = timeIn(facts.report.data, ['started_at']);
  const oldest = timeIn(facts.report.data, ['freshness', 'oldest_artifact_at']);
  const finished = timeIn(facts.report.data, ['finished_at']);
  // A harness may name its directory in another zone's time, but not on another day.
  if (!(Math.abs(started - timeOfName(facts.name)) <= DAY))
    yield reported(facts, ['started_at'], '`started_at` is not the time that the directory is named after.');
  if (!(started <= oldest))
    yield reported(
      facts,
      ['freshness', 'oldest_artifact_at'],
      Number.isNaN(started) || Number.isNaN(oldest)
        ? 'Whether an artifact is older than the start of the run cannot be told: a time is missing.'
        : 'An artifact is older than the start of the run.',
    );
  if (!(oldest <= finished))
    yield reported(
      facts,
      ['finished_at'],
      Number.isNaN(oldest) || Number.isNaN(finished)
        ? 'Whether the run finished after its artifacts were written cannot be told: a time is missing.'
        : 'The run finished before its oldest artifact was written.',
    );
  const end = valueIn(facts.report.data, ['finished_at']);
  if (typeof end === 'string' && isAhead(end, facts.policy.today))
    yield reported(
      facts,
      ['finished_at'],
      'The run is said to have finished on a day that is still to come.',
    );
  for (const { shown, modified } of facts.files) {
    if (modified + GRAIN < started)
      yield { message: 'The file was written before the run started.', file: shown, line: 1 };
  }
}
