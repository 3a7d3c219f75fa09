import { gateBlocked, providerTimeout, secrets, targets } from './conditions/content.ts';
import { digests, files } from './conditions/files.ts';
import { modelAdmission, singlePair } from './conditions/pair.ts';
import {
  backendProcess,
  baseline,
  blockers,
  engine,
  exitCode,
  freshness,
  report,
  sourceAdmission,
  stage,
  status,
} from './conditions/report.ts';
import { allowedWrites, changedFiles } from './conditions/writes.ts';
import type { RunFacts } from './facts.ts';
import type { Condition, ConditionId, RunVerdict, Shortfall } from './verdict.ts';

interface Row {
  readonly judge: (facts: RunFacts) => Iterable<Shortfall>;
  /** What holds where nothing falls short. */
  readonly kept: string;
  /** The key of the report that it stands at. */
  readonly key?: string;
}

/** Every condition, in the order that they are told in. */
const CONDITIONS: Readonly<Record<ConditionId, Row>> = {
  files: { judge: files, kept: 'Every file of the run is there, is a regular file and stands still.' },
  report: { judge: report, kept: 'The report has its format, and is of this directory.', key: 'run_id' },
  engine: { judge: engine, kept: 'The engine is the real one.', key: 'engine' },
  stage: { judge: stage, kept: 'The stage is the one that counts.', key: 'stage' },
  status: { judge: status, kept: 'The run reports a pass.', key: 'status' },
  digests: { judge: digests, kept: 'Every digest was recomputed, and is equal.', key: 'artifact_digests' },
  freshness: { judge: freshness, kept: 'The artifacts are of this run.', key: 'freshness' },
  baseline: { judge: baseline, kept: 'The fake baseline of this run passed.', key: 'baseline' },
  process: { judge: backendProcess, kept: 'The backend was started.', key: 'case_process_started' },
  exit_code: { judge: exitCode, kept: 'The backend ended with 0.', key: 'backend_exit_code' },
  allowed_writes: {
    judge: allowedWrites,
    kept: 'Every write lies within the allowed paths.',
    key: 'allowed_writes_passed',
  },
  changed_files: { judge: changedFiles, kept: 'Report and patch name the same files.', key: 'changed_files' },
  blockers: { judge: blockers, kept: 'Nothing blocked.', key: 'blockers' },
  provider_timeout_fail_closed: { judge: providerTimeout, kept: 'The run did not time out.' },
  model_provider_gate_blocks: { judge: gateBlocked, kept: 'The gate did not block the run.' },
  source_admission: {
    judge: sourceAdmission,
    kept: 'The source is admitted.',
    key: 'source_admission_status',
  },
  model_admission: {
    judge: modelAdmission,
    kept: 'The pair of the run is admitted.',
    key: 'case_model_admission_status',
  },
  single_pair: { judge: singlePair, kept: 'Nothing in the run names another pair.', key: 'case_model' },
  secrets: { judge: secrets, kept: 'No file holds a secret.' },
  targets: { judge: targets, kept: 'No file names a Target Repository.' },
};

export const CONDITION_IDS = Object.keys(CONDITIONS) as ConditionId[];

/**
 * Where there is no report, what follows from its absence is one sentence a condition: what its values are not would read
 * as if it had some. An admission that is missing is missing all the same.
 */
function withoutReport(
  id: ConditionId,
  found: readonly Shortfall[],
  { report: { refusal } }: RunFacts,
): readonly Shortfall[] {
  if (refusal === undefined || id === 'files' || id === 'report' || id === 'model_admission') return found;
  const elsewhere = found.filter(({ file }) => file !== 'report.json');
  if (elsewhere.length === found.length) return found;
  return [{ message: 'No report that says so can be read.', file: 'report.json', line: 1 }, ...elsewhere];
}

/** What other files of the run say of it outweighs the word of its report. */
function* contradicted(id: ConditionId, { files }: RunFacts): Generator<Shortfall> {
  for (const { shown, contradictions } of files)
    for (const one of contradictions)
      if (one.id === id) yield { message: one.message, file: shown, line: one.line };
}

function judged(id: ConditionId, facts: RunFacts): Condition {
  const { judge, kept, key } = CONDITIONS[id];
  const found = [...judge(facts), ...contradicted(id, facts)];
  const [first, ...more] = withoutReport(id, found, facts);
  if (first !== undefined) return { id, ok: false, ...first, more };
  const line = key === undefined ? 1 : facts.report.lineOf(key);
  return { id, ok: true, message: kept, file: 'report.json', line, more: [] };
}

/** Whether a run is a pass, and why not: every condition is judged. Pure: the run was read before. */
export function decideRun(facts: RunFacts): RunVerdict {
  const conditions = CONDITION_IDS.map((id) => judged(id, facts));
  const digest = facts.files.find(({ path }) => path === 'report.json')?.digest;
  return {
    pass: conditions.every(({ ok }) => ok),
    run_id: facts.name,
    admission_digest: facts.admission.digest === undefined ? null : `sha256:${facts.admission.digest}`,
    report_digest: digest === undefined ? null : `sha256:${digest}`,
    conditions,
  };
}
