import { availableParallelism } from 'node:os';
import type { ManyFiles } from '../check/judge-files.ts';
import { Threads } from '../check/threads.ts';
import type { Timing } from '../check/timing.ts';
import type { Policy } from '../policy/policy.ts';
import type { AnyRule } from '../rule.ts';
import type { OpenedEvidence } from './open-evidence.ts';
import type { Io } from './output.ts';

/** Beyond these a reading process cannot feed more. */
const MOST = 8;

/** A thread takes as long to start and to warm up as one takes to judge this much. */
const WORTH_IT = { files: 1000, bytes: 4 * 1024 * 1024 };

export interface ManyFilesOptions {
  readonly policy: Policy;
  readonly rules: readonly AnyRule[];
  readonly evidence: OpenedEvidence | undefined;
  readonly timing: Timing | undefined;
  /** How many threads were asked for; as many as there are cores where none were. */
  readonly threads: number | undefined;
}

/** What many files are judged with; `undefined` where one thread is all there is. */
export function manyFiles(options: ManyFilesOptions, io: Pick<Io, 'thread'>): ManyFiles | undefined {
  const { policy, rules, evidence, timing } = options;
  const { thread } = io;
  const count = Math.min(options.threads ?? availableParallelism(), MOST) - 1;
  if (thread === undefined || count < 1) return undefined;
  const setup = () => ({
    policy: { ...policy },
    rules: rules.map(({ id }) => id),
    evidence: evidence?.index,
    timed: timing !== undefined,
  });
  return {
    // Who names a number means it.
    worthIt: options.threads === undefined ? WORTH_IT : { files: 0, bytes: 0 },
    threads: () =>
      new Threads(thread, setup(), count, (times) => {
        for (const [step, took] of times) timing?.add(step, took);
      }),
  };
}
