import { describe, expect, it } from 'vitest';
import { wrappedBehind, wrappedLines } from '../../src/report/wrapped.ts';

describe('text on a terminal', () => {
  it('goes on behind its label', () => {
    expect(wrappedBehind('help  ', 'one two three four five six seven', 26)).toEqual([
      'help  one two three four',
      '      five six seven',
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['as it is where it fits', ['admitted', '  a: b'], ['admitted', '  a: b']],
    [
      'with later rows further in than the line below it',
      ['  not-allowed: the variable is not exactly 1', '    Set it to 1.'],
      ['  not-allowed: the variable', '      is not exactly 1', '    Set it to 1.'],
    ],
    ['with its words whole', [`  ${'x'.repeat(50)} y`], [`  ${'x'.repeat(50)}`, '      y']],
  ])('is folded %s', (_, lines, rows) => {
    expect(wrappedLines(lines, 32)).toEqual(rows);
  });
});
