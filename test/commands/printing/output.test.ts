import { expect, it } from 'vitest';
import { widthOf } from '../../../src/commands/printing/output.ts';

it.each([
  ['as wide as it says', 120, {}, 120],
  ['whatever COLUMNS says', 120, { COLUMNS: '90' }, 120],
  ['of no size, as COLUMNS says', 0, { COLUMNS: '100' }, 100],
  ['of no size', 0, {}, 80],
  ['of no size, and COLUMNS is no number', 0, { COLUMNS: 'wide' }, 80],
  ['of no size, and COLUMNS is none', 0, { COLUMNS: '0' }, 80],
  ['none', undefined, { COLUMNS: '100' }, 80],
])('a terminal is %s', (_, size, env, columns) => {
  expect(widthOf(size, env)).toBe(columns);
});
