import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { drawn } from './drawn.ts';

const token = `${'ghp_'}${drawn(36, undefined, 71)}`;
const assignment = `api_key = "${drawn(32, undefined, 72)}"`;
const wrap = (text: string, width: number, indent: string) =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(`\n${indent}`);
const each = (text: string, notation: (character: string) => string) => Array.from(text, notation).join('');
const hexOf = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');

/** What stands in the file, how it is encoded, and what has to be reported (all of it, if left out). */
const ENCODED: readonly (readonly [name: string, encoded: string, from: string])[] = [
  ['base64', Buffer.from(assignment).toString('base64'), 'base64'],
  ['base64url', Buffer.from(`${assignment}?>~`).toString('base64url'), 'base64'],
  ['base64, wrapped', wrap(Buffer.from(`${assignment}\n`.repeat(4)).toString('base64'), 64, ''), 'base64'],
  ['hex', Buffer.from(token).toString('hex'), 'hex'],
  ['percent', token.replace('_', '%5F'), 'percent'],
  [
    'base64, twice',
    Buffer.from(Buffer.from(assignment.repeat(2)).toString('base64')).toString('base64'),
    'base64',
  ],
  ['percent, twice', token.replace('_', '%255f'), 'percent'],
  ['each character as percent', each(token, (character) => `%${hexOf(character)}`), 'percent'],
  ['\\u', token.replace('_', '\\u005f'), 'escape'],
  ['each character as \\u', each(token, (character) => `\\u00${hexOf(character)}`), 'escape'],
  ['\\x', token.replace('g', '\\x67'), 'escape'],
  ['markdown', token.replace('_', '\\_'), 'escape'],
  ['a decimal entity', token.replace('_', '&#95;'), 'entity'],
  ['a hexadecimal entity', token.replace('_', '&#x5f;'), 'entity'],
  ['a named entity', token.replace('_', '&lowbar;'), 'entity'],
  ['colours', `${token.slice(0, 10)}\x1b[1;31m${token.slice(10)}`, 'ansi'],
  ['a zero-width space', `${token.slice(0, 10)}\u200b${token.slice(10)}`, 'ansi'],
  ['a soft hyphen', `${token.slice(0, 3)}\u00ad${token.slice(3)}`, 'ansi'],
  ...[0x202e, 0x34f, 0xfe0f, 0xe0041, 0x180e, 0x3164].map((code): (typeof ENCODED)[number] => [
    `U+${code.toString(16)}`,
    `${token.slice(0, 2)}${String.fromCodePoint(code)}${token.slice(2)}`,
    'ansi',
  ]),
  ...['\x01', '\b', '\x7f', '\x85', '\u0301', '**', '</b>', '<!-- a -->'].map(
    (sign): (typeof ENCODED)[number] => [
      JSON.stringify(sign),
      `${token.slice(0, 14)}${sign}${token.slice(14)}`,
      'signs',
    ],
  ),
  ['UTF-16 in a binary file', each(token, (character) => `${character}\0`), 'utf-16'],
  ['a line wrap', wrap(token, 20, '    '), 'wrapped'],
  ['a quoted line wrap', wrap(token, 20, '> '), 'wrapped'],
  ['a continued line', wrap(token, 20, '').replaceAll('\n', '\\\n'), 'wrapped'],
];

describe('a text that is nothing but encoded', () => {
  it.each([
    ['escapes', `${'\\_'.repeat(300_000)} ${token.replace('_', '\\_')}`],
    ['invisible signs', `${'a\u200b'.repeat(300_000)} ${token.slice(0, 10)}\u200b${token.slice(10)}`],
    ['base64', Buffer.from(`${'words '.repeat(100_000)}${token}`).toString('base64')],
    ['hex', Buffer.from(`${'words '.repeat(100_000)}${token}`).toString('hex')],
    ['UTF-16', `${each(`${'word '.repeat(798)}${token}`, (character) => `${character}\0`)}`],
  ])('%s: is read to its end', (_, text) => {
    expect(findOwnSecrets(text, { path: 'notes.md' }).spans).toHaveLength(1);
    expect(findOwnSecrets(text.slice(0, -30), { path: 'notes.md' }).spans).toEqual([]);
  });
});

