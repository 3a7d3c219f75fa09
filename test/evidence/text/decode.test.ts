import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodedParts } from '../../../src/evidence/text/decode.ts';

const TEXT = 'a session was opened and closed again, and nothing else happened in it at all';
const wrap = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'g'))!;
const base64 = Buffer.from(TEXT).toString('base64');

describe('decoding', () => {
  it.each([
    ['base64', base64, TEXT],
    ['base64 of a URL', Buffer.from(TEXT).toString('base64url'), TEXT],
    ['base64 over lines', wrap(base64, 44).join('\n'), TEXT],
    ['base64 in a quote', wrap(base64, 44).join('\n> '), TEXT],
    ['base64 in a list of JSON', wrap(base64, 44).join('",\n  "'), TEXT],
    ['base64 in a JSON string', wrap(base64, 44).join('\\n'), TEXT],
    ['hex', Buffer.from(TEXT.repeat(2)).toString('hex'), TEXT.repeat(2)],
    ['hex in pairs', Buffer.from(TEXT.repeat(2)).toString('hex').match(/../g)!.join(' '), TEXT.repeat(2)],
    ['gzip', gzipSync(TEXT).toString('base64'), TEXT],
    ['zlib', deflateSync(TEXT).toString('base64'), TEXT],
  ])('%s', (_, encoded, text) => {
    const document = `Before: ${encoded} then`;
    expect(decodedParts(document)).toEqual([{ start: 8, end: 8 + encoded.length, text }]);
  });

  it.each([
    ['short base64', base64.slice(0, 60)],
    ['short hex', Buffer.from(TEXT).toString('hex').slice(0, 150)],
    ['a digest', '9c1f'.repeat(16)],
    [
      'bytes that are no text',
      Buffer.from(Array.from({ length: 90 }, (_, i) => (i * 37) % 256)).toString('base64'),
    ],
    ['a damaged gzip', gzipSync(TEXT).toString('base64').replace(/.{8}$/, 'AAAAAAAA').slice(20)],
  ])('leaves %s', (_, encoded) => {
    expect(decodedParts(encoded)).toEqual([]);
  });

  const LOG = '{"ts": "2026-06-02T10:15:03Z", "type": "tool", "ms": 312}';
  it.each([
    [
      'xxd',
      [
        '00000000: 7b22 7473 223a 2022 3230 3236 2d30 362d  {"ts": "2026-06-',
        '00000010: 3032 5431 303a 3135 3a30 335a 222c 2022  02T10:15:03Z", "',
        '00000020: 7479 7065 223a 2022 746f 6f6c 222c 2022  type": "tool", "',
        '00000030: 6d73 223a 2033 3132 7d                   ms": 312}',
      ],
    ],
    [
      'hexdump -C',
      [
        '00000000  7b 22 74 73 22 3a 20 22  32 30 32 36 2d 30 36 2d  |{"ts": "2026-06-|',
        '00000010  30 32 54 31 30 3a 31 35  3a 30 33 5a 22 2c 20 22  |02T10:15:03Z", "|',
        '00000020  74 79 70 65 22 3a 20 22  74 6f 6f 6c 22 2c 20 22  |type": "tool", "|',
        '00000030  6d 73 22 3a 20 33 31 32  7d                       |ms": 312}|',
      ],
    ],
    [
      'od, octal',
      [
        '0000000 021173 071564 035042 021040 030062 033062 030055 026466',
        '0000020 031060 030524 035060 032461 030072 055063 026042 021040',
        '0000040 074564 062560 035042 021040 067564 066157 026042 021040',
        '0000060 071555 035042 031440 031061 000175',
        '0000071',
      ],
    ],
  ])('%s', (_, lines) => {
    const [part, ...more] = decodedParts(`Before:\n\n> ${lines.join('\n> ')}\n\nthen`);
    expect(more).toEqual([]);
    expect(part!.text.replace(/\0$/, '')).toBe(LOG);
    expect(part!.start).toBe(9);
  });

  it('leaves a table of addresses', () => {
    expect(decodedParts('| 08000000 | 20 |\n| 08004000 | 21 |\n')).toEqual([]);
  });

  it('stops at what it may hold', () => {
    const bomb = gzipSync('a b c d '.repeat(4 << 20)).toString('base64');
    const [part] = decodedParts(bomb);
    expect(part!.text.length).toBeGreaterThan(1000);
    expect(part!.text.length).toBeLessThanOrEqual(4 << 20);
  });
});
