import { chmodSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import type { GateOptions } from '../../src/commands/judging/judge-gate.ts';
import {
  ADMISSION,
  BUILD_REPORT,
  type Harness,
  type Json,
  json,
  LOCAL_ADMISSION,
  LOCAL_RECORD,
  POLICY,
  RECORD,
  sha256,
  TASK,
} from './harness.ts';

export const RECORD_PATH = 'route/SLUGIFY-DECISION-RECORD.md';
export const REPORT_PATH = 'route/slugify-build-report.json';
export const VLLM = { provider: 'vllm', model: 'qwen3.6-35b-a3b' };
export const CODEX = { provider: 'openai-codex', model: 'gpt-5.5' };
export const drawn = ['gh', 'p_', 'R4nd0mL00k1ngT0kenThatIsN0t1nUse12345'].join('').slice(0, 40);

/** Changes files, or gives options that differ, or both. */
export type Change = (harness: Harness) => unknown;

/** What a case asks: the good case's options, with those that it gives. */
export function askedBy(made: Harness, ...changes: readonly Change[]): GateOptions {
  const words = ['ca', 'run', '--task', made.path('task.md'), '--mode', 'unattended'];
  const given = changes.map((change) => (change(made) ?? {}) as GateOptions);
  const variables: NodeJS.ProcessEnv = Object.assign({}, made.env, ...given.map((one) => one.env));
  return Object.assign({ cwd: made.root, argv: words }, ...given, { env: variables });
}

export const env =
  (values: Record<string, string | undefined>): Change =>
  () => ({ env: values });
export const file =
  (path: string, content: string): Change =>
  (made) =>
    made.write({ [path]: content });
export const admission = (changes: Json): Change =>
  file('admission.json', json({ ...ADMISSION, ...changes }));
export const config = (value: unknown): Change => file('data/config.json', json(value));
export const committed =
  (files: Record<string, string | undefined>): Change =>
  (made) =>
    void made.commit(files);
export const record = (from: string | RegExp, to: string): Change =>
  committed({ [RECORD_PATH]: RECORD.replace(from, to) });
export const report = (changes: Json): Change =>
  committed({ [REPORT_PATH]: json({ ...BUILD_REPORT, ...changes }) });
export const task = (from: string | RegExp, to: string): Change => file('task.md', TASK.replace(from, to));
export const argv =
  (...words: string[]): Change =>
  (made) => ({
    argv: words.map((word) => word.replace('TASK', made.path('task.md')).replace('BIN', made.path('bin/ca'))),
  });

export const fallback: Change = (made) => {
  config({ models: { default: VLLM } })(made);
  return {
    env: { CTO_HARNESS_CASE_MODEL_PROVIDER: VLLM.provider, CTO_HARNESS_CASE_MODEL: VLLM.model },
  };
};

export const adapter = (changes: Json): Change =>
  file('data/local-adapter.json', json({ ...VLLM, endpoint: 'http://127.0.0.1:8000/v1', ...changes }));

export const local: Change = (made) => {
  made.commit({ [RECORD_PATH]: LOCAL_RECORD });
  made.write({ 'admission.json': json(LOCAL_ADMISSION) });
  adapter({})(made);
  return fallback(made);
};

const HARNESS: [string, Change][] = [
  ['not-allowed', env({ CTO_HARNESS_ALLOW_CASE: undefined })],
  ['not-allowed', env({ CTO_HARNESS_ALLOW_CASE: '' })],
  ['not-allowed', env({ CTO_HARNESS_ALLOW_CASE: 'true' })],
  ['not-allowed', env({ CTO_HARNESS_ALLOW_CASE: '1 ' })],
  ['stage-invalid', env({ CTO_HARNESS_CASE_STAGE: undefined })],
  ['stage-invalid', env({ CTO_HARNESS_CASE_STAGE: '02' })],
  ['stage-invalid', env({ CTO_HARNESS_CASE_STAGE: '1' })],
  ...['0', '-1', '1.5', '1e3', ' 5', '5s', '٥', '+5', '007'].map((seconds): [string, Change] => [
    'timeout-invalid',
    env({ CTO_HARNESS_CASE_TIMEOUT_SECONDS: seconds }),
  ]),
];

const PROVIDER: [string, Change][] = [
  ['provider-unavailable', env({ CTO_HARNESS_CASE_BIN: undefined })],
  ['provider-unavailable', (made) => rmSync(made.path('bin/ca'))],
  ['binary-not-executable', (made) => chmodSync(made.path('bin/ca'), 0o644)],
  // A file of holes takes no room on the disk.
  ['binary-not-executable', (made) => truncateSync(made.path('bin/ca'), 1_000_000_001)],
  ['binary-not-executable', (made) => ({ env: { CTO_HARNESS_CASE_BIN: made.path('bin') } })],
  [
    'binary-not-executable',
    (made) => {
      symlinkSync(made.path('bin/ca'), made.path('bin/link'));
      return { env: { CTO_HARNESS_CASE_BIN: made.path('bin/link') } };
    },
  ],
  ['binary-digest-mismatch', file('bin/ca', '#!/bin/sh\nexit 1\n')],
  ['binary-digest-mismatch', report({ binary_sha256: sha256('another') })],
  ['build-report-missing', committed({ [REPORT_PATH]: undefined })],
  ['build-report-missing', (made) => ({ buildReport: made.path('nothing.json') })],
  ['build-report-invalid', report({ bun_version: 'not installed' })],
  ['build-report-invalid', report({ node_version: undefined })],
  ['build-report-invalid', report({ remark: 'fine' })],
  ['build-report-invalid', report({ binary_path: '/tmp/case/dist/ca' })],
  ['build-report-invalid', report({ binary_path: 'dist/case' })],
  ['build-report-invalid', committed({ [REPORT_PATH]: '{' })],
  ['build-report-invalid', (made) => ({ buildReport: made.path('bin') })],
  ['wrong-source', report({ source_url: 'https://github.com/nbubna/Case.git' })],
  ['wrong-source', report({ build_command: 'npm i -g case' })],
  ['wrong-source', report({ build_command: 'npx case build' })],
  ['wrong-source', report({ pinned_commit: '7959ac917cdeb0983b4aaa20bb9f42021747fed9' })],
];

const PAIR: [string, Change][] = [
  ['decision-not-made', committed({ [RECORD_PATH]: undefined })],
  ['decision-not-made', record('external_provider_approved', 'not_decided')],
  ['decision-not-made', record('external_provider_approved', 'External_Provider_Approved')],
  ['decision-not-made', record('- provider_class: external_openai_codex.\n', '')],
  [
    'decision-not-made',
    committed({
      'route/OTHER-DECISION-RECORD.md': RECORD.replace('external_provider_approved', 'not_decided'),
    }),
  ],
  [
    'decision-not-made',
    record('- provider_class', '- decision_status: local_provider_required.\n- provider_class'),
  ],
  ['admission-missing', env({ CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: undefined })],
  ['admission-missing', (made) => rmSync(made.path('admission.json'))],
  ['admission-unreadable', (made) => ({ env: { CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: made.path('data') } })],
  [
    'admission-unreadable',
    (made) => {
      symlinkSync(made.path('admission.json'), made.path('link.json'));
      return { env: { CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: made.path('link.json') } };
    },
  ],
  [
    'admission-unreadable',
    (made) => writeFileSync(made.path('admission.json'), Buffer.from([0xff, 0, 0xfe, 1])),
  ],
  ['admission-unreadable', (made) => writeFileSync(made.path('admission.json'), ' '.repeat(5_000_000))],
  ['admission-invalid', file('admission.json', '')],
  ['admission-invalid', file('admission.json', 'null')],
  ['admission-invalid', file('admission.json', json(ADMISSION).slice(0, -3))],
  ['admission-invalid', file('admission.json', json(ADMISSION).replace('{', '{ "model": "gpt-5.5",'))],
  ['admission-invalid', file('admission.json', `${json(ADMISSION)}${json(ADMISSION)}`)],
  ['admission-invalid', admission({ remark: 'fine' })],
  ['admission-invalid', admission({ model: '' })],
  ['admission-invalid', admission({ model: 'gpt-*' })],
  ['admission-invalid', admission({ model: 'latest' })],
  ['admission-invalid', admission({ admission_timestamp: '2026-06-02T09:00:00' })],
  ['admission-invalid', admission({ evidence_expectations: [] })],
  ['admission-invalid', admission({ fallback: { provider: 'vllm' } })],
  ['admission-invalid', admission({ evidence_expectations: [`token ${drawn}`] })],
  ['admission-decision-mismatch', record('- model: gpt-5.5.', '- model: gpt-5.4.')],
  ['admission-decision-mismatch', admission({ approval_source: 'JP, another note' })],
  ['admission-decision-mismatch', admission({ approval_source: `${ADMISSION.approval_source} ` })],
  ['admission-decision-mismatch', admission({ credential_source_class: 'Codex-oauth-config' })],
  ['admission-decision-mismatch', admission({ allowed_network_class: 'codex-hosted' })],
  ['admission-decision-mismatch', admission({ fallback: { provider: 'vllm', model: 'qwen3.6-35b' } })],
  ['review-due', () => ({ today: '2027-07-01' })],
  ['review-due', admission({ review_trigger: 'on 2026-11-19' })],
  ['review-due', admission({ review_trigger: 'expires 2027-02-30' })],
  ['review-due', admission({ review_trigger: 'end of October 2026' })],
  ['review-due', record('before any model change, and on 2027-06-30', 'expired')],
  ['admission-invalid', admission({ review_trigger: 'whenever' })],
  ['admission-invalid', admission({ evidence_expectations: ['TBD'] })],
  ['review-due', record('on 2027-06-30', 'on 2027-06-31')],
  // 2026-06-02, where the approval is of 2026-06-01.
  ['admission-invalid', admission({ admission_timestamp: '2026-05-30T09:00:00Z' })],
  ['admission-invalid', admission({ admission_timestamp: '0000-01-01T00:00:00Z' })],
  ['review-due', record('on 2027-06-30', 'on 2026-11-19')],
  ['provider-missing', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: undefined })],
  ['provider-missing', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: '' })],
  ['model-missing', env({ CTO_HARNESS_CASE_MODEL: '' })],
  ['provider-mismatch', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: 'anthropic' })],
  ['provider-mismatch', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: 'OpenAI-Codex' })],
  ['provider-mismatch', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: 'openai-codex ' })],
  ['model-mismatch', env({ CTO_HARNESS_CASE_MODEL: 'claude-sonnet-4-6' })],
  ['model-mismatch', env({ CTO_HARNESS_CASE_MODEL: 'gpt-5.5.' })],
  // The model of the fallback with the provider of the main pair: a pair that nobody admitted.
  ['model-mismatch', env({ CTO_HARNESS_CASE_MODEL: VLLM.model })],
];

