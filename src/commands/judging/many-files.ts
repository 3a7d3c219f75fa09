import { availableParallelism } from 'node:os';
import type { ManyFiles } from '../../check/many-files.ts';
import type { ThreadSetup } from '../../check/thread-judge.ts';
import { Threads } from '../../check/threads.ts';
import type { Timing } from '../../check/timing.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Policy } from '../../policy/policy.ts';
import type { AnyRule } from '../../rule.ts';
import type { OpenedEvidence } from '../evidence/open-evidence.ts';
import type { Io } from '../printing/output.ts';
import { openCleanFiles } from './clean-file-cache.ts';
import { verdictKey } from './verdict-key.ts';

/** Beyond these a reading process cannot feed more. */
const MOST = 8;

/**
 * A thread starts, loads and has V8 compile what this one has had compiled: half a second of a processor's time. Of less
 * than this a run ends no sooner for it, even where another processor has nothing to do.
 */
const WORTH_IT = { files: 3000, bytes: 8 * 1024 * 1024 };
const AT_ONCE = { files: 0, bytes: 0 };

/** What was asked for of how a run is made; no answer of a run depends on it. */
export interface HowToJudge {
  /** How many threads; as many as there are cores where none were asked for. */
  readonly threads?: number | undefined;
  /** Whether verdicts are kept; where nothing was asked for, outside of CI. */
  readonly cache?: boolean | undefined;
}

export interface ManyFilesOptions {
  readonly repository: Repository;
  readonly policy: Policy;
  readonly rules: readonly AnyRule[];
  readonly evidence: OpenedEvidence | undefined;
  readonly timing: Timing | undefined;
  readonly how: HowToJudge;
}

/** What many files are judged with; `undefined` where the caller can run no threads and has no build to know again. */
export function manyFiles(options: ManyFilesOptions, io: Pick<Io, 'thread' | 'env'>): ManyFiles | undefined {
  const { repository, policy, evidence, timing, how } = options;
  const { thread } = io;
  if (thread === undefined) return undefined;
  const rules = options.rules.map(({ id }) => id);
  const setup = (): ThreadSetup => ({
    policy: { ...policy },
    rules,
    evidence: evidence?.index,
    timed: timing !== undefined,
  });
  return {
    // Who names a number means it.
    threadsFrom: how.threads === undefined ? WORTH_IT : AT_ONCE,
    openThreads: () => {
      const count = Math.min(how.threads ?? availableParallelism(), MOST) - 1;
      if (count < 1) return undefined;
      return new Threads(thread, setup(), count, (times) => {
        for (const [step, took] of times) timing?.add(step, took);
      });
    },
    cacheFrom: how.cache === true ? 'the first file' : 'many files',
    openCache: () =>
      (how.cache ?? !io.env.CI)
        ? openCleanFiles(repository.commonDir, verdictKey(thread, policy, rules, evidence?.index?.parts))
        : undefined,
    pastWasRead: () => evidence?.pastWasRead() ?? false,
  };
}
