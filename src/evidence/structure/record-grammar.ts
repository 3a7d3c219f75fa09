import type { Assignment } from './assignments.ts';
import { foldKey } from './assignments.ts';

/** Keys of the harness's report that plain documents have no use for. */
export const HARNESS_KEYS: ReadonlySet<string> = new Set(
  [
    'run_id',
    'source_admission_status',
    'case_process_started',
    'backend_exit_code',
    'allowed_writes_passed',
    'case_model_provider',
    'case_model',
    'case_model_admission_status',
    'artifact_digests',
    'oldest_artifact_at',
  ].map(foldKey),
);

/** Of a report's table of digests: a document that names a file beside its digest refers to it. */
export const FILE_KEYS: ReadonlySet<string> = new Set(
  [
    'report.md',
    'events.normalized.jsonl',
    'trace.jsonl',
    'patch.diff',
    'test.log',
    'backend/stdout.log',
    'stdout.log',
    'stderr.log',
  ].map(foldKey),
);

export const REPORT_KEYS: ReadonlySet<string> = new Set([
  ...HARNESS_KEYS,
  ...[
    'engine',
    'stage',
    'status',
    'started_at',
    'finished_at',
    'ended_at',
    'started',
    'finished',
    'duration',
    'duration_ms',
    'elapsed',
    'tokens_in',
    'tokens_out',
    'exit_code',
    'changed_files',
    'allowed_paths',
    'blockers',
    'freshness',
    'baseline',
  ].map(foldKey),
  ...FILE_KEYS,
]);

/** When a run began and ended. */
export const TIME_KEYS_OF_RUN: ReadonlySet<string> = new Set(
  ['started_at', 'finished_at', 'ended_at', 'started', 'finished'].map(foldKey),
);

export const TOKEN_KEYS: ReadonlySet<string> = new Set(['tokens_in', 'tokens_out'].map(foldKey));

const TIME_KEYS = [
  'ts',
  'time',
  'timestamp',
  'at',
  't',
  'created_at',
  'started_at',
  'time_ms',
  'ts_ms',
  'date',
  'when',
];
const TYPE_KEYS = [
  'type',
  'event',
  'kind',
  'level',
  'severity',
  'action',
  'op',
  'phase',
  'event_type',
  'msg',
  'message',
  'lvl',
];

const TIME_LIKE: ReadonlySet<string> = new Set(TIME_KEYS.map(foldKey));
const TYPE_LIKE: ReadonlySet<string> = new Set(TYPE_KEYS.map(foldKey));

export const EVENT_KEYS: ReadonlySet<string> = new Set([
  ...TIME_LIKE,
  ...TYPE_LIKE,
  ...[
    'seq',
    'pid',
    'ppid',
    'tid',
    'session_id',
    'session',
    'run_id',
    'turn_id',
    'call_id',
    'tool_call_id',
    'tool',
    'tool_name',
    'tool_use_id',
    'duration_ms',
    'elapsed_ms',
    'exit_code',
    'cwd',
    'argv',
    'stdout',
    'stderr',
    'input_tokens',
    'output_tokens',
    'total_tokens',
    'stop_reason',
    'uuid',
    'parent_uuid',
    'trace_id',
    'span_id',
    'parent_id',
    'request_id',
  ].map(foldKey),
]);

/** Keys that no record of an event lacks all of; a page of settings has `type` and `message` too. */
export function isRunRecordKey(key: string): boolean {
  return EVENT_KEYS.has(key) && !TYPE_LIKE.has(key) && key !== 'date' && key !== 'at' && key !== 't';
}

/** A JSON object on one line with three keys, one of them a time and one a type. */
export function isEventLine(line: string, assignments: readonly Assignment[]): boolean {
  if (line.charCodeAt(0) !== 0x7b) return false;
  const keys = new Set(assignments.map(({ key }) => key));
  return keys.size >= 3 && some(keys, isTimeLike) && some(keys, (key) => TYPE_LIKE.has(key));
}

function isTimeLike(key: string): boolean {
  return (
    TIME_LIKE.has(key) ||
    (key.length > 3 && /(?:timestamp|time|at|ms)$/.test(key) && !/(?:format|what|flat|params)$/.test(key))
  );
}

function some(keys: ReadonlySet<string>, holds: (key: string) => boolean): boolean {
  for (const key of keys) if (holds(key)) return true;
  return false;
}
