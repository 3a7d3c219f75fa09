import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentsOf, assignmentsTo } from '../../../src/evidence/structure/assignments.ts';
import { KINDS, kindsFor } from '../../../src/evidence/structure/kinds.ts';
import { EVENT_KEYS, REPORT_KEYS } from '../../../src/evidence/structure/record-grammar.ts';
import { linesOf } from '../../../src/evidence/text/lines.ts';
import { charactersOf, longRun } from '../../../src/evidence/text/long-runs.ts';
import {
  ALL,
  ASSIGNED,
  COLON,
  digitsOf,
  ESCAPED,
  marksOf,
  SIGN,
  WIDE,
} from '../../../src/evidence/text/marks.ts';
import { line } from '../line-of-evidence.ts';

describe('marks', () => {
  it.each([
    ['a:b', COLON, 0],
    ['x-1', SIGN, 1],
    ['é12', WIDE, 2],
    ['a\u200bb', WIDE | ESCAPED, 0],
    ['\\n', ESCAPED, 0],
    ['7'.repeat(400), 0, 255],
  ])('of %j', (text, flags, digits) => {
    const codes = Uint16Array.from(text, (character) => character.charCodeAt(0));
    const marks = marksOf(codes, 0, codes.length);
    expect([marks & flags, digitsOf(marks)]).toEqual([flags, digits]);
    expect(marks).toBeLessThanOrEqual(ALL);
  });

  it('rule out no kind of evidence that a line adds to', () => {
    fc.assert(
      fc.property(line, (text) => {
        for (const inner of linesOf(text)) {
          const assignments = assignmentsOf(inner.text);
          const tried = kindsFor(assignments.length > 0 ? inner.marks | ASSIGNED : inner.marks);
          KINDS.forEach((kind, index) => {
            const signal = kind.signal({ ...inner, marks: ALL }, assignments);
            if (tried.includes(index)) expect(kind.signal(inner, assignments)).toEqual(signal);
            else expect(signal).toBeUndefined();
          });
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('assignments to known keys', () => {
  it('are those among all assignments', () => {
    const known = new Set([...REPORT_KEYS, ...EVENT_KEYS]);
    const toKnown = assignmentsTo(known);
    fc.assert(
      fc.property(line, (text) => {
        expect(toKnown(text)).toEqual(assignmentsOf(text).filter(({ key }) => known.has(key)));
      }),
      { numRuns: 400 },
    );
  });
});

describe('long runs', () => {
  it('are what a pattern finds', () => {
    const members = charactersOf(/[ab]/);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 60 }),
        fc.nat(5),
        (text, more) => {
          const least = more + 1;
          const expected = [...text.matchAll(new RegExp(`[ab]{${least},}`, 'g'))].map(
            ({ 0: { length }, index }) => ({
              start: index,
              end: index + length,
            }),
          );
          const found = [];
          for (let run = longRun(text, members, least, 0); run; run = longRun(text, members, least, run.end))
            found.push(run);
          expect(found).toEqual(expected);
        },
      ),
    );
  });
});
