import type { Document } from '../documents/document.ts';
import type { DecisionRecord } from '../documents/kinds/decision-record.ts';
import type { AdmissionData, BuildReportData, GeneratedConfigData } from '../documents/kinds/formats.ts';
import type { SotDocument } from '../documents/kinds/sot-document.ts';
import type { Structured } from '../documents/kinds/structured.ts';
import type { TaskFile } from '../documents/kinds/task-file.ts';
import type { WorkItem, WorkItems } from '../documents/kinds/work-items.ts';
import type { SourceFile } from '../file.ts';
import type { Decided } from './decision.ts';
import type { GateState } from './gate-state.ts';
import type { PassReport } from './pass-report.ts';
import type { Paths } from './paths.ts';

/** A document of kind `decision-packet`: the options of a decision, before it is made. */
export interface DecisionPacket {
  readonly document: Document;
}

/** A decision record, with what the rest of the route says about it. */
export interface RoutedRecord extends DecisionRecord {
  /** The admission that may be relied on: whole, and in nothing contradicting what is decided. */
  readonly admitted: AdmissionData | undefined;
}

/** What a rule gets for each kind. */
export interface RouteDocuments {
  'decision-record': RoutedRecord;
  'decision-packet': DecisionPacket;
  'work-items': WorkItems;
  sot: SotDocument;
  task: TaskFile;
  admission: Structured<AdmissionData>;
  'build-report': Structured<BuildReportData>;
  'generated-config': Structured<GeneratedConfigData>;
}

/** All governed documents of one revision, linked. It alone derives what is decided and what may go on. */
export interface Route {
  /** Every path of the revision, documents or not: references resolve against them. */
  readonly paths: Paths;
  /** Commits of the repository among the ids that the route's documents name. */
  readonly commits: ReadonlySet<string>;
  readonly documents: readonly Document[];
  readonly records: readonly RoutedRecord[];
  readonly packets: readonly DecisionPacket[];
  readonly workItems: readonly WorkItems[];
  readonly sots: readonly SotDocument[];
  readonly tasks: readonly TaskFile[];
  readonly admissions: readonly Structured<AdmissionData>[];
  readonly buildReports: readonly Structured<BuildReportData>[];
  readonly configs: readonly Structured<GeneratedConfigData>[];
  /** The items of all work-item documents. */
  readonly items: readonly WorkItem[];
  readonly decisions: readonly Decided[];
  readonly passReports: readonly PassReport[];
  readonly gates: readonly GateState[];
  /** The `.gitattributes` files of the revision. */
  readonly attributes: readonly SourceFile[];
}
