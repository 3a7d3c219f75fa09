import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodedParts } from '../../src/evidence/decode.ts';

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

  it('stops at what it may hold', () => {
    const bomb = gzipSync('a b c d '.repeat(4 << 20)).toString('base64');
    const [part] = decodedParts(bomb);
    expect(part!.text.length).toBeGreaterThan(1000);
    expect(part!.text.length).toBeLessThanOrEqual(4 << 20);
  });
});
