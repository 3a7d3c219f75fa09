import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync, symlinkSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { json } from '../gate/harness.ts';
import { ARTIFACTS, REPORT, RUN_ID, type RunChanges } from './run.ts';

/** Changes a run that was written. */
export type Arrange = (root: string) => void;

export const report = (changes: RunChanges['report']): RunChanges => ({ report: changes! });
export const files = (changes: RunChanges['files']): RunChanges => ({ files: changes! });
export const also = (
  path: 'trace.jsonl' | 'backend/stdout.log' | 'events.normalized.jsonl',
  line: string,
): RunChanges => files({ [path]: `${ARTIFACTS[path]}${line}\n` });
export const drawn = ['gh', 'p_', 'R4nd0mL00k1ngT0kenThatIsN0t1nUse12345'].join('').slice(0, 40);
export const ANTHROPIC = { provider: 'anthropic', model: 'claude-sonnet-4-6' };

export const RENAME = `diff --git a/src/old.js b/src/slugify.js
similarity index 100%
rename from src/old.js
rename to src/slugify.js
`;

export const link: Arrange = (root) => symlinkSync('/etc/hostname', join(root, 'backend/host.txt'));
export const pipe: Arrange = (root) => execFileSync('mkfifo', [join(root, 'backend/pipe')]);
/** A file of holes takes no room on the disk. */
export const huge: Arrange = (root) => truncateSync(join(root, 'backend/stdout.log'), 500_000_001);
export const linked: Arrange = (root) => {
  rmSync(join(root, 'test.log'));
  symlinkSync(join(root, 'report.md'), join(root, 'test.log'));
};

