/** What stops the real backend from being started. The ids are public: harnesses branch on them. */
export type BlockerId =
  | 'not-allowed'
  | 'stage-invalid'
  | 'timeout-invalid'
  | 'provider-unavailable'
  | 'binary-not-executable'
  | 'binary-digest-mismatch'
  | 'build-report-missing'
  | 'build-report-invalid'
  | 'wrong-source'
  | 'decision-not-made'
  | 'admission-missing'
  | 'admission-unreadable'
  | 'admission-invalid'
  | 'admission-decision-mismatch'
  | 'review-due'
  | 'provider-missing'
  | 'model-missing'
  | 'provider-mismatch'
  | 'model-mismatch'
  | 'config-missing'
  | 'config-mismatch'
  | 'config-not-isolated'
  | 'local-adapter-missing'
  | 'credentials-missing'
  | 'command-shape'
  | 'task-contract';

export interface Blocker {
  readonly id: BlockerId;
  /** What is wrong, as a sentence. Holds no text of a document and no value of a variable. */
  readonly message: string;
  /** The way out. */
  readonly help: string;
}

/** The answer to "may the harness start the real backend?", in the field names of the route's documents. */
export interface GateVerdict {
  readonly admitted: boolean;
  readonly source_admission_status: 'admitted' | 'not_admitted';
  readonly case_model_admission_status: 'admitted' | 'not_admitted';
  /** The pair that is asked for, where it is an admitted one. */
  readonly case_model_provider: string | null;
  readonly case_model: string | null;
  /** Always false: the gate starts nothing. */
  readonly case_process_started: false;
  /** `sha256:…` of the admission's bytes as they were judged. */
  readonly admission_digest: string | null;
  readonly not_judged: readonly { readonly id: BlockerId; readonly what: string; readonly why: string }[];
  readonly blockers: readonly Blocker[];
}
