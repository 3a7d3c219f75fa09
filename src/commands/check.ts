import { createDetect } from '../check/detect.ts';
import { withoutKnown } from '../check/new-only.ts';
import { check as runCheck } from '../check.ts';
import { nameOf } from '../name.ts';
import { type FormatName, formatReport, READABLE_FORMATS } from '../report/formats.ts';
import type { FormatContext, Report } from '../report/report.ts';
import { judgedText } from '../report/summary.ts';
import { type FormatRequest, parseFormats, writeReportFile } from './formats.ts';
import { openKnown, openScope } from './open-scope.ts';
import { type ExitCode, type Io, print, wantsColor } from './output.ts';
import { chooseRules } from './rule-choice.ts';
import { todayOf } from './today.ts';

/** The options of `check` as the command line names them. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly staged?: boolean;
  readonly range?: string;
  readonly rev?: string;
  readonly history?: boolean;
  readonly message?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly format?: readonly string[];
  readonly policy?: string;
  readonly policyFrom?: string;
  readonly rule?: readonly string[];
  readonly newOnly?: boolean | string;
  readonly maxWarnings?: number;
  readonly today?: string;
  readonly allowEmpty?: boolean;
  readonly timing?: boolean;
}

/** Formats that show fingerprints: others need not wait for them. */
const FINGERPRINTED: ReadonlySet<FormatName> = new Set<FormatName>(['json', 'sarif', 'gitlab']);

async function emit(request: FormatRequest, report: Report, context: FormatContext, io: Io): Promise<void> {
  if (request.file === undefined) {
    await print(io.stdout, await formatReport(request.name, report, context));
    return;
  }
  // A file may be kept and read by others, so it gets no line of a document, whatever standard output is.
  const { frames: _, ...rest } = context;
  writeReportFile(request.file, await formatReport(request.name, report, { ...rest, color: false }), io.cwd);
}

/** Judges what the options name. 0: nothing at severity error; 1: findings; anything that can't be judged is thrown. */
export async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  const formats = parseFormats(options.format);
  const today = todayOf(options.today, io.env);
  const { scope, policy, repository } = await openScope(options, today, io);
  const rules = await chooseRules(options.rule, policy);
  const isReadable = formats.every(({ name }) => READABLE_FORMATS.has(name));
  const detect = createDetect({
    policy,
    rules: new Set(rules.map(({ id }) => id)),
    withFingerprints:
      options.newOnly !== undefined ||
      formats.some(({ name }) => FINGERPRINTED.has(name)) ||
      policy.suppress.some(({ rule }) => rule.startsWith('secrets/')),
  });
  const common = { policy, rules, detect, evidenceMode: 'structure' } as const;
  const judged = await runCheck({ ...common, scope, withFrames: io.terminal.out });
  const { frames } = judged;
  let { report } = judged;
  const known = await openKnown(options, scope, repository, policy);
  if (known)
    report = withoutKnown(report, (await runCheck({ ...common, scope: known, withFrames: false })).report);
  const context: FormatContext = {
    rules: rules.map(({ id, severity, summary, why, help }) => ({
      id: nameOf(id),
      severity,
      summary,
      why,
      help,
    })),
    color: wantsColor(io.env, io.terminal.out),
    columns: io.terminal.columns,
    ...(io.terminal.out ? { frames } : {}),
  };
  const tooMany = options.maxWarnings !== undefined && report.counts.warning > options.maxWarnings;
  const ok = report.ok && !tooMany;
  for (const request of formats) await emit(request, { ...report, ok }, context, io);
  if (!isReadable) await print(io.stderr, `${judgedText(report)}\n`);
  return ok ? 0 : 1;
}
