import type { CheckOptions } from './check-options.ts';
import { loadJudge } from './judging/load-judge.ts';
import { openKnown, openScope } from './opening/open-scope.ts';
import type { ExitCode, Io } from './printing/output.ts';
import { progressOn } from './printing/progress.ts';
import { todayOf } from './today.ts';

/** Judges what the options name. */
export async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  const progress = progressOn(io);
  try {
    const [opened, judge] = await Promise.all([
      openScope(options, todayOf(options.today, io.env), io),
      loadJudge(),
    ]);
    const known = await openKnown(options, opened);
    return await judge([{ ...opened, known, shard: options.shard, how: options }], options, io, progress);
  } finally {
    progress.clear();
  }
}
