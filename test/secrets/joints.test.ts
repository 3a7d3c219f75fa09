import { describe, expect, it } from 'vitest';
import { valueAfterName } from '../../src/secrets/named/assigned-value.ts';
import { JOINTS, jointsAfter } from '../../src/secrets/named/joints.ts';

/** What stands between a name and its value, with the pattern that reads it. */
const BETWEEN: readonly (readonly [keyof typeof JOINTS, string])[] = [
  ['pair', ', value: '],
  ['pair', '\n  value: '],
  ['pair', ' value='],
  ['pair', '</key>\n<string>'],
  ['pair', ',\r\n  "default": '],
  ['assignment', '='],
  ['assignment', ': '],
  ['assignment', ' := '],
  ['assignment', ' => '],
  ['assignment', ' -> '],
  ['assignment', ' ||= '],
  ['assignment', ' += '],
  ['assignment', ' ?= '],
  ['assignment', '] = '],
  ['assignment', '** : '],
  ['assignment', '\\" : '],
  ['assignment', ': string = '],
  ['assignment', ' string = '],
  ['assignment', ' pkg.Name[]* = '],
  ['assignment', ' As String = '],
  ['assignment', ': constant String := '],
  ['assignment', ' 1 : '],
  ['assignment', ': { value: '],
  ['assignment', '>'],
  ['assignment', '>\n  '],
  ['assignment', `${' '.repeat(40)}= `],
  ['prose', ' is '],
  ['prose', ' (for now) is set to '],
  ['prose', ' WILL BE '],
  ['prose', '** equals '],
];

/** Put together here, so that no scanner takes this file for a leak. */
const VALUE = ['q7Rk2VxN9t', 'Lw4ZsB8mHc'].join('');

describe('what joins a name with a value', () => {
  it.each(BETWEEN)('is seen to be perhaps a %s by its first sign: %j', (joint, between) => {
    const text = `token${between}${VALUE}`;
    expect(jointsAfter(text, 'token'.length) & JOINTS[joint]).toBe(JOINTS[joint]);
    expect(valueAfterName(text, 0, 'token'.length)?.text).toBe(VALUE);
  });

  it('may be a bar in a row of a table', () => {
    const text = `| token | ${VALUE} |`;
    expect(jointsAfter(text, 7) & JOINTS.table).toBe(JOINTS.table);
    expect(valueAfterName(text, 2, 7)).toMatchObject({ text: VALUE, joined: 'assignment' });
  });

  it.each([' might', ' map list', '', ' ', ' more.than.any.type.has.a.name = '])(
    'is none of these before %j',
    (after) => {
      expect(jointsAfter(`token${after}`, 5)).toBe(0);
    },
  );
});
