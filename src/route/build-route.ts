import type { Document, Kind } from '../documents/document.ts';
import { readDecisionRecord } from '../documents/kinds/decision-record.ts';
import { readSotDocument } from '../documents/kinds/sot-document.ts';
import { readTaskFile } from '../documents/kinds/task-file.ts';
import { readWorkItems } from '../documents/kinds/work-items.ts';
import type { SourceFile } from '../file.ts';
import type { Policy } from '../policy/policy.ts';
import { type Run, unlimited } from '../time-limit.ts';
import { readDecisions } from './decision.ts';
import { admissionFor, deriveGates } from './facts.ts';
import { readPassReports } from './pass-report.ts';
import type { Paths } from './paths.ts';
import type { Route } from './route.ts';

export interface Revision {
  readonly documents: readonly Document[];
  readonly paths: Paths;
  readonly commits: ReadonlySet<string>;
  readonly attributes: readonly SourceFile[];
}

type Structured = Pick<Route, 'admissions' | 'buildReports' | 'configs'>;

const NOTHING_STRUCTURED: Structured = { admissions: [], buildReports: [], configs: [] };

function isOf(kind: Kind): (document: Document) => boolean {
  return ({ kinds }) => kinds.includes(kind);
}

/** zod is loaded only where a structured document is there: it is the heaviest part of a start. */
async function structuredReader(documents: readonly Document[]): Promise<() => Structured> {
  const admissions = documents.filter(isOf('admission'));
  const buildReports = documents.filter(isOf('build-report'));
  const configs = documents.filter(isOf('generated-config'));
  if (admissions.length + buildReports.length + configs.length === 0) return () => NOTHING_STRUCTURED;
  const [{ readStructured }, formats] = await Promise.all([
    import('../documents/kinds/structured.ts'),
    import('../documents/kinds/formats.ts'),
  ]);
  return () => ({
    admissions: admissions.map((document) => readStructured(document, formats.admissionFormat)),
    buildReports: buildReports.map((document) => readStructured(document, formats.buildReportFormat)),
    configs: configs.map((document) => readStructured(document, formats.generatedConfigFormat)),
  });
}

/**
 * Links the governed documents of one revision. A kind whose part of the policy is missing is not governed. What reads
 * them is run by `run`.
 */
export async function buildRoute(revision: Revision, policy: Policy, run: Run = unlimited): Promise<Route> {
  const readStructured = await structuredReader(revision.documents);
  return run(() => linked(revision, readStructured(), policy));
}

function linked(revision: Revision, structured: Structured, policy: Policy): Route {
  const { decision, work } = policy;
  const { admissions, buildReports, configs } = structured;
  const of = (kind: Kind): readonly Document[] => revision.documents.filter(isOf(kind));
  const records = decision
    ? of('decision-record').map((document) => readDecisionRecord(document, decision))
    : [];
  const workItems = work ? of('work-items').map((document) => readWorkItems(document, work)) : [];
  const items = workItems.flatMap((document) => document.items);
  const decisions = decision ? readDecisions(records, decision) : [];
  const passReports = readPassReports(items);
  const decidedFor = new Map(decisions.flatMap((decided) => decided.records.map((one) => [one, decided])));
  // Of one decision all records have the same.
  const admitted = new Map(
    decisions.map((decided) => [decided, admissionFor(decided, admissions, policy)?.value]),
  );
  const gates = deriveGates({ decisions, items, admissions, passReports }, policy);
  return {
    documents: revision.documents,
    commits: revision.commits,
    attributes: revision.attributes,
    paths: revision.paths,
    records: records.map((record) => ({ ...record, admitted: admitted.get(decidedFor.get(record)!) })),
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
