import { describe, expect, it } from 'vitest';
import { NOTHING_DETECTED } from '../../src/check/detectors.ts';
import { createFileJudge, type FileReader } from '../../src/check/file-judge.ts';
import { type RawFile, readSourceFile } from '../../src/check/source-file.ts';
import { completePolicy } from '../../src/commands/opening/read-policy.ts';
import { BUILT_IN } from '../../src/policy/builtin.ts';
import { defineRule } from '../../src/rule.ts';

/** Longer than any limit of this file, on any machine. */
function takeTime(): void {
  const end = Date.now() + 100;
  while (Date.now() < end);
}

/** It tells of what could not be judged, as the tool's own rule does, and takes its time. */
const SLOW = defineRule({
  id: 'file/unreadable',
  severity: 'error',
  summary: '',
  why: '',
  help: '',
  requirements: [],
  messages: { late: 'It took too long.' },
  examples: { good: { path: '', text: '' }, bad: { path: '', text: '' } },
  each: 'file',
  *check(file) {
    takeTime();
    if (file.unreadable === 'timed-out') yield { at: { file, start: 0, end: 0 }, message: 'late' };
  },
});

const LIMITED = completePolicy(
  { ...BUILT_IN, limits: { ...BUILT_IN.limits, fileSeconds: 0.001 } },
  'a policy of this test',
  '2026-11-20',
);

const READER: FileReader = {
  source: (raw) => readSourceFile(raw, async () => NOTHING_DETECTED),
  kinds: () => {
    takeTime();
    return [];
  },
  document: async () => undefined,
};

function raw(text: string): RawFile {
  const bytes = Buffer.from(text);
  const blob = '0'.repeat(40);
  const file = { path: 'a.md', mode: '100644', blob, size: bytes.length, bytes } as const;
  return { ...file, unreadable: undefined, commit: undefined, origin: 'tree' };
}

/** A function that calls itself as often as the text is long: as a pattern does, in a way. */
const DEEP = defineRule({
  ...SLOW,
  id: 'file/deep',
  *check(file) {
    const down = (left: number): number => (left === 0 ? 0 : 1 + down(left - 1));
    if (down(file.text.length) < 0) yield { at: { file, start: 0, end: 0 }, message: 'late' };
  },
});

describe('a file that takes longer than a file may', () => {
  it.each([
    ['it is a finding, however long that takes to tell', 'words '.repeat(1000), ['It took too long.']],
    ['a text too short to be watched is not', 'a', []],
  ])('%s', async (_, text, messages) => {
    const { placed, clean } = await createFileJudge(LIMITED, [SLOW], READER, undefined)(raw(text), true);
    expect(placed.map(({ finding }) => finding.message)).toEqual(messages);
    expect(clean).toBe(messages.length === 0);
  });
});

describe('a file that takes a rule more memory than it may', () => {
  it.each([
    ['it is a finding', 'words '.repeat(100_000), ['It took too long.']],
    ['another one is not', 'words '.repeat(400), []],
  ])('%s', async (_, text, messages) => {
    const policy = completePolicy(BUILT_IN, 'a policy of this test', '2026-11-20');
    const reader = { ...READER, kinds: () => [] };
    const { placed } = await createFileJudge(policy, [SLOW, DEEP], reader, undefined)(raw(text), true);
    expect(placed.map(({ finding }) => finding.message)).toEqual(messages);
  });
});
