import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findEvidence } from '../../../src/evidence/find-evidence.ts';
import { EvidenceIndex } from '../../../src/evidence/index/evidence-index.ts';
import { withoutKnown } from '../../../src/evidence/index/known-text.ts';
import { buildRunPart } from '../../../src/evidence/index/run-part.ts';
import { nameOf } from '../../../src/name.ts';
import { indexOf, KEY, partOf, RUN, runFiles } from '../run.ts';

const DOCUMENT =
  'A parser for dates must say what it does with a value that is none, and the old one did not say so at all, which is why we replace it.';
const BEFORE = Date.UTC(2026, 6, 3, 8, 15, 1);
const AFTER = Date.UTC(2026, 6, 3, 8, 15, 3);

describe('the part of a run', () => {
  it('is the same however the bytes come', () => {
    const files = { 'trace.jsonl': `${DOCUMENT} é ${'x y z '.repeat(400)}`, 'backend/stdout.log': DOCUMENT };
    const whole = buildRunPart(nameOf(RUN), runFiles(files), KEY);
    expect(buildRunPart(nameOf(RUN), runFiles(files, 7), KEY)).toEqual(whole);
  });

  it('covers a file that is larger than what is read at once', () => {
    const filler = Array.from({ length: 40_000 }, (_, i) => `line ${i} of the filler that goes on`).join(
      '\n',
    );
    const index = indexOf({ 'trace.jsonl': `${filler}\n${DOCUMENT}\n${filler}` });
    const [span] = findEvidence(`# Notes\n\n${DOCUMENT}\n`, index);
    expect(span?.source).toEqual({ run: RUN, file: 'trace.jsonl', line: 40_001 });
  });

  it.each([
    ['a prompt', { 'trace.jsonl': JSON.stringify({ type: 'start', prompt: DOCUMENT }) }],
    ['a file that was read', { 'trace.jsonl': JSON.stringify({ tool: 'read_file', output: DOCUMENT }) }],
    [
      'a file that was written, in lines',
      { 'trace.jsonl': JSON.stringify({ tool: 'x', content: [DOCUMENT, DOCUMENT] }) },
    ],
    ['the task of a report', { 'report.md': `# Run\n\n## Task\n\n${DOCUMENT}\n\n## Result\n\nfine\n` }],
    ['what strace saw', { 'backend/strace.log': `write(1, ${JSON.stringify(DOCUMENT)}, 130) = 130` }],
  ])('leaves out %s', (_, files) => {
    expect(findEvidence(DOCUMENT, indexOf(files as Record<string, string>))).toEqual([]);
  });

  it.each([
    ['what a command printed', { 'trace.jsonl': JSON.stringify({ tool: 'bash', stdout: DOCUMENT }) }],
    ['what the agent said', { 'trace.jsonl': JSON.stringify({ role: 'assistant', text: DOCUMENT }) }],
  ])('keeps %s', (_, files) => {
    expect(findEvidence(DOCUMENT, indexOf(files as Record<string, string>))).toHaveLength(1);
  });
});

describe('a short file as a whole', () => {
  const TEST_LOG = '> fixture@1.0.0 test\n> node --test\n\ntests 4\npass 4\nfail 0\n';
  const indexWith = (files: Record<string, string>, key: string | null) =>
    new EvidenceIndex([partOf(files, key)], key ?? undefined);
  const isFound = (file: string, text: string, key: string | null = KEY): boolean => {
    const blob = createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');
    return findEvidence(text, indexWith({ [file]: text }, key), { blob }).some(({ told }) => told === 'blob');
  };
  it.each([
    ['test.log', TEST_LOG],
    ['backend/stderr.log', 'the stream was closed by its upstream\n'],
    ['report.json', '{"run_id":"r1-slugify-4711","status":"pass"}\n'],
  ])('counts where a harness writes it: %s', (file, text) => {
    expect(isFound(file, text)).toBe(true);
    expect(isFound(file, text, null)).toBe(false);
  });
  it.each([
    ['report.json', '{}\n'],
    ['test.log', 'ok 1 - slugify\n1..1\n'],
    ['backend/stdout.log', `${'-'.repeat(80)}\n`],
    ['backend/stderr.log', '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n'],
    ['case-data/config.json', '{"models":{"default":null,"reviewer":null}}\n'],
    ['workspace/.gitignore', 'node_modules/\ndist/\ncoverage/\n'],
  ])('does not else: %s', (file, text) => expect(isFound(file, text)).toBe(false));
});

describe('what the repository held', () => {
  const part = partOf({ 'trace.jsonl': JSON.stringify({ tool: 'bash', stdout: DOCUMENT }) });

  it.each([
    ['before the run is no evidence', BEFORE, 0],
    ['since the run may be a copy', AFTER, 1],
    ['as a subject is no evidence', Number.NEGATIVE_INFINITY, 0],
  ])('%s', async (_, since, findings) => {
    const parts = await withoutKnown(new EvidenceIndex([part], KEY), [
      { text: `# Old\n\n${DOCUMENT}\n`, since },
    ]);
    expect(findEvidence(DOCUMENT, new EvidenceIndex(parts, KEY))).toHaveLength(findings);
  });
});
