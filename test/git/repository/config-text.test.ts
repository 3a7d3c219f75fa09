import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseConfig } from '../../../src/git/repository/config-text.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ENVIRONMENT } from '../temporary.ts';

const CASES = [
  ['a key', '[core]\n\tbare = false\n', [['core', undefined, 'bare', 'false']]],
  ['a subsection', '[remote "o\\"x"]\nurl=a\n', [['remote', 'o"x', 'url', 'a']]],
  ['the old subsection', '[Branch.Main]\nx = y\n', [['branch', 'main', 'x', 'y']]],
  ['header and key on one line', '[include] path = ../t/c', [['include', undefined, 'path', '../t/c']]],
  ['quotes', '[a]\nb = " c ; d" e ; f', [['a', undefined, 'b', ' c ; d e']]],
  [
    'a continued line',
    '[a]\nb = one \\\n two\nc = 3',
    [
      ['a', undefined, 'b', 'one  two'],
      ['a', undefined, 'c', '3'],
    ],
  ],
  ['a comment', '[a] # x\n; [b]\nc = d#e', [['a', undefined, 'c', 'd']]],
  ['CRLF and a byte order mark', '\uFEFF[a]\r\nb = c\r\n', [['a', undefined, 'b', 'c']]],
  [
    'a key alone',
    '[a]\nb\nc = d',
    [
      ['a', undefined, 'b', 'true'],
      ['a', undefined, 'c', 'd'],
    ],
  ],
  ['escapes', '[a]\nb = x\\ty\\\\z', [['a', undefined, 'b', 'x\ty\\z']]],
] as const;

it.each(CASES)('reads %s', (_, text, settings) => {
  expect(parseConfig(text).map((one) => [one.section, one.subsection, one.key, one.value])).toEqual(settings);
});

it.each(CASES)('agrees with git about %s', (_, text, settings) => {
  const file = join(temporaryFolder('shared'), 'config');
  writeFileSync(file, text);
  const output = execFileSync('git', ['config', '--list', '-z', '--file', file], { env: ENVIRONMENT });
  const listed = output.toString('utf8').split('\0').slice(0, -1);
  expect(listed).toEqual(
    settings.map(([section, subsection, key, value]) => {
      const name = subsection === undefined ? `${section}.${key}` : `${section}.${subsection}.${key}`;
      return value === 'true' ? name : `${name}\n${value}`;
    }),
  );
});

it('still sees what stands behind a broken line', () => {
  expect(parseConfig('[a\n= x\n[include]\npath = t')).toEqual([
    { section: 'include', subsection: undefined, key: 'path', value: 't' },
  ]);
});

it('ends on any text', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseConfig(text))));
  for (const text of ['[a "\\'.repeat(20_000), '[a]\nb = "\\\n'.repeat(20_000), '[a] '.repeat(20_000)])
    expect(parseConfig(text).length).toBeLessThanOrEqual(20_000);
});
