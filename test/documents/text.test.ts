import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/documents/text.ts';

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
/** As `TextEncoder` would write it, had it that encoding. */
function utf32(text: string, write: 'writeUInt32LE' | 'writeUInt32BE'): Buffer {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const buffer = Buffer.alloc(4 * points.length);
  for (const [at, point] of points.entries()) buffer[write](point, 4 * at);
  return buffer;
}
const utf32le = (text: string): Buffer => utf32(text, 'writeUInt32LE');
const utf32be = (text: string): Buffer => utf32(text, 'writeUInt32BE');
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const LINE = '- decision_status: not_decided.\n';

describe('decodeText', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['nothing', Buffer.from(''), 'utf-8', ''],
    ['ASCII', Buffer.from(LINE), 'utf-8', LINE],
    ['UTF-8', Buffer.from('é – 決'), 'utf-8', 'é – 決'],
    ['a byte order mark', Buffer.from(`\ufeff${LINE}`), 'utf-8', LINE],
    [
      'two byte order marks, of which one stays',
      Buffer.from(`\ufeff\ufeff${LINE}`),
      'utf-8',
      `\ufeff${LINE}`,
    ],
    ['NUL in UTF-8', Buffer.from('a\0b é'), 'utf-8', 'a\0b é'],
    ['UTF-16LE with mark', utf16le(`\ufeff${LINE}`), 'utf-16le', LINE],
    ['UTF-16BE with mark', utf16be(`\ufeff${LINE}`), 'utf-16be', LINE],
    ['UTF-16LE without mark', utf16le(LINE), 'utf-16le', LINE],
    ['UTF-16BE without mark', utf16be(LINE), 'utf-16be', LINE],
    [
      'UTF-16LE, Chinese with a few ASCII letters',
      utf16le('決定は未だ\n決定状態\n a\n'),
      'utf-16le',
      '決定は未だ\n決定状態\n a\n',
    ],
    ['UTF-32LE with mark', utf32le(`\ufeff${LINE}`), 'utf-32le', LINE],
    ['UTF-32BE with mark', utf32be(`\ufeff${LINE}`), 'utf-32be', LINE],
    ['UTF-32LE without mark', utf32le(LINE), 'utf-32le', LINE],
    ['UTF-32BE without mark, beyond the first plane', utf32be(`🌱決\n${LINE}`), 'utf-32be', `🌱決\n${LINE}`],
    ['a long one', utf32le('決定\n'.repeat(5000)), 'utf-32le', '決定\n'.repeat(5000)],
    [
      'letters of UTF-8 written too long',
      latin1('decision\xc1\x9fst\xe0\x81\xa1tus=\xc0\xb1'),
      'latin-1',
      'decision_status=1',
    ],
    ['the same with four bytes', latin1('\xf0\x80\x81\x9f\xc0\xaf'), 'latin-1', '_/'],
    [
      'accents of Latin-1 before a sign',
      latin1('D\xc9J\xc0\xa0\xbb VU \xc0\xbb \xc1\xbf \xe0\xbb'),
      'latin-1',
      'DÉJÀ\xa0» VU À» Á¿ à»',
    ],
    [
      'Cyrillic in one byte a letter',
      latin1('\xd0\xd2\xc9\xd7\xc5\xd4\xcf\xce\xc1\xd5\xda\xdb\xcf\xcc\xc1\xce\xd0\xcf\xd3\xcc\xc5'),
      'latin-1',
      '\xd0\xd2\xc9\xd7\xc5\xd4\xcf\xce\xc1\xd5\xda\xdb\xcf\xcc\xc1\xce\xd0\xcf\xd3\xcc\xc5',
    ],
    ['Latin-1', Buffer.from('d\xe9cid\xe9\n', 'latin1'), 'latin-1', 'décidé\n'],
    ['UTF-8 with one broken byte', Buffer.from('a\xffb', 'latin1'), 'latin-1', 'a\xffb'],
  ])('reads %s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes, 'a.md')).toEqual({ text, encoding, unreadable: undefined });
  });

  it.each<[string, Uint8Array, string]>([
    ['an odd byte at the end', Buffer.concat([utf16le(`\ufeff${LINE}`), Buffer.from('x')]), LINE],
    ['half a surrogate pair', utf16le('\ufeffa\ud800b'), 'a\ud800b'],
  ])('says that UTF-16 with %s is not whole', (_, bytes, text) => {
    expect(decodeText(bytes, 'a.md')).toEqual({ text, encoding: 'utf-16le', unreadable: 'undecodable' });
  });

  it('takes no ASCII for UTF-16, whatever mark or zero bytes stand around it', () => {
    const token = 'decision_status=approved_by_nobody';
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(token)]);
    const padded = Buffer.concat([Buffer.from(token), utf16le('x'.repeat(500))]);
    for (const bytes of [marked, padded]) {
      const { text, encoding } = decodeText(bytes, 'a.md');
      expect(text).toContain(token);
      expect(encoding).not.toMatch(/^utf-16/);
    }
  });

  it.each([
    ['numbers of four bytes', Buffer.from(new Uint32Array([1, 2, 300, 70_000, 8]).buffer)],
    ['zeros', Buffer.alloc(64)],
    ['three characters', utf32le('abc')],
    ['a byte too many', Buffer.concat([utf32le(LINE), Buffer.from([0])])],
    ['a number that is no character', Buffer.concat([utf32le(LINE), Buffer.from([0, 0, 0x11, 0])])],
    ['half a surrogate pair', Buffer.concat([utf32le(LINE), Buffer.from([0, 0xd8, 0, 0])])],
  ])('takes no %s for UTF-32', (_, bytes) => {
    expect(decodeText(bytes, 'a.bin').encoding).not.toMatch(/^utf-32/);
  });

  it.each(['a.md', '.env', 'a.bin'])('says of %s in EBCDIC that it is no text that is read', (path) => {
    // `token is ghp and more` and a line end, in code page 037.
    const line = 'a3969285954089a240878897408195844094969985';
    expect(decodeText(Buffer.from(`${line}25`, 'hex'), path)).toMatchObject({
      encoding: 'binary',
      unreadable: 'undecodable',
    });
    expect(decodeText(Buffer.from(`${line}0a`, 'hex'), path).unreadable).toBeUndefined();
    expect(decodeText(Buffer.from(line.slice(0, 30), 'hex'), path).unreadable).toBeUndefined();
  });

  it('reads other bytes one character each, and reports them where the name promises text', () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);
    const text = '\x89PNG\r\n\x1a\n\0\xff';
    expect(decodeText(bytes, 'a.png')).toEqual({ text, encoding: 'binary', unreadable: undefined });
    expect(decodeText(bytes, 'a.md')).toEqual({ text, encoding: 'binary', unreadable: 'undecodable' });
  });
});
