import { describe, expect, it } from 'vitest';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';
import { RUN } from '../run.ts';

const rows = (write: (minute: number) => string) =>
  `${Array.from({ length: 12 }, (_, minute) => write(minute + 10)).join('\n')}\n`;

const told = (text: string) => findEvidenceStructure(text).map((span) => span.told);

describe('rows of data', () => {
  it.each([
    ['two columns', rows((m) => `2026-01-01T00:${m}:00Z,${m}`)],
    ['a price', rows((m) => `2026-01-01 09:${m}:00,${m}.12,${m}.55`)],
    ['milliseconds', rows((m) => `2026-01-01T00:${m}:00.${m}7Z,t1,2${m}.5`)],
    ['a quoted time', rows((m) => `"2026-01-01T00:${m}:00Z","Berlin Mitte",${m}`)],
    ['a time in the second column', rows((m) => `${m},2026-01-01T00:${m}:00+01:00,ok`)],
    ['a day and a clock by tabs', rows((m) => `2026-01-01\t10:${m}:12\t${m}`)],
    ['semicolons', rows((m) => `01.02.2026;10:${m}:12;${m},5`)],
    ['milliseconds since 1970', rows((m) => `17672256001${m},${m}.5`)],
    [
      'times in the last columns',
      rows((m) => `${m},done,2026-01-01T00:${m}:00.1${m}Z,2026-01-02T00:${m}:00.2${m}Z`),
    ],
    ['an empty cell', rows((m) => `2026-01-01T00:${m}:00Z,,${m}`)],
    [
      'times of records',
      rows(
        (m) => `"createdAt": "2026-01-01T00:${m}:00.1${m}Z", "updated_at": "2026-01-02T00:${m}:00.1${m}Z",`,
      ),
    ],
    ['days as times', rows((m) => `"day": "2026-01-${m}T00:00:00.000Z",`)],
  ])('are no log, with %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ['a level', rows((m) => `2026-01-01T00:${m}:00Z,INFO,ready`)],
    ['a message', rows((m) => `2026-01-01T00:${m}:00Z,step ${m} was finished,812`)],
    ['a quoted message', rows((m) => `${m},"2026-01-01T00:${m}:00Z session opened by runner"`)],
    ['calls of tools', rows((m) => `2026-01-01T00:${m}:00Z,tool_call,${m}`)],
    ['the name of a run', rows((m) => `2026-01-01T00:${m}:00Z,${RUN},${m}`)],
    ['a comma before milliseconds', rows((m) => `10:15:${m},123 started`)],
    ['a comma in a sentence', rows((m) => `10:15:${m} started, ready`)],
    ['milliseconds in lines of a list', rows((m) => `at 10:15:${m}.123 it was ready`)],
  ])('are a log, with %s', (_, text) => {
    expect(told(text)).toHaveLength(1);
  });

  it.each([
    ['commas', `10:15:03,${'a,'.repeat(2_000)}b c d\n`.repeat(200)],
    ['blanks', `10:15:03,${' a'.repeat(2_000)}\n`.repeat(200)],
    ['times of records', `10:15:03.123 ${'created_at: '.repeat(300)}\n`.repeat(200)],
  ])('come to an end on %s', (_, text) => {
    expect(Array.isArray(told(text))).toBe(true);
  });
});
