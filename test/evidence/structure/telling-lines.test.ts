import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentsOf } from '../../../src/evidence/structure/assignments.ts';
import { KINDS } from '../../../src/evidence/structure/kinds.ts';
import { isDiffHead } from '../../../src/evidence/structure/output-grammar.ts';
import { EVENT_KEYS, REPORT_KEYS } from '../../../src/evidence/structure/record-grammar.ts';
import { tellingLines } from '../../../src/evidence/structure/telling-lines.ts';
import { type Line, linesOf } from '../../../src/evidence/text/lines.ts';
import { line } from '../line-of-evidence.ts';

const isKnown = (key: string) => REPORT_KEYS.has(key) || EVENT_KEYS.has(key);

/** Whether a line adds to any block, as the grammar says. */
function adds({ text, marks }: Line): boolean {
  const all = assignmentsOf(text);
  const assignments = text.startsWith('{') ? all : all.filter(({ key }) => isKnown(key));
  return isDiffHead(text) || KINDS.some((kind) => kind.signal({ text, marks }, assignments) !== undefined);
}

const decoration = fc.constantFrom('', '> ', '| ', '- **', '12: ', '<li>', '\u001b[36m', '\u200b', '  // ');

describe('telling lines', () => {
  it('are among a text’s lines, and hold each line that adds to a block', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(decoration, line), { maxLength: 6 }), (parts) => {
        const text = parts.map((part) => part.join('')).join('\n');
        const all = linesOf(text);
        const telling = tellingLines(text);
        const isTold = (one: Line) => telling.some((other) => JSON.stringify(other) === JSON.stringify(one));
        expect(telling.filter((one) => !all.some((other) => other.start === one.start))).toEqual([]);
        expect(all.filter((one) => adds(one) && !isTold(one))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['prose', 'The run was looked at on Monday: nothing was missing, and 12 of 12 cases passed.'],
    ['code', 'const x = f(a) ? "b:c" : d["e"] | 7;'],
    ['a table', '| Name | Meaning |\n| --- | --- |\n| a | b = c |'],
    ['settings', 'name: cto\nversion: 1.2.3\nport: 8080'],
    ['an address', 'See https://example.com/a%2Fb?c=d&e=f#g.'],
  ])('there are none in %s', (_, text) => {
    expect(tellingLines(text)).toEqual([]);
  });

  it.each([
    ['a clock', '> at noon 10:15:03 it began'],
    ['a key of a report in words', '- **Run id** | 4711'],
    ['a key whose parts are parted', 'exit-code = 1'],
    ['an escape', 'x\\ty'],
    ['an invisible letter in a key', 'sta\u200btus: pass'],
    ['milliseconds since 1970', 'x 1767225600123 y'],
    ['a clock in a piece of a long line', `${'x '.repeat(4000)}10:15:03`],
    ['a line behind others', `${'x\n'.repeat(70_000)}run_id: 1`],
  ])('there is one in %s', (_, text) => {
    expect(tellingLines(text)).toHaveLength(1);
  });

  it('are those with thirteen digits in a row, and no more, of lines that hold nothing else', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0189'), minLength: 11, maxLength: 28 });
    const parts = fc.array(fc.oneof(digits, fc.constantFrom('x', ' ', 'xyz'), fc.constant('1767225600123')));
    fc.assert(
      fc.property(parts, (of) => {
        const text = `x${of.join('')}`;
        expect(tellingLines(text)).toHaveLength(/(?<!\d)\d{13}(?!\d)/.test(text) ? 1 : 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('are all changed lines of a diff, and nothing that looks like them elsewhere', () => {
    const text = '- a bullet\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n\n\n\n\n\n\n\n\n- a bullet';
    expect(tellingLines(text).map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  });
});
