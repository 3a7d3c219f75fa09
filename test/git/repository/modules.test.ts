import { expect, it } from 'vitest';
import { parseModules } from '../../../src/git/repository/modules.ts';

it.each([
  [
    '[submodule "a"]\n\tpath = lib/a\n\turl = ../a.git\n',
    [{ name: 'a', path: 'lib/a', url: '../a.git', ignore: undefined }],
  ],
  [
    '[submodule "a"]\nignore = all\n[submodule "b"]\npath = b\n[submodule "a"]\npath = a',
    [
      { name: 'a', path: 'a', url: undefined, ignore: 'all' },
      { name: 'b', path: 'b', url: undefined, ignore: undefined },
    ],
  ],
  [
    '[submodule "a"]\npath = one\npath = two',
    [{ name: 'a', path: 'two', url: undefined, ignore: undefined }],
  ],
  ['[core]\nbare = true', []],
  ['', []],
])('reads %j', (text, expected) => {
  expect(parseModules(text)).toEqual(expected);
});
