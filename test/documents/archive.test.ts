import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isArchive } from '../../src/documents/archive.ts';

const tar = Buffer.alloc(512);
tar.write('ustar', 257);

it.each<[string, Uint8Array, boolean]>([
  ['gzip', gzipSync('x'), true],
  ['zip', Buffer.from('PK\x03\x04', 'latin1'), true],
  ['tar', tar, true],
  ['text about PK', Buffer.from('PK is a name'), false],
  ['markdown', Buffer.from('# BZ\n'), false],
  ['nothing', Buffer.alloc(0), false],
])('%s: %s', (_, bytes, expected) => {
  expect(isArchive(bytes)).toBe(expected);
});
