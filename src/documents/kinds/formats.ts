import { z } from 'zod';

/**
 * The structured formats of a route. JSON Schemas for editors are generated from these; field names are the ones that
 * the planning documents of the built-in policy use.
 */

const text = z.string().regex(/\S/, 'is not to be empty');
/** `v20.19.5`, `1.3.0`: what a program prints as its version; "not installed" is none. */
const version = z.string().regex(/^v?\d{1,5}\.\d{1,5}(?:\.\d{1,6})?(?:[-+][0-9A-Za-z.-]{1,60})?$/);
// No run, build or approval is older; a year like `0001` stands for none.
const timestamp = z.iso.datetime({ offset: true }).refine((time) => time >= '2000');

const pair = z.strictObject({ provider: text, model: text });

/** The file that `CTO_HARNESS_CASE_MODEL_ADMISSION_FILE` names: which pair may run, by whose approval, until when. */
export const admissionFormat = z.strictObject({
  provider: text,
  model: text,
  credential_source_class: text,
  allowed_network_class: text,
  approval_source: text,
  admission_timestamp: timestamp,
  review_trigger: text,
  evidence_expectations: z.array(text).min(1),
  fallback: pair.optional(),
});

/** What was built, from what, with what: the identity of the provider's binary. */
export const buildReportFormat = z.strictObject({
  source_url: text,
  pinned_commit: z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/),
  build_command: text,
  binary_path: text,
  binary_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  node_version: version,
  bun_version: version,
  build_timestamp: timestamp,
});

/** The harness's generated `config.json`; roles beside `default` may be null. Further keys are the program's own. */
export const generatedConfigFormat = z.looseObject({
  models: z.looseObject({ default: pair }).catchall(pair.partial().nullable()),
});

const list = z.union([text, z.array(text)]);

/** A task in JSON or YAML: its identity, and exactly what the backend may see. */
export const taskFormat = z.strictObject({
  id: text.optional(),
  title: text.optional(),
  status: text.optional(),
  fixture_inputs: list,
  allowed_paths: list,
  forbidden_actions: list,
  verification_command: list,
  evidence_expectations: list,
});

/** `local-adapter.json`: where a local model answers. */
export const localAdapterFormat = z.strictObject({ provider: text, model: text, endpoint: text });

const runDigest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** `report.json` of a run directory. Further keys are the harness's own. */
export const runReportFormat = z.looseObject({
  run_id: text,
  engine: text,
  stage: z.number().int(),
  status: text,
  started_at: timestamp,
  finished_at: timestamp,
  source_admission_status: text,
  case_process_started: z.boolean(),
  backend_exit_code: z.number().int(),
  allowed_writes_passed: z.boolean(),
  changed_files: z.array(text),
  allowed_paths: z.array(text),
  blockers: z.array(z.unknown()),
  case_model_provider: text,
  case_model: text,
  case_model_admission_status: text,
  artifact_digests: z.record(z.string(), runDigest),
  freshness: z.looseObject({ run_id: text, oldest_artifact_at: timestamp }),
  baseline: z.looseObject({ engine: text, run_id: text, status: text }),
});

export type AdmissionData = z.infer<typeof admissionFormat>;
export type BuildReportData = z.infer<typeof buildReportFormat>;
export type GeneratedConfigData = z.infer<typeof generatedConfigFormat>;
export type LocalAdapterData = z.infer<typeof localAdapterFormat>;
