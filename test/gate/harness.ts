import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { initialise } from '../support/template.ts';

const BINARY = '#!/bin/sh\nexit 0\n';

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What is decided: an external pair, with a local fallback. */
export const RECORD = `---
title: Slugify Provider Decision Record
status: draft
lifecycle_classification: sot
owner: jp
created: 2026-05-31
last_reviewed: 2026-05-31
core_promotion_status: not-promoted
route: slugify
---

# Slugify Provider Decision Record

Local planning SOT only. Not a Core Protocol. Not active Core authority.

## Current Decision State

- decision_status: external_provider_approved.
- provider_class: external_openai_codex.
- provider: openai-codex.
- model: gpt-5.5.
- fallback_provider: vllm.
- fallback_model: qwen3.6-35b-a3b.
- approval_source: JP, signed note of 2026-06-01.
- credential_source_class: codex-oauth-config; no secret value.
- allowed_network_class: codex-hosted-plus-local-fallback.
- review_trigger: before any model change, and on 2027-06-30.
- evidence_sources: LINT-DECISION-RECORD.md.
- effect: CTO-WORK-020 remains blocked until admitted provider/model and real Stage 2 pass report exist.

## Decision History

Previous state:

- decision_status: not_decided.
`;

/** The same route, decided for a local provider. */
export const LOCAL_RECORD = RECORD.replace('external_provider_approved', 'local_provider_required')
  .replace('external_openai_codex', 'local_case_compatible')
  .replace('provider: openai-codex.', 'provider:')
  .replace('model: gpt-5.5.', 'model:')
  .replace(/- fallback_\w+: .*\n/g, '')
  .replace('codex-oauth-config; no secret value', 'no-secret')
  .replace('codex-hosted-plus-local-fallback', 'loopback-only')
  .replace(
    /- effect: .*/,
    '- effect: CTO-WORK-020 remains blocked until local provider/model admission and real Stage 2 pass report exist.',
  );

export const ADMISSION = {
  provider: 'openai-codex',
  model: 'gpt-5.5',
  credential_source_class: 'codex-oauth-config',
  allowed_network_class: 'codex-hosted-plus-local-fallback',
  approval_source: 'JP, signed note of 2026-06-01',
  admission_timestamp: '2026-06-02T09:00:00Z',
  review_trigger: 'before any model change, and on 2027-06-30',
  evidence_expectations: ['pass report of the run', 'same-run fake baseline'],
  fallback: { provider: 'vllm', model: 'qwen3.6-35b-a3b' },
};

export const LOCAL_ADMISSION = {
  ...ADMISSION,
  provider: 'vllm',
  model: 'qwen3.6-35b-a3b',
  credential_source_class: 'no-secret',
  allowed_network_class: 'loopback-only',
  fallback: undefined,
};

export const BUILD_REPORT = {
  source_url: 'https://github.com/workos/case.git',
  pinned_commit: '7959ac917cdeb0983b4aaa20bb9f42021747fed8',
  build_command: 'bun run build:binary',
  binary_path: 'dist/ca',
  binary_sha256: sha256(BINARY),
  node_version: 'v20.19.5',
  bun_version: '1.3.0',
  build_timestamp: '2026-05-31T22:10:00Z',
};

export const POLICY = `extends: cto
credentials:
  codex-oauth-config: { variables: [SLUGIFY_CODEX_HOME] }
  no-secret: {}
`;

export const TASK = `# Slugify

## Fixture Inputs

- \`fixtures/slugify/input.txt\`

## Allowed Paths

- \`src/**\`

## Forbidden Actions

- Network access.

## Verification Command

- \`npm test\`

## Evidence Expectations

- The test log.
`;

export type Json = Readonly<Record<string, unknown>>;

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A repository with a committed route, beside it what a harness has: binary, admission, data directory, task. */
export class Harness {
  readonly folder: string;
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;

  /** Without a folder to copy, everything is made: git takes its time for that. */
  constructor(from?: Harness) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'cto-lint-gate-')));
    this.root = join(this.folder, 'repository');
    this.env = {
      PATH: process.env.PATH,
      HOME: join(this.folder, 'home'),
      GIT_CONFIG_NOSYSTEM: '1',
      CTO_LINT_TODAY: '2026-11-20',
      CTO_HARNESS_ALLOW_CASE: '1',
      CTO_HARNESS_CASE_STAGE: '2',
      CTO_HARNESS_CASE_BIN: join(this.folder, 'bin/ca'),
      CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: join(this.folder, 'admission.json'),
      CTO_HARNESS_CASE_MODEL_PROVIDER: 'openai-codex',
      CTO_HARNESS_CASE_MODEL: 'gpt-5.5',
      CASE_DATA_DIR: join(this.folder, 'data'),
      SLUGIFY_CODEX_HOME: '/nowhere',
    };
    if (from === undefined) this.#make();
    else cpSync(from.folder, this.folder, { recursive: true });
  }

  copy(): Harness {
    return new Harness(this);
  }

  #make(): void {
    mkdirSync(this.root, { recursive: true });
    initialise(this.root);
    this.git('config', 'user.name', 'Ada');
    this.git('config', 'user.email', 'ada@example.com');
    this.commit({
      'route/SLUGIFY-DECISION-RECORD.md': RECORD,
      'route/slugify-build-report.json': json(BUILD_REPORT),
      'cto-lint.config.yaml': POLICY,
    });
    // What has few files is copied, and removed, in less time.
    this.git('gc', '-q', '--prune=now');
    this.write({
      'home/.keep': '',
      'bin/ca': BINARY,
      'admission.json': json(ADMISSION),
      'data/config.json': json({ models: { default: { provider: 'openai-codex', model: 'gpt-5.5' } } }),
      'task.md': TASK,
    });
    chmodSync(join(this.folder, 'bin/ca'), 0o755);
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: this.folder },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Files beside the repository. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** Files of the repository; `undefined` removes one. */
  commit(files: Readonly<Record<string, string | undefined>>): string {
    for (const [path, content] of Object.entries(files)) {
      if (content === undefined) rmSync(join(this.root, path), { force: true });
      else this.write({ [`repository/${path}`]: content });
    }
    this.git('add', '-A');
    this.git('commit', '-q', '--no-verify', '--allow-empty', '-m', 'change the route');
    return this.git('rev-parse', 'HEAD').trim();
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