describe('one decoding pass', () => {
  it.each(ENCODED)('%s: is found, at the place of the encoded text', (_, encoded, from) => {
    const text = `Some words before.\n\n${encoded}\n\nand some after.\n`;
    const { spans } = findOwnSecrets(text, { path: 'notes.md' });
    expect(spans.map((span) => span.decodedFrom)).toEqual([from]);
    const place = text.indexOf(encoded);
    expect(spans[0]!.start).toBeGreaterThanOrEqual(place);
    expect(spans[0]!.end).toBeLessThanOrEqual(place + encoded.length);
    expect(spans[0]!.end - spans[0]!.start).toBeGreaterThanOrEqual(
      Math.min(encoded.length, token.length) - 3,
    );
  });

  it.each([
    ['a scheme', `dsn=postgres%3A%2F%2Fapp%3A${drawn(16, undefined, 75)}%40db.test%3A5432%2Fx`, 'percent'],
    [
      'a parameter',
      `https://x.test/?next=https%3A%2F%2Fy.test%2F%3Fapi_key%3D${drawn(36, undefined, 76)}`,
      'percent',
    ],
    ['a header', `h=Authorization%3A%20Bearer%20${drawn(36, undefined, 77)}`, 'percent'],
    ['colours', `\x1b[34m"apiKey"\x1b[0m: \x1b[32m"${drawn(36, undefined, 78)}"\x1b[0m`, 'ansi'],
    ['entities', `&quot;apiKey&quot;: &quot;${drawn(36, undefined, 79)}&quot;`, 'entity'],
  ])('%s before a secret may be what is encoded', (_, text, from) => {
    const { spans } = findOwnSecrets(`Words.\n${text}\n`, { path: 'notes.md' });
    expect(spans.map((span) => span.decodedFrom)).toEqual([from]);
  });

  it.each([
    ['after a CJK letter', `鍵${token}`],
    ['after é', `é${token}`],
    ['in a URL', `https://h/?next=%2Fa%3Ft%3D${token}`],
    ['after an escaped line end', `"a\\n${token}"`],
  ])('a plain token %s needs no decoding', (_, text) => {
    const { spans } = findOwnSecrets(text, { path: 'notes.md' });
    expect(spans.map((span) => [text.slice(span.start, span.end), span.decodedFrom])).toEqual([
      [token, undefined],
    ]);
  });

  it.each([
    ['an image', `data:image/png;base64,iVBORw0KGgo${drawn(400, undefined, 73)}`],
    [
      'text without a secret',
      Buffer.from('Nothing but words, and enough of them to be looked at.').toString('base64'),
    ],
    [
      'words, twice',
      Buffer.from(
        Buffer.from('Nothing but words, and enough of them to be looked at.').toString('base64'),
      ).toString('base64'),
    ],
    ['a digest', drawn(64, '0123456789abcdef', 74)],
    ['a variable between percent signs', "password: '%database.password2%'"],
    ['a broken escape', '100% of \\u00zz &#99999999; %zz'],
    ['emoji', `\u26a0\ufe0f \u2714\ufe0f ghp_\ufe0f and 1\ufe0f\u20e3`],
    [
      'emphasis of a prefix',
      'A token that begins with **ghp_** or <b>gho_</b> is of GitHub, and so is **ghs_**.',
    ],
    ['two words on two lines', 'ghp_\nThis line has nothing to do with the one before.'],
    ['parts that a program joins by a call', `['${token.slice(0, 4)}', '${token.slice(4)}'].join('')`],
  ])('is silent on %s', (_, text) => {
    expect(findOwnSecrets(text, { path: 'notes.md' }).spans).toEqual([]);
  });
});
