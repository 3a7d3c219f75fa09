import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Random } from './random.ts';

/** A planning document that names evidence in every way that is allowed, and copies none. */
export function referenceDocument(random: Random, runs: readonly string[], number: number): string {
  const parts = random.shuffled(SECTIONS).slice(0, 3 + random.below(3));
  return `---
title: Plan ${number}
status: draft
lifecycle_classification: sot
owner: ada
created: 2026-0${1 + random.below(9)}-1${random.below(9)}
---

# Plan ${number}

Local planning SOT only. Not a Core Protocol. Not active Core authority.

${parts.map((part) => part(random, random.pick(runs))).join('\n')}`;
}

type Section = (random: Random, run: string) => string;

const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const report = (run: string) =>
  JSON.parse(readFileSync(join(run, 'report.json'), 'utf8')) as Record<string, string>;

const SECTIONS: readonly Section[] = [
  (_, run) => `## Evidence

- Report: \`/home/ada/.hermes/profiles/case/harness-runs/${basename(run)}/report.json\`.
- Report digest: \`${digestOf(join(run, 'report.json'))}\`.
- Timeout marker: \`backend/provider-timeout.txt\`; model gate: \`backend/provider-model-not-admitted.txt\`.
`,
  (random, run) => `## Status

The run \`${basename(run)}\` ended as ${report(run).status}. Its trace is \`${basename(run)}/trace.jsonl\` (sha256 ${digestOf(join(run, 'trace.jsonl')).slice(0, 12)}), and commit \`${random.hex(7)}\` holds the change.
`,
  () => `## Fields

Each report records \`source_admission_status\`, \`case_process_started\`, \`backend_exit_code\`, \`allowed_writes_passed\`, \`changed_files\` and \`blockers\`; the pair stands in \`case_model_provider\` and \`case_model\`.
`,
  (random, run) => `## Runs

| Run | Report | Commit |
| --- | --- | --- |
| ${basename(run)} | harness-runs/${basename(run)}/report.json | ${random.hex(40)} |
| 2026-0${1 + random.below(9)}-14, the one before | see the list of runs | ${random.hex(40)} |
`,
  (_, run) => `## Work

- Pass report: ${basename(run)}/report.json, sha256 ${digestOf(join(run, 'report.json'))}, commit 4500082, openai-codex gpt-5.5, verified ${report(run).finished_at!.slice(0, 10)}.
- Blocked by: the digest of \`test.log\` is \`sha256:${digestOf(join(run, 'test.log'))}\` and not the recorded one.
`,
  (random, run) => `## Artifacts of ${basename(run)}

- \`trace.jsonl\`: sha256 \`${digestOf(join(run, 'trace.jsonl'))}\`
- \`patch.diff\`: sha256 \`${digestOf(join(run, 'patch.diff'))}\`
- \`report.md\`: sha256 \`${digestOf(join(run, 'report.md'))}\`

They were looked at on 2026-0${1 + random.below(9)}-02 by the owner of the route.
`,
  (random, run) => `## What the run showed

In ${basename(run)} the fixture was mended at the ${random.pick(['first', 'second', 'third'])} attempt, all of its tests passed, and nothing was written outside of the allowed paths. It took less than ${2 + random.below(9)} minutes. See \`backend/stdout.log\` of the run for the retries.
`,
  (random, run) => `## Digests

| File of ${basename(run)} | sha256 | Commit |
| --- | --- | --- |
${FILES.map((file) => `| \`${file}\` | \`${digestOf(join(run, file))}\` | ${random.hex(7)} |`).join('\n')}
`,
  (random, run) => `## Evidence of ${basename(run)}

${FILES.map((file) => `- harness-runs/${basename(run)}/${file} sha256:${digestOf(join(run, file))}`).join('\n')}
- commit ${random.hex(40)}
`,
  (_, run) => `## What was compared

${FILES.map((file, number) => `${number + 1}. ${file}: sha256:${digestOf(join(run, file))}`).join('\n')}

Each of these digests was computed again, and each is the recorded one.
`,
];

const FILES = [
  'report.md',
  'events.normalized.jsonl',
  'trace.jsonl',
  'patch.diff',
  'test.log',
  'backend/stdout.log',
  'backend/stderr.log',
] as const;
