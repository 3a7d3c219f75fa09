import type { WorkItem } from '../documents/kinds/work-items.ts';
import type { Place } from '../file.ts';

/** A reference to a run that passed, as `cto-lint evidence verify --record` prints it. */
export interface PassReport {
  readonly item: WorkItem;
  readonly place: Place;
  readonly run: string;
  /** SHA-256 of the run's report, hex. */
  readonly digest: string;
  readonly commit: string;
  readonly provider: string;
  readonly model: string;
  readonly verified: string;
}

// `Pass report: 20260602T101500Z-slug-4711/report.json, sha256 9811…, commit 7959…, PROVIDER MODEL, verified 2026-06-02`
const SHAPE =
  /^Pass report: (?<run>\d{8}T\d{6}Z-[A-Za-z0-9._-]{1,120}-\d{1,10})\/report\.json, sha256 (?:sha256:)?(?<digest>[0-9a-f]{64}), commit (?<commit>[0-9a-f]{40}|[0-9a-f]{64}), (?<provider>[^\s,]{1,100}) (?<model>[^\s,]{1,100}), verified (?<verified>\d{4}-\d{2}-\d{2})$/;

export function readPassReports(items: readonly WorkItem[]): readonly PassReport[] {
  return items.flatMap((item) =>
    item.evidence.flatMap(({ text, place }) => {
      const groups = SHAPE.exec(text)?.groups;
      if (groups === undefined) return [];
      const { run, digest, commit, provider, model, verified } = groups;
      return [
        {
          item,
          place,
          run: run!,
          digest: digest!,
          commit: commit!,
          provider: provider!,
          model: model!,
          verified: verified!,
        },
      ];
    }),
  );
}

/** The line that a work item names under its evidence; `readPassReports` reads it. */
export function passReportLine(
  report: Pick<PassReport, 'run' | 'digest' | 'commit' | 'provider' | 'model' | 'verified'>,
): string {
  const { run, digest, commit, provider, model, verified } = report;
  return `- Pass report: ${run}/report.json, sha256 ${digest}, commit ${commit}, ${provider} ${model}, verified ${verified}.`;
}