const CONFIG: [string, Change][] = [
  ['config-missing', env({ CASE_DATA_DIR: undefined })],
  ['config-missing', (made) => rmSync(made.path('data/config.json'))],
  ['config-mismatch', config({ models: { default: VLLM } })],
  ['config-mismatch', config({ models: { default: { ...CODEX, model: 'gpt-5.4' } } })],
  ['config-mismatch', config({ models: { default: null } })],
  ['config-mismatch', config({ models: {} })],
  ['config-mismatch', file('data/config.json', '{')],
  [
    'config-mismatch',
    config({ models: { default: CODEX, reviewer: { provider: 'anthropic', model: 'claude-sonnet-4-6' } } }),
  ],
  ['config-mismatch', config({ models: { default: CODEX, reviewer: { model: 'gpt-5.4' } } })],
  [
    'config-mismatch',
    file('data/config.json', json({ models: { default: CODEX } }).replace('{', '{ "models": {},')),
  ],
  [
    'config-mismatch',
    (made) => {
      rmSync(made.path('data/config.json'));
      made.write({ 'config.json': json({ models: { default: CODEX } }) });
      symlinkSync(made.path('config.json'), made.path('data/config.json'));
    },
  ],
  ...['home', 'home/.config/case', 'home/.config/case/run', 'repository/data', 'repository/.git/data'].map(
    (folder): [string, Change] => [
      'config-not-isolated',
      (made) => {
        made.write({ [`${folder}/config.json`]: json({ models: { default: CODEX } }) });
        return { env: { CASE_DATA_DIR: made.path(folder) } };
      },
    ],
  ),
  [
    'config-not-isolated',
    (made) => {
      made.write({ 'home/config.json': json({ models: { default: CODEX } }) });
      symlinkSync(made.path('home'), made.path('looks-isolated'));
      return { env: { CASE_DATA_DIR: made.path('looks-isolated') } };
    },
  ],
  [
    'config-not-isolated',
    (made) => {
      made.write({ 'xdg/case/config.json': json({ models: { default: CODEX } }) });
      return { env: { CASE_DATA_DIR: made.path('xdg/case'), XDG_CONFIG_HOME: made.path('xdg') } };
    },
  ],
  ['credentials-missing', env({ SLUGIFY_CODEX_HOME: undefined })],
  ['credentials-missing', env({ SLUGIFY_CODEX_HOME: '' })],
  [
    'credentials-missing',
    committed({
      'cto-lint.config.yaml': POLICY.replace(
        'variables: [SLUGIFY_CODEX_HOME]',
        'files: ["~/.codex/auth.json"]',
      ),
    }),
  ],
];

