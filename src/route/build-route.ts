import { readDecisionRecord } from '../documents/decision-record.ts';
import type { Document, Kind } from '../documents/document.ts';
import { readSotDocument } from '../documents/sot-document.ts';
import { readTaskFile } from '../documents/task-file.ts';
import { readWorkItems } from '../documents/work-items.ts';
import type { SourceFile } from '../file.ts';
import type { Policy } from '../policy/policy.ts';
import { readDecisions } from './decision.ts';
import { admissionFor, deriveGates } from './facts.ts';
import { readPassReports } from './pass-report.ts';
import type { Route } from './route.ts';

export interface Revision {
  readonly documents: readonly Document[];
  readonly paths: ReadonlySet<string>;
  readonly commits: ReadonlySet<string>;
  readonly attributes: readonly SourceFile[];
}

/** Links the governed documents of one revision. A kind whose part of the policy is missing is not governed. */
export async function buildRoute(revision: Revision, policy: Policy): Promise<Route> {
  const { decision, work } = policy;
  const of = (kind: Kind): readonly Document[] =>
    revision.documents.filter(({ kinds }) => kinds.includes(kind));
  const structured = async () => {
    // zod is loaded only where a structured document is there: it is the heaviest part of a start.
    const [{ readStructured }, formats] = await Promise.all([
      import('../documents/structured.ts'),
      import('../documents/formats.ts'),
    ]);
    return {
      admissions: of('admission').map((document) => readStructured(document, formats.admissionFormat)),
      buildReports: of('build-report').map((document) => readStructured(document, formats.buildReportFormat)),
      configs: of('generated-config').map((document) =>
        readStructured(document, formats.generatedConfigFormat),
      ),
    };
  };
  const isStructured = (document: Document): boolean =>
    document.kinds.some(
      (kind) => kind === 'admission' || kind === 'build-report' || kind === 'generated-config',
    );
  const { admissions, buildReports, configs } = revision.documents.some(isStructured)
    ? await structured()
    : { admissions: [], buildReports: [], configs: [] };

  const records = decision
    ? of('decision-record').map((document) => readDecisionRecord(document, decision))
    : [];
  const workItems = work ? of('work-items').map((document) => readWorkItems(document, work)) : [];
  const items = workItems.flatMap((document) => document.items);
  const decisions = decision ? readDecisions(records, decision) : [];
  const passReports = readPassReports(items);
  const gates = deriveGates({ decisions, items, admissions, passReports }, policy);
  return {
    ...revision,
    records: records.map((record) => {
      const decided = decisions.find((one) => one.records.includes(record));
      return { ...record, admitted: admissionFor(decided, admissions, policy)?.value };
    }),
    packets: of('decision-packet').map((document) => ({ document })),
    workItems,
    sots: of('sot').map(readSotDocument),
    tasks: of('task').map((document) => readTaskFile(document, revision.paths)),
    admissions,
    buildReports,
    configs,
    items,
    decisions,
    passReports,
    gates,
  };
}
