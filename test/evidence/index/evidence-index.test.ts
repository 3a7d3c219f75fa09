import { describe, expect, it } from 'vitest';
import { EvidenceIndex } from '../../../src/evidence/index/evidence-index.ts';
import { nameOf } from '../../../src/name.ts';

const partWith = (at: number, values: readonly number[]) => ({
  run: nameOf(`2026060${1 + at}T101500Z-r1-string-slugify-4711`),
  files: [nameOf('trace.jsonl')],
  entries: {
    values: Float64Array.from(values),
    files: new Uint16Array(values.length),
    lines: Uint32Array.from(values, (_, line) => line + 1),
  },
});

const HIGHEST = 2 ** 40 - 1;

describe('the table of all runs', () => {
  const index = new EvidenceIndex([partWith(0, [0, 7, HIGHEST]), partWith(1, [7, 8])], undefined);

  it.each([
    [0, [{ run: 0, file: 0, line: 1 }]],
    [
      7,
      [
        { run: 1, file: 0, line: 1 },
        { run: 0, file: 0, line: 2 },
      ],
    ],
    [8, [{ run: 1, file: 0, line: 2 }]],
    [HIGHEST, [{ run: 0, file: 0, line: 3 }]],
    [9, []],
    [HIGHEST - 1, []],
  ])('of %d has the places of each run', (value, postings) => {
    expect(index.postingsOf(value)).toEqual(postings);
    expect(index.has(value)).toBe(postings.length > 0);
  });

  it('holds values that are close together, and higher ones than there are', () => {
    const values = [...Array.from({ length: 5000 }, (_, value) => value), HIGHEST + 5];
    const crowded = new EvidenceIndex([partWith(0, values)], undefined);
    expect(values.filter((value) => !crowded.has(value))).toEqual([]);
    expect(crowded.has(HIGHEST)).toBe(false);
  });

  it('drops what is in too many of eight runs, unless it is told not to', () => {
    const parts = Array.from({ length: 8 }, (_, at) => partWith(at, at < 5 ? [3, 4 + at] : [4 + at]));
    expect(new EvidenceIndex(parts, undefined).has(3)).toBe(false);
    expect(new EvidenceIndex(parts, undefined).postingsOf(3)).toEqual([]);
    expect(new EvidenceIndex(parts, undefined).has(4)).toBe(true);
    expect(new EvidenceIndex(parts, undefined, { keepFormulas: true }).has(3)).toBe(true);
    expect(new EvidenceIndex(parts.slice(0, 7), undefined).has(3)).toBe(true);
  });
});
