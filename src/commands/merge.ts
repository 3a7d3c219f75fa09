import { resolve } from 'node:path';
import { RULES } from '../../rules/registry.ts';
import { mergeFault, mergeShards, type ShardReport } from '../check/merge-shards.ts';
import { readNamedFile } from '../disk/read-file.ts';
import { REFUSED } from '../disk/refusal.ts';
import type { FormatContext, Report, RuleDescription } from '../report/report.ts';
import { reportSchema } from '../report/schema.ts';
import { UsageError } from './failure.ts';
import { describeRule, emitReport } from './printing/emit-report.ts';
import { parseFormats } from './printing/formats.ts';
import { type ExitCode, type Io, wantsColor } from './printing/output.ts';
import { ownCommand } from './printing/own-command.ts';
import { tellVerdict } from './printing/tell-verdict.ts';

export interface MergeOptions {
  readonly format?: readonly string[];
  readonly maxWarnings?: number;
}

const HELP = 'Give the JSON report of every shard: `cto-lint check … --shard I/N --format json:FILE`.';

/** A text of Node's holds no more: `buffer.constants.MAX_STRING_LENGTH` is 512 MiB. */
const MAX_REPORT_BYTES = 500_000_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its message would quote the text; what is wrong with it is told below.
    return undefined;
  }
}

function readReport(file: string, cwd: string): ShardReport {
  const read = readNamedFile(resolve(cwd, file), MAX_REPORT_BYTES);
  if (typeof read === 'string') throw new UsageError(`The report \`${file}\` ${REFUSED[read]}.`, HELP);
  const result = reportSchema.safeParse(parsed(read.bytes.toString('utf8')));
  if (!result.success) throw new UsageError(`The report \`${file}\` is no JSON report of cto-lint.`, HELP);
  const report: Report = result.data;
  const { shard } = report;
  if (shard === undefined) throw new UsageError(`The report \`${file}\` is of no shard.`, HELP);
  return { ...report, shard };
}

/** Rules of a policy's own are known here by what they found. */
function describedIn(report: Report): readonly RuleDescription[] {
  const described = new Map(RULES.map((rule) => [rule.id as string, describeRule(rule)]));
  for (const { ruleId, severity, message, help } of report.findings) {
    if (!described.has(ruleId))
      described.set(ruleId, { id: ruleId, severity, summary: message, why: help, help });
  }
  return [...described.values()];
}

/** One report of the shards of a run, as if it had been one. A shard that is missing is a usage error. */
export async function merge(files: readonly string[], options: MergeOptions, io: Io): Promise<ExitCode> {
  const formats = parseFormats(options.format, io.cwd);
  const reports = files.map((file) => readReport(file, io.cwd));
  const fault = mergeFault(reports);
  if (fault !== undefined) throw new UsageError(fault, HELP);
  const merged = mergeShards(reports as [ShardReport, ...ShardReport[]]);
  const tooMany = options.maxWarnings !== undefined && merged.counts.warning > options.maxWarnings;
  const report = { ...merged, ok: merged.ok && !tooMany };
  const context: FormatContext = {
    rules: describedIn(report),
    color: wantsColor(io.env, io.terminal.out),
    command: ownCommand(io),
    columns: io.terminal.columns,
  };
  for (const request of formats) await emitReport(request, report, context, io);
  await tellVerdict(formats, report, io);
  return report.ok ? 0 : 1;
}
