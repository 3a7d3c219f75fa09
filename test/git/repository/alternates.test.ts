import { expect, it } from 'vitest';
import { parseAlternates } from '../../../src/git/repository/alternates.ts';

it.each([
  ['/a\n../b c\n', '\n', ['/a', '../b c']],
  ['# comment\n\n/a', '\n', ['/a']],
  ['"/a\\tb"\n/c', '\n', ['/a\tb', '/c']],
  ['"no end\n/c', '\n', ['"no end', '/c']],
  ['/a:/b', ':', ['/a', '/b']],
  ['"/a:b":/c:', ':', ['/a:b', '/c']],
  ['', ':', []],
] as const)('reads %j', (text, separator, paths) => {
  expect(parseAlternates(text, separator)).toEqual(paths);
});
