import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIndex, writeIndex } from '../../../src/evidence/index/index-file.ts';
import type { RunPart } from '../../../src/evidence/index/run-part.ts';
import { nameOf } from '../../../src/name.ts';
import { KEY, partOf, RUN } from '../run.ts';

const PART = partOf({
  'trace.jsonl': 'the quick brown fox jumps over the lazy dog and then 1234 more of them follow it home',
});

function reasonOf(text: string, secret: string | null = KEY): string {
  try {
    readIndex(text, secret ?? undefined);
  } catch (error) {
    return (error as { reason: string }).reason;
  }
  return 'read';
}

describe('the committed index', () => {
  it('gives back what was written', () => {
    const entry = fc.record({
      value: fc.nat(2 ** 31 - 1).map((n) => n * 511),
      file: fc.nat(2),
      line: fc.nat(100_000),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ value }) => value, maxLength: 200 }), (entries) => {
        const sorted = entries.sort((a, b) => a.value - b.value);
        const part: RunPart = {
          run: nameOf(RUN),
          files: ['report.json', 'trace.jsonl', 'backend/stdout.log'].map(nameOf),
          entries: {
            values: Float64Array.from(sorted, ({ value }) => value),
            files: Uint16Array.from(sorted, ({ file }) => file),
            lines: Uint32Array.from(sorted, ({ line }) => line),
          },
        };
        expect(readIndex(writeIndex([part], KEY), KEY)).toEqual([part]);
      }),
    );
  });

  it('is the same text for the same runs in any order, one line a run', () => {
    const later = { ...PART, run: nameOf('20260704T000000Z-x-1') };
    const text = writeIndex([later, PART], KEY);
    expect(text).toBe(writeIndex([PART, later], KEY));
    expect(text.split('\n')).toHaveLength(5);
    expect(JSON.parse(text).runs).toHaveLength(3);
  });

  it('keeps both runs where two branches each added a line', () => {
    const later = { ...PART, run: nameOf('20260704T000000Z-x-1') };
    const [head, line, end] = writeIndex([PART], KEY).split('\n');
    const [, other] = writeIndex([later], KEY).split('\n');
    expect(readIndex([head, line, other, end].join('\n'), KEY)).toEqual([PART, later]);
  });

  it('holds no text of the evidence', () => {
    expect(writeIndex([PART], KEY)).not.toMatch(/quick|1234/);
  });

  const text = writeIndex([PART], KEY);
  it.each([
    ['as written', text, KEY, 'read'],
    ['no key', text, null, 'key-missing'],
    ['another key', text, 'another', 'key-wrong'],
    ['another version', text.replace('"version":1', '"version":2'), KEY, 'unknown-version'],
    [
      'a later version with other keys',
      '{"format":"cto-lint evidence index","version":9,"parts":{}}',
      KEY,
      'unknown-version',
    ],
    ['another window', text.replace('"window":24', '"window":8'), KEY, 'malformed'],
    ['no JSON', text.slice(0, -8), KEY, 'malformed'],
    ['entries cut short', text.replace(/"entries":"[^"]{12}/, '"entries":"'), KEY, 'malformed'],
    [
      'one letter of the entries changed',
      text.replace(
        /("entries":".{10})(.)/,
        (_, before: string, letter: string) => `${before}${letter === 'A' ? 'B' : 'A'}`,
      ),
      KEY,
      'malformed',
    ],
    ['a run of an odd name', text.replace(`"${RUN}"`, '"\\u001b[31m"'), KEY, 'malformed'],
    ['something else', '{}', KEY, 'malformed'],
    ['nothing', '', KEY, 'malformed'],
  ])('%s', (_, content, secret, reason) => {
    expect(reasonOf(content, secret)).toBe(reason);
  });

  it('without a key holds only what cannot be guessed', () => {
    const files = { 'trace.jsonl': 'pid=48211 duration_ms=9911 call_a81Bc72Qe91Zx44Kd02 at 08:15:02.113' };
    expect(partOf(files, null).entries.values).toHaveLength(1);
    expect(partOf(files).entries.values.length).toBeGreaterThan(4);
  });
});
