import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/documents/text.ts';

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
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

  it('reads other bytes one character each, and reports them where the name promises text', () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);
    const text = '\x89PNG\r\n\x1a\n\0\xff';
    expect(decodeText(bytes, 'a.png')).toEqual({ text, encoding: 'binary', unreadable: undefined });
    expect(decodeText(bytes, 'a.md')).toEqual({ text, encoding: 'binary', unreadable: 'undecodable' });
  });
});
