import { describe, expect, it } from 'vitest';
import { copiedFileKind, evidenceFileKind } from '../../src/evidence/file-kind.ts';
import { nameOf } from '../../src/name.ts';
import { RUN, reportText } from './run.ts';

const REPORT = reportText();

const event = (second: number, type: string) =>
  JSON.stringify({ ts: `2026-07-03T08:15:0${second}.112Z`, type, run_id: RUN });
const EVENTS = [event(1, 'turn.start'), event(2, 'tool.call'), event(3, 'turn.end')].join('\n');

const LOG = [1, 2, 3]
  .map((second) => `2026-07-03T08:15:0${second}.112Z INFO ${RUN} attempt ${second}`)
  .join('\n');

const WRITTEN = `# What we saw\n\nThe backend came up late that morning.\n\n\`\`\`\n${LOG}\n\`\`\`\n`;

describe('files of a run directory', () => {
  it.each([
    ['trace.jsonl', '', 'trace.jsonl by name'],
    ['docs/deep/events.normalized.jsonl', 'x', 'events.normalized.jsonl by name'],
    ['a/Patch.DIFF', 'x', 'patch.diff by name'],
    ['a/tra\u200bce.jsonl', 'x', 'trace.jsonl by name'],
    ['a/trace.jsonl.gz', 'x', 'trace.jsonl by name'],
    ['provider-timeout.txt', '', 'provider-timeout.txt by name'],
    ['backend/provider-model-not-admitted.txt', 'x', 'provider-model-not-admitted.txt by name'],
    [`${RUN}/report.json`, '{}', 'report.json by directory'],
    [`runs/${RUN}/report.md`, '', 'report.md by directory'],
    [`runs/${RUN.toLowerCase()}/TEST.log`, '', 'test.log by directory'],
    [`runs/${RUN}/backend/stdout.log`, '', 'backend log by directory'],
    [`runs/${RUN}/backend/deep/anything`, '', 'backend log by directory'],
    ['docs/report.json', REPORT, 'report.json by content'],
    ['docs/summary.txt', REPORT, 'report.json by content'],
    ['docs/notes.md', EVENTS, 'trace.jsonl by content'],
    ['test.log', LOG, 'test.log by content'],
    ['backend/stdout.log', LOG, 'backend log by content'],
    ['notes/one.txt', LOG, 'backend log by content'],
    ['notes/one.md', LOG, 'backend log by content'],
    ['notes/one.md', `# Run ${RUN}\n\n${LOG}\n`, 'backend log by content'],
    ['notes/one.txt', `# Log\n\n\`\`\`\n${LOG}\n\`\`\`\n`, 'backend log by content'],
    ['notes/one.txt', WRITTEN, 'backend log by content'],
  ])('%s', (path, text, expected) => {
    const found = evidenceFileKind(path, text);
    expect(found && `${found.kind} by ${found.by}`).toBe(expected);
  });

  it.each([
    ['backend/server.ts', 'export const port = 8080;\n'],
    ['backend/stdout.log', 'hello\n'],
    ['report.json', '{"total": 12, "tests": []}'],
    ['report.md', `# Report\n\nThe run \`${RUN}\` passed: see \`harness-runs/${RUN}/report.json\`.\n`],
    ['coverage/test.log', 'ok\n'],
    [`${RUN}.md`, `# Notes on ${RUN}\n`],
    [`runs/${RUN}/README.md`, 'What these are.\n'],
    ['docs/mytrace.jsonl', ''],
    ['notes/one.md', WRITTEN],
    ['notes/one.md', `# Log\n\n\`\`\`\n${LOG}\n\`\`\`\n`],
    ['notes/one.md', `# Trace\n\n\`\`\`jsonl\n${EVENTS}\n\`\`\`\n`],
    ['notes/one.md', `# Trace\n\nThis is what the trace of it says:\n\n${EVENTS.replace(/^/gm, '> ')}\n`],
    ['docs/trace.jsonl.md', '# The format of a trace\n'],
    ['docs/plan.md', `# Plan\n\n${'What we want, and why. '.repeat(40)}\n\n${LOG}\n`],
    ['app.log', '2026-07-03 08:15:01 INFO up\n2026-07-03 08:15:02 INFO on\n2026-07-03 08:15:03 INFO off\n'],
  ])('%s is none', (path, text) => {
    expect(evidenceFileKind(path, text)).toBeUndefined();
  });
});

describe('the same file as one of a run', () => {
  it.each([
    ['backend/stdout.log', 'backend log'],
    ['backend/deep/stdout', 'backend log'],
    ['report.md', 'report.md'],
    ['trace.jsonl', 'trace.jsonl'],
    ['case-data/config.json', undefined],
    ['workspace/README.md', undefined],
  ])('%s', (file, kind) => {
    const source = { run: nameOf(RUN), file: nameOf(file) };
    const span = { start: 0, end: 9, certainty: 'certain', source: { ...source, line: 1 } } as const;
    expect(copiedFileKind([{ ...span, told: nameOf('rows') }])).toBeUndefined();
    const found = copiedFileKind([{ ...span, told: nameOf('blob') }]);
    expect(found).toEqual(kind && { kind, by: 'copy', source });
  });
});