const COMMAND: [string, Change][] = [
  ['command-shape', argv('ca', 'run', '--task', 'TASK', '--mode', 'attended')],
  ['command-shape', argv('ca', 'run', '--mode', 'unattended', '--task', 'TASK')],
  ['command-shape', argv('ca', 'run', '--task', 'TASK', '--mode', 'unattended', '--yes')],
  ['command-shape', argv('ca', 'run', '--task', '--mode', 'unattended')],
  ['command-shape', argv('ca', 'run', '--task', '', '--mode', 'unattended')],
  ['command-shape', argv('case', 'run', '--task', 'TASK', '--mode', 'unattended')],
  ['command-shape', argv('./ca', 'run', '--task', 'TASK', '--mode', 'unattended')],
  ['task-contract', (made) => rmSync(made.path('task.md'))],
  ['task-contract', task('fixtures/slugify/input.txt', '../customer/input.txt')],
  ['task-contract', task('fixtures/slugify/input.txt', '/srv/customer/input.txt')],
  ['task-contract', task('## Forbidden Actions\n\n- Network access.\n\n', '')],
  ['task-contract', task('## Evidence', '## Context\n\n- The customer.\n\n## Evidence')],
  ['task-contract', task('fixtures/slugify/input.txt', 'git@github.com:acme/storefront.git')],
  ['task-contract', task('- `fixtures/slugify/input.txt`', '- <a href="/etc/passwd">input</a>')],
  ['task-contract', task('`src/**`', '!src/**')],
  ['task-contract', task('`src/**`', 'src/{..,a}/**')],
  ['task-contract', task('## Verification Command\n', '## Verification Command\n\n`npx case`\n')],
  ['task-contract', task('## Verification Command\n', '## Verification Command\n\n`ca run --task x.md`\n')],
  ['task-contract', task('The test log.', `The test log, with ${drawn}.`)],
  ['task-contract', (made) => ({ argv: ['ca', 'run', '--task', made.path('data'), '--mode', 'unattended'] })],
];

