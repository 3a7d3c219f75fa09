import { describe, expect, it } from 'vitest';
import { unlistedPath } from '../../../rules/target/unlisted-path.ts';
import { detecting, STOREFRONT } from '../detecting.ts';
import { judge } from '../judge.ts';

const detect = detecting(STOREFRONT);
const UNLISTED = 'This is a path into a home or workspace that the policy does not list. [warning]';

describe('a path into a home that nobody listed', () => {
  it.each([
    ['a/.sot/p.md', '/home/ada/workspaces/shop\n', [`a/.sot/p.md:1:1 ${UNLISTED}`]],
    ['a/.sot/p.md', 'C:\\Users\\Ada\\shop\n', [`a/.sot/p.md:1:1 ${UNLISTED}`]],
    ['a/.sot/p.md', '~/work/shop\n', [`a/.sot/p.md:1:1 ${UNLISTED}`]],
    ['a/.sot/p.md', '/home/user/shop\n', []],
    ['a/.sot/p.md', '/home/svrnty/.hermes/config.yaml\n', []],
    ['a/.sot/p.md', '/home/ada/src/storefront\n', []],
    ['README.md', '/home/ada/workspaces/shop\n', []],
  ])('%s %j', async (path, text, expected) => {
    expect(await judge(unlistedPath, { [path]: text }, { detect, policy: STOREFRONT })).toEqual(expected);
  });
});
