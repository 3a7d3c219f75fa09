import { describe, expect, it } from 'vitest';
import { vendoredSource } from '../../../rules/scope/vendored-source.ts';
import { type Files, judge } from '../judge.ts';

describe('scope/vendored-source', () => {
  const told = (files: Files) => judge(vendoredSource, files);
  const modules = (url: string): string => `[submodule "x"]\n\tpath = x\n\turl = ${url}\n`;
  const PIN = '7959ac917cdeb0983b4aaa20bb9f42021747fed8';
  const OTHER = 'ab'.repeat(20);

  it.each([
    ['another submodule', { '.gitmodules': modules('https://github.com/acme/docs.git') }],
    ['another repository of the owner', { '.gitmodules': modules('https://github.com/workos/cases.git') }],
    ['a gitlink of something else', { lib: { mode: '160000', blob: OTHER } }],
    ['a document about it', { 'docs/case/README.md': '# The provider\n' }],
    ['a manifest of something else', { 'package.json': '{ "name": "case-notes", "bin": { "ca": "x.js" } }' }],
    ['a folder of that name', { 'test/case/first.ts': 'export {};\n' }],
  ] as const)('%s', async (_, files) => {
    expect(await told(files)).toEqual([]);
  });

  const gitlink = 'This gitlink is a commit of the provider’s source.';
  const tree = 'This file belongs to a copy of the provider’s source.';
  const submodule = 'A submodule leads to the provider’s source.';
  it.each([
    [
      'a submodule',
      { '.gitmodules': modules('https://github.com/workos/case.git') },
      [`.gitmodules:3:8 ${submodule}`],
    ],
    [
      'a submodule by ssh',
      { '.gitmodules': modules('git@github.com:WorkOS/case') },
      [`.gitmodules:3:8 ${submodule}`],
    ],
    [
      'a submodule by a relative address',
      { '.gitmodules': modules('../../workos/case.git/') },
      [`.gitmodules:3:8 ${submodule}`],
    ],
    ['a gitlink at the pin', { lib: { mode: '160000', blob: PIN } }, [`lib:1:1 ${gitlink}`]],
    [
      'a gitlink of its name',
      { 'third/case': { mode: '160000', blob: OTHER } },
      [`third/case:1:1 ${gitlink}`],
    ],
    ['a tree under vendor', { 'vendor/case/src/index.ts': 'x' }, [`vendor/case/src/index.ts:1:1 ${tree}`]],
    ['a tree by its owner', { 'lib/workos/case/index.ts': 'x' }, [`lib/workos/case/index.ts:1:1 ${tree}`]],
    ['a tree in one word', { 'workos-case/index.ts': 'x' }, [`workos-case/index.ts:1:1 ${tree}`]],
    [
      'its manifest',
      { 'lib/x/package.json': '{ "name": "case", "private": true, "bin": { "ca": "src/index.ts" } }' },
      [`lib/x/package.json:1:1 ${tree}`],
    ],
  ] as const)('%s', async (_, files, expected) => {
    expect(await told(files)).toEqual(expected);
  });
});