/** One thing wrong, and the blocker that it is. */
export const CASES = [...HARNESS, ...PROVIDER, ...PAIR, ...CONFIG, ...COMMAND];

/** The approval of another text, in the record and in the admission. */
export const approved =
  (approval: string): Change =>
  (made) => {
    record('JP, signed note of 2026-06-01', approval)(made);
    admission({ approval_source: approval, admission_timestamp: '2026-11-20T09:00:00Z' })(made);
  };

/** The local branch with the pair that the admission admits, or another. */
export const localPair =
  (model: string): Change =>
  (made) => {
    const given = local(made);
    const filled = LOCAL_RECORD.replace('provider:\n', 'provider: vllm.\n').replace(
      'model:\n',
      `model: ${model}.\n`,
    );
    made.commit({ [RECORD_PATH]: filled });
    return given;
  };

/** Under the local branch. */
export const LOCAL_CASES: [string, Change][] = [
  ['local-adapter-missing', (made) => rmSync(made.path('data/local-adapter.json'))],
  ['local-adapter-missing', adapter({ endpoint: 'https://api.example.com/v1' })],
  ['local-adapter-missing', adapter({ endpoint: 'http://127.0.0.1.example.com/v1' })],
  ['local-adapter-missing', adapter({ endpoint: '127.0.0.1:8000@example.com' })],
  ['local-adapter-missing', adapter({ model: 'qwen3.6-32b' })],
  ['local-adapter-missing', adapter({ key: 'none' })],
  ['local-adapter-missing', file('data/local-adapter.json', '[')],
  // An external class admits nothing under the local branch.
  [
    'admission-decision-mismatch',
    (made) => {
      made.write({
        'admission.json': json({ ...LOCAL_ADMISSION, credential_source_class: 'codex-oauth' }),
      });
    },
  ],
  [
    'admission-decision-mismatch',
    (made) => {
      made.write({
        'admission.json': json({
          ...LOCAL_ADMISSION,
          fallback: { provider: 'anthropic', model: 'claude-sonnet-4-6' },
        }),
      });
    },
  ],
];
