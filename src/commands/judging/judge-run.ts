import { passReportLine } from '../../route/pass-report.ts';
import { decideRun } from '../../verify/decide.ts';
import { gatherRun } from '../../verify/gather.ts';
import type { RunVerdict } from '../../verify/verdict.ts';
import { UsageError } from '../failure.ts';
import { openCommitted } from '../opening/open-committed.ts';
import { todayOf } from '../today.ts';

/** What `evidence verify` is asked. Relative paths count from `cwd`. */
export interface VerifyOptions {
  /** Where it stands: a folder of the repository whose `HEAD` has policy and route. Left out: the process's. */
  readonly cwd?: string;
  /** For `CTO_HARNESS_CASE_MODEL_ADMISSION_FILE` and `CTO_LINT_TODAY`. Left out: the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The admission; left out, the one that the variable names, else the committed one. */
  readonly admission?: string;
  /** A policy file instead of the one at `HEAD`. */
  readonly policy?: string;
  /** The day that counts as today, `2026-11-20`. */
  readonly today?: string;
  /** Told of the bytes that were read, while they are. */
  readonly onProgress?: (readBytes: number, allBytes: number) => void;
}

/** A verdict, and what a work item may name under `Evidence:` where it is a pass. */
export interface VerifiedRun extends RunVerdict {
  /** `- Pass report: RUN_ID/report.json, sha256 …`; null where the run is no pass, or there is no commit yet. */
  readonly record: string | null;
}

/**
 * Is this run a pass? Every condition, each with its place. Starts nothing but git, and writes nothing. Throws where it
 * cannot judge (no repository, no readable policy, no directory, a path inside a Target Repository), which is no pass
 * either.
 */
export async function verifyEvidence(runDir: string, options: VerifyOptions = {}): Promise<VerifiedRun> {
  const { cwd = process.cwd(), env = process.env } = options;
  const today = todayOf(options.today, env);
  const committed = await openCommitted(options.policy, today, { cwd, env });
  const { repository } = committed;
  if (runDir === '') throw new UsageError('RUN_DIR names nothing.', 'Give it a run directory.');
  const facts = await gatherRun({
    ...committed,
    env,
    cwd,
    runDir,
    admission: options.admission,
    onProgress: options.onProgress,
  });
  const verdict = decideRun(facts);
  const { case_model_provider: provider, case_model: model } = facts.report.data;
  const record =
    verdict.pass && repository.head !== undefined && verdict.report_digest !== null
      ? passReportLine({
          run: facts.name,
          digest: verdict.report_digest.slice('sha256:'.length),
          commit: repository.head,
          provider: String(provider),
          model: String(model),
          verified: today,
        })
      : null;
  return { ...verdict, record };
}
