import { describe, expect, it } from 'vitest';
import { noLink } from '../../../rules/target/no-link.ts';
import { detecting, STOREFRONT } from '../detecting.ts';
import { type Files, judge } from '../judge.ts';

const detect = detecting(STOREFRONT);
const link = (text: string): Files[string] => ({ mode: '120000', text });

describe('nothing leads into a target', () => {
  it.each<[Files, string[]]>([
    [
      { link: link('/srv/shops/storefront') },
      ['link:1:1 This symbolic link leads to the Target Repository storefront.'],
    ],
    [{ link: link('/srv/shops/storefront-notes') }, []],
    [{ link: link('../fixtures/storefront') }, []],
    [{ 'a.md': '/srv/shops/storefront\n' }, []],
    [
      { '.gitmodules': '[submodule "s"]\n\tpath = s\n\turl = https://github.com/acme/storefront.git\n' },
      ['.gitmodules:3:8 This submodule is the Target Repository storefront.'],
    ],
    [{ '.gitmodules': '[submodule "s"]\n\tpath = s\n\turl = https://github.com/acme/tools.git\n' }, []],
  ])('%j', async (files, expected) => {
    expect(await judge(noLink, files, { detect, policy: STOREFRONT })).toEqual(expected);
  });
});
