import type { Severity } from '../rule.ts';

export type { Severity };

/** A second place that a finding is about: the other half of a contradiction. Lines and columns from 1. */
export interface RelatedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** One problem, placed. Lines and columns start at 1, columns count UTF-16 units, ends are exclusive. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  /** `/`-separated; a byte that is not UTF-8 is `\xNN`; a span that holds a secret is masked. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The commit that brought it, where the scope has commits. */
  readonly commit: string | null;
  readonly fingerprint: string;
  readonly related: readonly RelatedPlace[];
}

/** The lines around a finding for a terminal's code frame, every detected secret in them masked already. */
export interface Frame {
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** UTF-16 units of the finding's first line that are left out at its beginning; absent: none. */
  readonly skipped?: number;
}

/** A finding that an entry of the policy excuses until `expires` (an ISO date). `reason` is the entry's, secrets masked. */
export interface SuppressedFinding extends Finding {
  readonly suppression: { readonly reason: string; readonly owner: string; readonly expires: string };
}

export interface ScopeSummary {
  readonly kind: 'worktree' | 'staged' | 'range' | 'rev' | 'history' | 'message' | 'stdin' | 'push';
  readonly base: string | null;
  readonly next: string | null;
}

export interface NotJudged {
  /** A row of the requirements, a path, or a step. */
  readonly what: string;
  readonly why: string;
}

/** What a run of `check` found; shape of the JSON report, version 1. Findings are sorted by path, line, column, rule. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'cto-lint'; readonly version: string };
  readonly scope: ScopeSummary;
  readonly policy: { readonly source: string; readonly digest: string };
  readonly ok: boolean;
  readonly counts: { readonly error: number; readonly warning: number };
  readonly judged: { readonly files: number; readonly bytes: number; readonly commits: number };
  readonly evidence: { readonly mode: 'roots' | 'index' | 'structure' };
  readonly notJudged: readonly NotJudged[];
  readonly findings: readonly Finding[];
  /** What a suppression excuses: counted nowhere, so that a reader of the report still sees that it is there. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** Only with `--new-only`: how many findings the base has already, which are neither listed nor counted. */
  readonly known?: number;
  /** Only where the run was one of several that share a scope. */
  readonly shard?: Shard;
}

/** What `cto-lint merge` needs of a run with `--shard`, beside its findings. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly total: number;
  /** The same for all shards of one run. */
  readonly run: string;
  /** The policy's suppressions that excused something here, by their index. */
  readonly used: readonly number[];
  /** What is to be said of suppressions that excuse nothing in any shard. */
  readonly unused: readonly { readonly entry: number; readonly finding: Finding }[];
  /** Files of this shard that were seen and not looked into. */
  readonly notJudged: readonly NotJudged[];
}

/** What a format is handed beside the report. Formats are pure: the command line decides all of this. */
export interface FormatContext {
  /** Every rule that ran. */
  readonly rules: readonly RuleDescription[];
  /** Only on a terminal: anything else may end in a log that others read. */
  readonly frames?: ReadonlyMap<Finding, Frame>;
  readonly color: boolean;
  /** Width of the terminal; 80 where there is none. */
  readonly columns: number;
  /** What is typed to call the program again; left out, `cto-lint`. */
  readonly command?: string;
  /** A Mermaid graph of the route, for the markdown summary. */
  readonly routeMap?: string;
}

/** Report → text that ends in a line feed. */
export type Format = (report: Report, context: FormatContext) => string | Promise<string>;

/** What a format needs of a rule beside its findings: SARIF and the pages describe each rule once. */
export interface RuleDescription {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly help: string;
}
