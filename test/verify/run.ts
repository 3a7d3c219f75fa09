import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Json, json, sha256 } from '../gate/harness.ts';

export const RUN_ID = '20260602T101500Z-r1-string-slugify-4711';

const PATCH = `diff --git a/src/slugify.js b/src/slugify.js
index 3b18e51..a042389 100644
--- a/src/slugify.js
+++ b/src/slugify.js
@@ -1,2 +1,3 @@
 export function slugify(text) {
-  return text;
+  // one dash for each run of other signs
+  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
`;

/** The files of a run that is a pass, but for its report. */
export const ARTIFACTS: Readonly<Record<string, string>> = {
  'report.md': '# Run\n\nProvider: openai-codex, model: gpt-5.5. It passed.\n',
  'events.normalized.jsonl':
    '{"type":"run.started","at":"2026-06-02T10:15:03Z","provider":"openai-codex","model":"gpt-5.5"}\n{"type":"step","name":"edit"}\n',
  'trace.jsonl': '{"span":1,"attributes":{"case_model_provider":"openai-codex","case_model":"gpt-5.5"}}\n',
  'patch.diff': PATCH,
  'test.log': 'ok 1 - slugify\n1..1\n',
  'backend/stdout.log': 'ca: using model=gpt-5.5 of provider=openai-codex\n',
  'case-data/config.json': json({
    models: { default: { provider: 'openai-codex', model: 'gpt-5.5' }, reviewer: null },
  }),
};

export const REPORT: Json = {
  run_id: RUN_ID,
  engine: 'case',
  stage: 2,
  status: 'pass',
  started_at: '2026-06-02T10:15:00Z',
  finished_at: '2026-06-02T10:19:12Z',
  source_admission_status: 'admitted',
  case_process_started: true,
  backend_exit_code: 0,
  allowed_writes_passed: true,
  changed_files: ['src/slugify.js'],
  allowed_paths: ['src/**'],
  blockers: [],
  case_model_provider: 'openai-codex',
  case_model: 'gpt-5.5',
  case_model_admission_status: 'admitted',
  artifact_digests: {},
  freshness: { run_id: RUN_ID, oldest_artifact_at: '2026-06-02T10:15:03Z' },
  baseline: { engine: 'fake', run_id: RUN_ID, status: 'pass' },
};

/** What a run is made with, where it differs from the good one. `undefined` leaves a file or key out. */
export interface RunChanges {
  readonly files?: Readonly<Record<string, string | Uint8Array | undefined>>;
  readonly report?: Json;
  /** The report's text as a whole. */
  readonly text?: (report: string) => string;
  readonly digests?: (digests: Record<string, string>) => Record<string, unknown>;
  readonly name?: string;
}

/** Writes a run directory whose digests are right unless the changes say otherwise; its path. */
export function writeRun(folder: string, changes: RunChanges = {}): string {
  const root = join(folder, changes.name ?? RUN_ID);
  const files = Object.entries({ ...ARTIFACTS, ...changes.files }).filter(
    (entry): entry is [string, string | Uint8Array] => entry[1] !== undefined,
  );
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, content] of files) write(path, content);
  const digests = Object.fromEntries(
    files
      .filter(([path]) => !/^backend\/provider-/.test(path))
      .map(([path, content]) => [path, `sha256:${sha256(content)}`]),
  );
  const report = json({
    ...REPORT,
    artifact_digests: changes.digests?.(digests) ?? digests,
    ...changes.report,
  });
  write('report.json', changes.text?.(report) ?? report);
  return root;
}
