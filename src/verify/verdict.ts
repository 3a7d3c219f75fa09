/** What a run must keep to be a pass. The ids are public; two keep the names that the route's documents gave them. */
export type ConditionId =
  | 'files'
  | 'report'
  | 'engine'
  | 'stage'
  | 'status'
  | 'digests'
  | 'freshness'
  | 'baseline'
  | 'process'
  | 'exit_code'
  | 'allowed_writes'
  | 'changed_files'
  | 'blockers'
  | 'provider_timeout_fail_closed'
  | 'model_provider_gate_blocks'
  | 'source_admission'
  | 'model_admission'
  | 'single_pair'
  | 'secrets'
  | 'targets';

/** One thing that keeps a run from being a pass, with its place. Messages quote nothing of the run. */
export interface Shortfall {
  readonly message: string;
  /** From the run directory; secrets in it are masked. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface Condition extends Shortfall {
  readonly id: ConditionId;
  readonly ok: boolean;
  /** Further places where the condition is not kept. */
  readonly more: readonly Shortfall[];
}

export interface RunVerdict {
  readonly pass: boolean;
  /** The name of the run directory. */
  readonly run_id: string;
  /** `sha256:…` of the admission that counted; null where there was none. */
  readonly admission_digest: string | null;
  /** `sha256:…` of `report.json` as it was judged. */
  readonly report_digest: string | null;
  /** Every condition, once each, kept or not. */
  readonly conditions: readonly Condition[];
}
