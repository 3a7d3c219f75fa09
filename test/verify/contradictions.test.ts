import { describe, expect, it } from 'vitest';
import type { Own } from '../../src/verify/contradiction.ts';
import { LogTimes } from '../../src/verify/log-times.ts';
import { contradictionsInRecord } from '../../src/verify/record-contradictions.ts';
import { ReportReader } from '../../src/verify/report-contradictions.ts';
import { withoutEscapes } from '../../src/verify/without-escapes.ts';
import { RUN_ID } from './run.ts';

const OTHER = '20260601T101500Z-r1-other-12';
const OWN: Own = {
  name: RUN_ID,
  started: Date.parse('2026-06-02T10:15:00Z'),
  finished: Date.parse('2026-06-02T10:19:12Z'),
};

describe('a record of events or of a trace', () => {
  const told = (record: unknown): string[] => {
    const found = contradictionsInRecord(record, JSON.stringify(record), OWN);
    return [...new Set([...found].map(({ id }) => id))];
  };

  it.each<[string, unknown]>([
    ['freshness', { run_id: OTHER }],
    ['freshness', { attributes: { 'hei.run.id': OTHER } }],
    ['freshness', { run: { id: OTHER } }],
    ['freshness', { run_dir: `/srv/harness-runs/${OTHER}/` }],
    ['freshness', { ts: '2026-05-30T10:15:04.120Z' }],
    ['freshness', { '@timestamp': '2026-06-02T10:15:04.120+02:00' }],
    ['freshness', { time: 1_780_135_504_120 }],
    ['freshness', { startTimeUnixNano: '1780135504120000000' }],
    ['freshness', { ts: 1_780_135_504.12 }],
    ['freshness', { asctime: '2026-05-25 10:15:04,120' }],
    ['freshness', { at: '2026-06-02T10:24:20Z' }],
    ['engine', { event: 'start', engine: 'fake' }],
    ['engine', { attributes: { engine: 'Fake' } }],
    ['provider_timeout_fail_closed', { event: 'provider_timeout' }],
    ['provider_timeout_fail_closed', { type: 'ProviderTimeout' }],
    ['provider_timeout_fail_closed', { msg: 'provider timed out after 600s' }],
    ['provider_timeout_fail_closed', { event: 'stop', reason: 'provider-timeout' }],
    ['provider_timeout_fail_closed', { event: 'stop', provider_timeout: true }],
    ['model_provider_gate_blocks', { event: 'provider_model_not_admitted' }],
    ['status', { event: 'run.finished', status: 'fail' }],
    ['status', { event: 'run_failed' }],
    ['exit_code', { event: 'backend.exit', backend_exit_code: 1 }],
    ['allowed_writes', { allowed_writes_passed: false }],
  ])('speaks against %s: %j', (id, record) => {
    expect(told(record)).toEqual([id]);
  });

  it.each<[unknown]>([
    [{ run_id: RUN_ID, ts: '2026-06-02T10:16:00Z', engine: 'case' }],
    [{ previous_run_id: OTHER }],
    [{ run_id: '3f2c7a1e-0c9d-4a57-8c0f-0f0b1f7f5b11' }],
    [{ msg: `see ${OTHER}` }],
    [{ ts: '2026-06-02T10:19:17Z', event: 'report.written' }],
    [{ time: '2026-06-02 03:16:00' }],
    [{ event: 'commit', created_at: '2025-01-01T00:00:00Z' }],
    [{ tool: 'bash', output: { time: '2024-01-31T00:00:00Z' } }],
    [{ ts: 312.5, time: 4120, at: 'src/slugify.js:12' }],
    [{ phase: 'baseline', event: 'run.finished', engine: 'fake', status: 'fail' }],
    [{ event: 'check', name: 'provider_timeout', status: 'pass' }],
    [{ event: 'config', provider_timeout: 600 }],
    [{ name: 'provider_timeout', fired: false }],
    [{ tool: 'bash', timed_out: true, status: 'timeout' }],
    [{ event: 'tool.end', exit_code: 1, status: 'error' }],
    [null],
    [['run_failed']],
  ])('may say %j', (record) => {
    expect(told(record)).toEqual([]);
  });
});

describe('the report for people', () => {
  const told = (text: string): string[] => {
    const reader = new ReportReader(OWN);
    return text.split('\n').flatMap((line) => [...reader.contradictionsIn(line)].map(({ id }) => id));
  };

  it.each([
    ['freshness', `# Run ${OTHER}`],
    ['freshness', `- **Run ID:** \`${OTHER}\``],
    ['freshness', `| Run | ${OTHER} |`],
    ['freshness', 'Started: 2026-05-30T10:15:00Z'],
    ['engine', '# Run\n\nEngine: fake'],
    ['status', '**Status:** FAIL'],
    ['status', '| Status | fail |'],
    ['status', 'Verdict: failed at step 3'],
    ['status', '# Run\n\n## Result\n\n❌ slugify'],
    ['exit_code', 'backend_exit_code: 137'],
  ])('speaks against %s: %j', (id, text) => {
    expect(told(text)).toEqual([id]);
  });

  it.each([
    `# Run ${RUN_ID}\n\nRun: ${RUN_ID}.\nStatus: pass\nEngine: case\nStarted: 2026-06-02T10:15:00Z`,
    `# ${RUN_ID} compared with ${OTHER}`,
    `Previous run: ${OTHER}\nLast run: 2026-05-30T10:00:00Z`,
    `# Run\n\n## Previous run\n\nRun: ${OTHER}\nStatus: fail`,
    '# Run\n\n## Baseline\n\nEngine: fake\nStatus: fail',
    '# Run\n\n## Step 1: reproduce\n\nStatus: failed as expected',
    'Failed: 0\nResult: failed: 0, passed: 4\nOutcome: error handling added',
    'Status: fail-closed checks hold',
    '```\nStatus: fail\n```',
  ])('may say %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('a log that begins with a time', () => {
  const isOfAnotherTime = (text: string): boolean => {
    const times = new LogTimes(OWN);
    for (const line of text.split('\n')) times.read(line);
    return times.isOfAnotherTime;
  };

  it.each([
    ['2026-05-30T10:15:06.001Z ready\n  more\n2026-05-30T10:15:07Z done\n', true],
    ['[2026-05-30 10:15:06] ready', true],
    ['2026-05-30T10:15:06Z of a commit\n2026-06-02T10:15:06Z ready', false],
    ['ready\n2024-01-31T00:00:00Z initial commit\n', false],
    ['Copyright 2019-2024\n', false],
    ['', false],
  ])('%j', (text, expected) => {
    expect(isOfAnotherTime(text)).toBe(expected);
  });
});

describe('what colours a text', () => {
  it.each([
    ['\x1b[32mclaude\x1b[0m', 'claude', 5],
    ['a \\033[38;5;208mb', 'a b', 0],
    ['^[[1mb', 'b', 5],
    ['[32mb[0m', 'b', 4],
    ['\x1b]8;;http://x/\x07b', 'b', 15],
    ['b\u200b', 'b', 0],
    ['arr[0] x[i]m', 'arr[0] x[i]m', 0],
  ])('%j', (text, plain, first) => {
    const read = withoutEscapes(text);
    expect([read.text, read.at(0)]).toEqual([plain, first]);
  });
});
