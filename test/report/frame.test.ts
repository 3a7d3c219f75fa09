import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { frameRows } from '../../src/report/frame.ts';
import type { Finding } from '../../src/report/report.ts';
import { findingOf } from './example.ts';

const plain = { gutter: String, context: String, caret: String };

function rowsOf(lines: readonly string[], at: Partial<Finding>, columns = 40): string[] {
  const line = at.line ?? 1;
  const finding = findingOf({ line, endLine: line, column: 1, endColumn: 1, ...at });
  return frameRows({ firstLine: 1, lines }, finding, columns, plain);
}

describe('frameRows', () => {
  it.each<[string, string[], Partial<Finding>, string[]]>([
    [
      'a span in a line',
      ['ab', 'cde', ''],
      { line: 2, column: 2, endColumn: 4 },
      ['  1 │ ab', '> 2 │ cde', '    │  ^^', '  3 │'],
    ],
    ['no width', ['ab'], { column: 2, endColumn: 2 }, ['> 1 │ ab', '    │  ^']],
    ['an empty line', [''], {}, ['> 1 │', '    │ ^']],
    ['past the end', ['ab'], { column: 9, endColumn: 12 }, ['> 1 │ ab', '    │   ^']],
    [
      'several lines',
      ['ab', 'cd', 'ef'],
      { line: 1, column: 2, endLine: 2, endColumn: 2 },
      ['> 1 │ ab', '    │  ^', '> 2 │ cd', '  3 │ ef'],
    ],
    ['tabs', ['\ta\tb'], { column: 4, endColumn: 5 }, ['> 1 │     a    b', '    │          ^']],
    ['wide characters', ['漢字x'], { column: 2, endColumn: 3 }, ['> 1 │ 漢字x', '    │   ^^']],
    [
      'characters of several units',
      ['👍e\u0301x'],
      { column: 5, endColumn: 6 },
      ['> 1 │ 👍e\u0301x', '    │    ^'],
    ],
    ['controls', ['\u001b[0mx\r\n'], { column: 5, endColumn: 6 }, ['> 1 │ \\x1B[0mx', '    │        ^']],
    ['a runner command', ['##[x]'], { column: 3, endColumn: 4 }, ['> 1 │ \\x23#[x]', '    │      ^']],
    ['a key at the start', [':a: b'], { column: 5, endColumn: 6 }, ['> 1 │ :a: b', '    │     ^']],
  ])('%s', (_, lines, at, rows) => {
    expect(rowsOf(lines, at)).toEqual(rows);
  });

  it('cuts around the caret', () => {
    const line = `${'-'.repeat(100)}HERE${'-'.repeat(100)}`;
    expect(rowsOf([line], { column: 101, endColumn: 105 })).toEqual([
      `> 1 │ …${'-'.repeat(19)}HERE${'-'.repeat(9)}…`,
      `    │ ${' '.repeat(20)}^^^^`,
    ]);
  });

  it('finds the caret where the beginning of the line was left out', () => {
    const finding = findingOf({ line: 1, endLine: 1, column: 1_000_101, endColumn: 1_000_105 });
    const lines = [`${'-'.repeat(100)}HERE${'-'.repeat(100)}`];
    expect(frameRows({ firstLine: 1, lines, skipped: 1_000_000 }, finding, 40, plain)).toEqual([
      `> 1 │ …${'-'.repeat(19)}HERE${'-'.repeat(9)}…`,
      `    │ ${' '.repeat(20)}^^^^`,
    ]);
  });

  it('cuts what stands after the caret only, where the caret is near the start', () => {
    expect(rowsOf([`a${'-'.repeat(100)}`], { column: 1, endColumn: 2 })).toEqual([
      `> 1 │ a${'-'.repeat(32)}…`,
      '    │ ^',
    ]);
  });

  it('cuts lines beside at their end', () => {
    expect(rowsOf(['x', 'y'.repeat(50)], {})[2]).toBe(`  2 │ ${'y'.repeat(33)}…`);
  });

  it('is never wider than it may be, also on a line of a megabyte', () => {
    for (const unit of ['x', '漢', '\t', '\u202e', '👍', 'e\u0301', '\u001b', '##[']) {
      const line = unit.repeat(1_000_000 / unit.length);
      for (const column of [1, 500_001, 999_999]) {
        for (const row of rowsOf([line, line], { column, endColumn: column + 400 })) {
          expect(stringWidth(row)).toBeLessThanOrEqual(40);
        }
      }
    }
  });
});
