import type { Report, Shard } from '../report/report.ts';
import { compareFindings } from './findings.ts';
import { joinReports } from './join-reports.ts';
import { shownUnjudged } from './not-judged.ts';

/** A report of one shard. */
export type ShardReport = Report & { readonly shard: Shard };

function contradictsItself({ findings, counts }: ShardReport): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return counts.error !== errors || counts.warning !== findings.length - errors;
}

const OTHER_RUN =
  'The reports are not of one run: another revision, policy, day, version or number of shards.';
/** The likely one, by the first report that was put beside what the second shard judges. */
const OTHER_FILES =
  'Or the files of the working tree are others: a report that is written among them is one more.';

/** Why reports are no whole, or `undefined`. */
export function mergeFault(reports: readonly ShardReport[]): string | undefined {
  const [first] = reports;
  if (first === undefined) return 'There is no report.';
  const { total, run } = first.shard;
  if (reports.some(({ shard }) => shard.run !== run || shard.total !== total))
    return first.scope.kind === 'worktree' ? `${OTHER_RUN} ${OTHER_FILES}` : OTHER_RUN;
  if (reports.some(({ judged }) => judged.commits !== first.judged.commits))
    return 'The reports are not of one run: they saw different commits.';
  if (reports.some(contradictsItself))
    return 'A report contradicts itself: it counts other findings than it has.';
  const indices = new Set(reports.map(({ shard }) => shard.index));
  const missing = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !indices.has(index));
  if (missing.length > 0) {
    const names = missing.slice(0, 10).map((index) => `${index}/${total}`);
    const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : '';
    return `There is no report of shard ${names.join(', ')}${more}.`;
  }
  return reports.length > total ? 'A shard has two reports.' : undefined;
}

/** The report that one run of everything gives, byte for byte. `mergeFault` finds no fault with the reports. */
export function mergeShards(reports: readonly [ShardReport, ...ShardReport[]]): Report {
  const ordered = [...reports].sort((a, b) => a.shard.index - b.shard.index) as [
    ShardReport,
    ...ShardReport[],
  ];
  const [first] = ordered;
  const used = new Set(ordered.flatMap(({ shard }) => shard.used));
  const unused = first.shard.unused.filter(({ entry }) => !used.has(entry)).map(({ finding }) => finding);
  const { shard: _, ...whole } = first;
  const findings = [...ordered.flatMap((report) => report.findings), ...unused].sort(compareFindings);
  const others = ordered.slice(1).map((report) => ({ ...report, findings: [] }));
  const joined = joinReports([{ ...whole, findings }, ...others]);
  return {
    ...joined,
    judged: { ...joined.judged, commits: first.judged.commits },
    notJudged: [...first.notJudged, ...shownUnjudged(ordered.flatMap(({ shard }) => shard.notJudged))],
    suppressed: [...(joined.suppressed ?? [])].sort(compareFindings),
  };
}