/** One thing wrong: the condition, and where it is told. */
export const CASES: [string, RunChanges, Arrange?][] = [
  ['files backend', files({ 'backend/stdout.log': undefined })],
  ...Object.keys(ARTIFACTS)
    .filter((path) => !path.includes('/') && path !== 'patch.diff')
    .map((path): [string, RunChanges] => [`files ${path}`, files({ [path]: undefined })]),
  ['files backend/host.txt', {}, link],
  ['files backend/pipe', {}, pipe],
  ['files backend/stdout.log', {}, huge],
  ['files backend/stderr.log', files({ 'backend/stderr.log': Buffer.from([0xff, 0, 0xfe, 1]) })],
  [
    'report report.json:3',
    { name: RUN_ID, report: { remark: undefined }, text: (text) => text.replace('{', '{\n"run_id": "x",') },
  ],
  ['engine report.json:3', report({ engine: 'fake' })],
  ['stage report.json:4', report({ stage: 1 })],
  ['status report.json:5', report({ status: 'fail' })],
  ['status report.json:5', report({ status: 'Pass' })],
  ['digests trace.jsonl:1', {}, (root) => appendFileSync(join(root, 'trace.jsonl'), '{}\n')],
  ['digests backend/more.log:1', {}, (root) => appendFileSync(join(root, 'backend/more.log'), '')],
  ['digests trace.jsonl:1', { digests: ({ 'trace.jsonl': _, ...others }) => others }],
  ['digests report.json', { digests: (digests) => ({ ...digests, 'gone.log': digests['test.log'] }) }],
  ['digests report.json', { digests: (digests) => ({ ...digests, '../x': digests['test.log'] }) }],
  [
    'freshness report.json',
    report({ freshness: { ...(REPORT.freshness as object), run_id: RUN_ID.replace('4711', '4712') } }),
  ],
  [
    'freshness report.json',
    report({ freshness: { run_id: RUN_ID, oldest_artifact_at: '2026-06-02T10:14:59Z' } }),
  ],
  [
    'freshness report.json',
    report({ freshness: { run_id: RUN_ID, oldest_artifact_at: '2026-06-02T10:19:13Z' } }),
  ],
  ['freshness report.json', report({ started_at: '2026-05-31T10:15:00Z' })],
  [
    'freshness trace.jsonl',
    {},
    (root) => utimesSync(join(root, 'trace.jsonl'), 1_780_000_000, 1_780_000_000),
  ],
  ['freshness report.json', report({ finished_at: '2026-11-21T10:19:12Z' })],
  [
    'freshness events.normalized.jsonl:3',
    also('events.normalized.jsonl', `{"run_id":"${RUN_ID.replace('4711', '4712')}"}`),
  ],
  ['freshness trace.jsonl:2', also('trace.jsonl', '{"ts":"2026-06-01T10:15:03Z"}')],
  ['freshness report.md:3', files({ 'report.md': '# Run\n\nFinished: 2026-06-09T10:15:03Z\n' })],
  [
    'freshness backend/stderr.log:1',
    files({ 'backend/stderr.log': '2026-06-01T10:15:03Z ready\n2026-06-01T10:15:04Z done\n' }),
  ],
  ['engine trace.jsonl:2', also('trace.jsonl', '{"engine":"fake"}')],
  ['status report.md:3', files({ 'report.md': '# Run\n\nStatus: fail\n' })],
  ['exit_code trace.jsonl:2', also('trace.jsonl', '{"backend_exit_code":1}')],
  ['allowed_writes trace.jsonl:2', also('trace.jsonl', '{"allowed_writes_passed":false}')],
  [
    'provider_timeout_fail_closed events.normalized.jsonl:3',
    also('events.normalized.jsonl', '{"event":"provider_timeout"}'),
  ],
  [
    'model_provider_gate_blocks events.normalized.jsonl:3',
    also('events.normalized.jsonl', '{"event":"provider_model_not_admitted"}'),
  ],
  ['baseline report.json', report({ baseline: { engine: 'case', run_id: RUN_ID, status: 'pass' } })],
  ['baseline report.json', report({ baseline: { engine: 'fake', run_id: RUN_ID, status: 'fail' } })],
  [
    'baseline report.json',
    report({ baseline: { engine: 'fake', run_id: RUN_ID.replace('0602', '0601'), status: 'pass' } }),
  ],
  ['process report.json', report({ case_process_started: false })],
  ['exit_code report.json', report({ backend_exit_code: 1 })],
  ['allowed_writes report.json', report({ allowed_writes_passed: false })],
  ['allowed_writes report.json', report({ allowed_paths: ['lib/**'] })],
  ['allowed_writes report.json', report({ allowed_paths: [] })],
  ['allowed_writes report.json', report({ allowed_paths: ['SRC/**'] })],
  ['allowed_writes report.json', report({ allowed_paths: ['/**'] })],
  ['allowed_writes report.json', report({ allowed_paths: ['src/**', '{a'] })],
  [
    'allowed_writes patch.diff',
    { report: { allowed_paths: ['src/slugify.js'] }, files: { 'patch.diff': RENAME } },
  ],
  ['changed_files report.json', report({ changed_files: [] })],
  ['changed_files report.json', report({ changed_files: ['src/slugify.js', 'src/other.js'] })],
  ['changed_files report.json', report({ changed_files: ['src/slugify.js', 'src/slugify.js'] })],
  ['changed_files patch.diff:1', files({ 'patch.diff': `Dear reviewer,\n${ARTIFACTS['patch.diff']}` })],
  ['blockers report.json', report({ blockers: ['none'] })],
  [
    'provider_timeout_fail_closed backend/provider-timeout.txt:1',
    files({ 'backend/provider-timeout.txt': '' }),
  ],
  [
    'model_provider_gate_blocks backend/provider-model-not-admitted.txt:1',
    files({ 'backend/provider-model-not-admitted.txt': '' }),
  ],
  ['source_admission report.json', report({ source_admission_status: 'not_admitted' })],
  ['model_admission report.json', report({ case_model_admission_status: 'not_admitted' })],
  ['single_pair trace.jsonl:2', also('trace.jsonl', json(ANTHROPIC).replaceAll('\n', ''))],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"m\\u006fdel":"gpt-5.4"}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"llm":{"modelId":"gpt-5.4"}}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"model":{"name":"local"}}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"model":"gpt-5.5","model":"gpt-5.4"}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"provider":"vllm","model":"gpt-5.5"}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"text":"retry with claude-sonnet-4-6"}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"usage_by_model":{"gpt-4o-mini":{"tokens":3}}}')],
  [
    'single_pair events.normalized.jsonl:3',
    also(
      'events.normalized.jsonl',
      '{"event":"result","modelUsage":{"claude-sonnet-4-6":{"inputTokens":12}}}',
    ),
  ],
  [
    'single_pair backend/stdout.log:2',
    also('backend/stdout.log', 'POST https://openrouter.ai/api/v1/chat/completions 200'),
  ],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{} {}')],
  [
    'single_pair events.normalized.jsonl:3',
    also('events.normalized.jsonl', '{"fallback_provider":"anthropic"}'),
  ],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'falling back to anthropic')],
  [
    'single_pair backend/stdout.log:2',
    also('backend/stdout.log', 'POST https://api.anthropic.com/v1/messages'),
  ],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'provider: google')],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'ca --model gpt-5.4')],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', '\x1b[32mclaude-sonnet-4-6\x1b[0m ready')],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'model=\x1b[1mclaude-sonnet-4-6\x1b[0m')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"msg":"\\u001b[32mclaude-sonnet-4-6\\u001b[0m"}')],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'switched to Claude-Opus-4-1')],
  [
    'single_pair case-data/config.json:9',
    files({
      'case-data/config.json': json({
        models: { default: { provider: 'openai-codex', model: 'gpt-5.5' }, reviewer: ANTHROPIC },
      }),
    }),
  ],
  ['single_pair case-data/config.json:1', files({ 'case-data/config.json': '{' })],
  ['secrets backend/stdout.log:2', also('backend/stdout.log', `token ${drawn}`)],
  ['secrets trace.jsonl:2', also('trace.jsonl', `{"header":"Bearer ${drawn}"}`)],
  ['targets backend/stdout.log:2', also('backend/stdout.log', 'cd /srv/shops/storefront/src')],
  ['targets trace.jsonl:2', also('trace.jsonl', '{"cwd":"\\/srv\\u002fshops/storefront"}')],
];
