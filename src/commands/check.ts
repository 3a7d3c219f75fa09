import { RULES } from '../../rules/registry.ts';
import { createDetect } from '../check/detect.ts';
import { check as runCheck } from '../check.ts';
import { nameOf } from '../name.ts';
import { type FormatName, formatReport, READABLE_FORMATS } from '../report/formats.ts';
import type { FormatContext, Report } from '../report/report.ts';
import { judgedText } from '../report/summary.ts';
import type { AnyRule } from '../rule.ts';
import { UsageError } from './failure.ts';
import { type FormatRequest, parseFormats, writeReportFile } from './formats.ts';
import { openScope } from './open-scope.ts';
import { type ExitCode, type Io, print, wantsColor } from './output.ts';
import { nearest } from './suggestion.ts';
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

function chosenRules(ids: readonly string[] | undefined, off: (id: string) => boolean): readonly AnyRule[] {
  if (ids === undefined) return RULES.filter(({ id }) => !off(id));
  return ids.map((id) => {
    const rule = RULES.find((one) => one.id === id);
    if (rule) return rule;
    const near = nearest(
      id,
      RULES.map((one) => one.id),
    );
    throw new UsageError(
      'There is no rule of that id.',
      near === undefined ? 'Run `cto-lint rules` for the list.' : `Did you mean \`${near}\`?`,
    );
  });
}

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
  const { scope, policy } = await openScope(options, today, io);
  const severities = policy.rules as Record<string, string>;
  const rules = chosenRules(options.rule, (id) => severities[id] === 'off');
  const isReadable = formats.every(({ name }) => READABLE_FORMATS.has(name));
  const detect = createDetect({
    policy,
    rules: new Set(rules.map(({ id }) => id)),
    withFingerprints:
      formats.some(({ name }) => FINGERPRINTED.has(name)) ||
      policy.suppress.some(({ rule }) => rule.startsWith('secrets/')),
  });
  const { report, frames } = await runCheck({
    scope,
    policy,
    rules,
    detect,
    evidenceMode: 'structure',
    withFrames: io.terminal.out,
  });
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
