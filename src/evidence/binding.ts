import { literalPattern } from '../pattern.ts';
import { namesRunDirectory } from './run-directory.ts';

/**
 * Words that only the harness writes into a run's files. In a block that already looks like evidence one of them binds
 * it to a run; alone, a document may name each of them.
 */
export const MARKERS: readonly string[] = [
  'case_process_started',
  'allowed_writes_passed',
  'source_admission_status',
  'case_model_admission_status',
  'backend_exit_code',
  'oldest_artifact_at',
  'artifact_digests',
  'provider_timeout_fail_closed',
  'model_provider_gate_blocks',
  'provider-timeout.txt',
  'provider-model-not-admitted.txt',
  'harness-runs/',
];

const MARKER = new RegExp(`\\b(?:${MARKERS.map(literalPattern).join('|')})`, 'i');

/** `harness[4711]`: how the harness names itself, with its process, in what it logs. */
const PROCESS = /(?<![\w-])harness\[\d{1,10}\]/i;

/** Paths below a person's or a job's own folder, or such a folder of a drawn name (`/tmp/case-data-8fk2`); `/usr/bin/env` stands in any manual. */
const OWN_PATH =
  /(?:^|[\s"'`(=:[,])(?:file:\/\/)?(?:\/(?:home|Users|tmp|workspaces?|builds|mnt|srv|private\/(?:tmp|var)|var\/folders)\/(?:[\w.@+~-]{2,80}\/|(?=[\w.-]{0,60}[a-z])(?=[\w.-]{0,60}\d)[\w.-]{6,80}(?![\w@+~-]))|\/root\/|[A-Z]:\\{1,2}Users\\)/;

/** Bare: `pvc-<uuid>` names a thing, not a run. */
const UUID = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/i;

/** `10:15:03.123`, `10:15:03,123`, or milliseconds since 1970 between 2017 and 2033. A test's clock stands still in 2000. */
const MILLISECONDS =
  /(?<!\d|(?:19\d\d|200\d|201[0-6])-\d\d-\d\d[T ])\d\d:\d\d:\d\d[.,]\d{3}(?!\d{1,2}:)|(?<![\w.])1[5-9]\d{11}(?![\w.])/;

/** Whether a block of text says which run it is of, or that the harness wrote it. */
export function namesItsRun(block: string): boolean {
  return namesRunDirectory(block) || MARKER.test(block) || PROCESS.test(block);
}

/** Whether a block of text belongs to one run of something, and is no invented example. */
export function isBoundToRun(block: string): boolean {
  if (namesItsRun(block)) return true;
  let marks = 0;
  if (OWN_PATH.test(block)) marks++;
  if (UUID.test(block)) marks++;
  if (MILLISECONDS.test(block)) marks++;
  return marks >= 2;
}
