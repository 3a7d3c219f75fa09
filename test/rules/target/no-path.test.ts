import { describe, expect, it } from 'vitest';
import { noPath } from '../../../rules/target/no-path.ts';
import { detecting, STOREFRONT } from '../detecting.ts';
import { judge } from '../judge.ts';

const detect = detecting(STOREFRONT);
const PATH = 'This is a path of the Target Repository storefront.';
const REMOTE = 'This is a remote of the Target Repository storefront.';

describe('a target is named nowhere', () => {
  it.each([
    ['a.md', 'See /srv/shops/storefront/src.\n', [`a.md:1:5 ${PATH}`]],
    ['a.md', 'See /srv/shops/storefront-notes.\n', []],
    ['a.md', 'The storefront is a shop.\n', []],
    ['a.md', 'See ~/src/storefront.\n', [`a.md:1:5 ${PATH}`]],
    ['a.md', 'See /home/ada/src/storefront.\n', [`a.md:1:5 ${PATH}`]],
    ['a.md', 'See https://example.com/srv/shops/storefront.\n', []],
    ['a.json', '{ "path": "\\/srv\\/shops\\u002fstorefront" }\n', [`a.json:1:12 ${PATH}`]],
    ['a.sh', 'cd /srv/shops/../shops/storefront\n', [`a.sh:1:4 ${PATH}`]],
    ['a.md', 'git@github.com:acme/storefront.git\n', [`a.md:1:1 ${REMOTE}`]],
    ['a.md', 'https://github.com/acme/storefront-docs\n', []],
    ['srv/shops/storefront/a.md', 'text\n', []],
  ])('%s %j', async (path, text, expected) => {
    expect(await judge(noPath, { [path]: text }, { detect, policy: STOREFRONT })).toEqual(expected);
  });

  it('but in the policy’s own list, and there only', async () => {
    const list = 'targets:\n  - { name: storefront, paths: ["/srv/shops/storefront"] }\n';
    const files = { 'cto-lint.config.yaml': `${list}protected: ["/srv/shops/storefront/**"]\n` };
    expect(await judge(noPath, files, { detect, policy: STOREFRONT })).toEqual([
      `cto-lint.config.yaml:3:14 ${PATH}`,
    ]);
  });
});
