import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathBytes, pathText } from '../../src/git/path-text.ts';

it.each([
  ['plain', Buffer.from('docs/a b.md'), 'docs/a b.md'],
  ['accents', Buffer.from('é\u0301.md'), 'é\u0301.md'],
  ['a newline and a tab', Buffer.from('a\nb\tc'), 'a\nb\tc'],
  ['Latin-1', Buffer.from([0x61, 0xe9, 0x62]), 'a\\xe9b'],
  ['a character cut short', Buffer.from([0xe2, 0x82, 0x61]), '\\xe2\\x82a'],
  ['a surrogate', Buffer.from([0xed, 0xa0, 0x80]), '\\xed\\xa0\\x80'],
  ['the text of an escape', Buffer.from('a\\xe9b'), 'a\\x5cxe9b'],
  ['a backslash that begins none', Buffer.from('a\\x\\n'), 'a\\x\\n'],
])('shows %s', (_, bytes, text) => {
  expect(pathText(bytes)).toBe(text);
  expect(pathBytes(text)).toEqual(bytes);
});

it('keeps any two paths apart, and leads back to the bytes', () => {
  const piece = fc.constantFrom(
    ...['\\', 'x', 'e9', '5c', 'é'].map((text) => Buffer.from(text)),
    Buffer.of(0xe9),
  );
  const hostile = fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.concat(pieces));
  const any = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.oneof(hostile, any), (bytes) => {
      expect(pathBytes(pathText(bytes))).toEqual(bytes);
    }),
    { numRuns: 500 },
  );
});
