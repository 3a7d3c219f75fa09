import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWithCapital, holdsLetter, isAscii, withoutIgnorable } from '../src/unicode.ts';

/** Of each plane, and much of ASCII, where the short ways are. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'binary-ascii' }),
  fc.string({ unit: fc.constantFrom(...'aZ1_ éÉßǅ在', '\u00ad', '\u200b', '\ufe0f') }),
);

describe('what is asked of a text is what Unicode says', () => {
  it('whether it holds a letter', () => {
    fc.assert(fc.property(texts, (text) => holdsLetter(text) === /\p{L}/u.test(text)));
  });

  it('whether it begins with a capital', () => {
    fc.assert(fc.property(texts, (text) => beginsWithCapital(text) === /^\p{Lu}/u.test(text)));
  });

  it('what is left without the ignorable', () => {
    const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
    fc.assert(fc.property(texts, (text) => withoutIgnorable(text) === text.replace(ignorable, '')));
  });
});

it.each([
  ['', false, false, true],
  ['1.5', false, false, true],
  ['é', true, false, false],
  ['Écrit', true, true, false],
  ['Zeit', true, true, true],
  ['zeit', true, false, true],
  ['[', false, false, true],
  ['@', false, false, true],
  ['🙂', false, false, false],
  ['在', true, false, false],
])('%o: a letter %o, a capital first %o, ASCII %o', (text, letter, capital, ascii) => {
  expect([holdsLetter(text), beginsWithCapital(text), isAscii(text)]).toEqual([letter, capital, ascii]);
});
