import { namedPath } from '../../disk/named-path.ts';
import { writeInto } from '../../disk/write-into.ts';
import { decide } from '../../gate/decide.ts';
import { gatherFacts } from '../../gate/gather.ts';
import { MARKER, markerText } from '../../gate/marker.ts';
import type { GateVerdict } from '../../gate/verdict.ts';
import { openCommitted } from '../opening/open-committed.ts';
import { todayOf } from '../today.ts';

/** What `gate` is asked. Relative paths count from `cwd`. */
export interface GateOptions {
  /** Where it stands: a folder of the repository whose `HEAD` decides. Left out: the process's. */
  readonly cwd?: string;
  /** The harness's variables (`CTO_HARNESS_…`, `CASE_DATA_DIR`). Left out: the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The run directory: a block over the pair leaves its marker in `backend/`. */
  readonly runDir?: string;
  /** The build report; left out, the one that is committed. */
  readonly buildReport?: string;
  /** The command that is to be run, program first: judged by its shape, and its task file by the contract. */
  readonly argv?: readonly string[];
  /** A policy file instead of the one at `HEAD`. */
  readonly policy?: string;
  /** The day that counts as today, `2026-11-20`. Left out: `CTO_LINT_TODAY`, or the machine's in UTC. */
  readonly today?: string;
}

/**
 * May the harness start the real backend? Every blocker that applies. Starts nothing but git, and writes nothing but the
 * marker. Throws where it cannot judge (no repository, no readable policy, a path inside a Target Repository, a marker
 * that cannot be written), which is no leave to start either.
 */
export async function gate(options: GateOptions = {}): Promise<GateVerdict> {
  const { cwd = process.cwd(), env = process.env } = options;
  const today = todayOf(options.today, env);
  const { repository, policy, isForbidden } = await openCommitted(options.policy, today, { cwd, env });
  const runDir = options.runDir && namedPath('--run-dir', options.runDir, cwd, isForbidden);
  const facts = await gatherFacts({
    repository,
    policy,
    isForbidden,
    env,
    cwd,
    argv: options.argv?.length ? options.argv : undefined,
    buildReport: options.buildReport,
  });
  const verdict = decide(facts);
  const text = markerText(verdict);
  if (runDir && text !== undefined) writeInto(runDir, MARKER.folder, MARKER.name, text);
  return verdict;
}
