import { Readable, Writable } from 'node:stream';
import { now } from '../../clock.ts';
import type { Report } from '../../report/report.ts';
import type { AnyRule } from '../../rule.ts';
import type { CheckOptions } from '../check-options.ts';
import { openKnown, openScope } from '../opening/open-scope.ts';
import type { Io } from '../printing/output.ts';
import { progressOn } from '../printing/progress.ts';
import { chooseRules } from '../rule-choice.ts';
import { todayOf } from '../today.ts';
import { withinSeconds } from './deadline.ts';
import { judgeOne } from './judge.ts';

/** What is judged, as the options of `cto-lint check` name it; nothing named is the working tree. */
export interface CheckCall
  extends Pick<
    CheckOptions,
    'staged' | 'range' | 'rev' | 'history' | 'policy' | 'policyFrom' | 'newOnly' | 'today' | 'allowEmpty'
  > {
  /** A folder of the repository; relative paths count from it. Left out: the process's. */
  readonly cwd?: string;
  /** Left out: the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Only these files and folders of the working tree. */
  readonly paths?: readonly string[];
  /** Only the rules of these ids, of the built-in and declared ones. */
  readonly rule?: readonly string[];
  /** Rules of your own, beside the others: see `defineRule`. */
  readonly rules?: readonly AnyRule[];
}

/** A caller prints what it wants; nothing here does. */
function silent(cwd: string, env: NodeJS.ProcessEnv): Io {
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  return {
    stdout: nowhere(),
    stderr: nowhere(),
    stdin: Readable.from([]),
    env,
    cwd,
    terminal: { out: false, err: false, columns: 80 },
    began: now(),
    program: [],
  };
}

/**
 * Judges, and gives the report: `ok` is false where a finding is an error. Throws where it cannot judge (no repository,
 * no readable policy, an empty range), which is no pass either; a rule of yours that throws ends the run as well.
 */
export async function check(call: CheckCall = {}): Promise<Report> {
  const { cwd = process.cwd(), env = process.env, paths = [], rules: own = [], rule, ...rest } = call;
  const io = silent(cwd, env);
  const options: CheckOptions = { ...rest, paths };
  const opened = await openScope(options, todayOf(options.today, env), io);
  const known = await openKnown(options, opened);
  const rules = [...(await chooseRules(rule, opened.policy)), ...own];
  const judged = judgeOne({ ...opened, known }, rules, true, undefined, io, progressOn(io));
  return (await withinSeconds(opened.policy.limits.seconds, io.began, judged)).report;
}
