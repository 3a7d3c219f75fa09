import { describe, expect, it } from 'vitest';
import { withoutRepeats } from '../../../src/evidence/index/repeats.ts';
import { buildRunPart } from '../../../src/evidence/index/run-part.ts';
import { linesOf } from '../../../src/evidence/text/lines.ts';
import { nameOf } from '../../../src/name.ts';
import { KEY, RUN, runFiles } from '../run.ts';

const BEFORE = 'the queue of the second worker was drained after 312 ms';
const AFTER = '2026-07-03T08:15:02.417Z INFO the third worker took over with pid=48213';
const WAITING = [
  '2026-07-03T08:15:01.333Z INFO heartbeat latency=812ms id=4fd2c31a09be',
  'still waiting for the upstream server, attempt 7 of 4711',
  '',
  '| worker | 88412 |',
  'a',
  '+ const limit = 900;',
  '\u001b[32mready\u001b[39m in 417 ms',
];

describe('lines that repeat', () => {
  it.each([
    ['one line, often', 1, 500],
    ['a few lines, often', 3, 300],
    ['one line, less often', 1, 87],
    ['lines with an empty one between', 7, 200],
  ])('%s: nothing is kept beside what fewer times give', (_, period, times) => {
    const body = (count: number) =>
      `${BEFORE}\n${`${WAITING.slice(0, period).join('\n')}\n`.repeat(count)}${AFTER}\n`;
    const valuesOf = (count: number, secret: string | undefined) =>
      buildRunPart(nameOf(RUN), runFiles({ 'stdout.log': body(count) }), secret).entries.values;
    const [blobs, same] = [valuesOf(times, KEY), valuesOf(60, KEY)].map((values) => new Set(values));
    // The file's two ids are all that differs.
    expect([...blobs!].filter((value) => !same!.has(value))).toHaveLength(2);
    expect(blobs!.size).toBe(same!.size);
    expect(valuesOf(times, undefined)).toHaveLength(valuesOf(60, undefined).length);
  });

  it('keeps the place of what comes after them', () => {
    const text = `${BEFORE}\n${`${WAITING[0]}\n`.repeat(5000)}${AFTER}\n`;
    const kept = withoutRepeats(linesOf(text));
    expect(kept.length).toBeLessThan(100);
    expect(kept.at(-1)).toMatchObject({ row: 5001, text: AFTER });
  });

  it.each([
    ['lines that differ in a digit', (i: number) => `heartbeat ${i % 10}${i % 7}`],
    ['a period of nine', (i: number) => `step ${i % 9}`],
  ])('leaves %s alone', (_, line) => {
    const lines = linesOf(Array.from({ length: 3000 }, (_, i) => line(i)).join('\n'));
    expect(withoutRepeats(lines)).toBe(lines);
  });

  it('tells lines apart that differ in what was cut from them alone', () => {
    const lines = linesOf(Array.from({ length: 2000 }, (_, i) => `${i % 50 === 0 ? '+' : '-'} x`).join('\n'));
    expect(withoutRepeats(lines)).toBe(lines);
  });
});
