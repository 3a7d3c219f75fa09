import { type JudgeOptions, judge } from './judge.ts';
import { openKnown, openScope } from './open-scope.ts';
import type { ExitCode, Io } from './output.ts';
import { todayOf } from './today.ts';

/** The options of `check` as the command line names them. */
export interface CheckOptions extends JudgeOptions {
  readonly paths: readonly string[];
  readonly staged?: boolean;
  readonly range?: string;
  readonly rev?: string;
  readonly history?: boolean;
  readonly message?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly policy?: string;
  readonly policyFrom?: string;
  readonly newOnly?: boolean | string;
  readonly today?: string;
  readonly allowEmpty?: boolean;
}

/** Judges what the options name. */
export async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  const opened = await openScope(options, todayOf(options.today, io.env), io);
  const known = await openKnown(options, opened);
  return await judge([{ ...opened, known }], options, io);
}
