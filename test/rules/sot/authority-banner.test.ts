import { describe, expect, it } from 'vitest';
import { authorityBanner } from '../../../rules/sot/authority-banner.ts';
import { judge } from '../judge.ts';

const BANNER = 'Local planning SOT only. Not a Core Protocol. Not active Core authority.';
const MISSING = [
  'a/.sot/p.md:1:1 The authority banner is missing: sentence 1 of `sot.banner` stands nowhere in the text.',
];

describe('the banner stands in the text', () => {
  it.each([
    [`# P\n\n${BANNER}\n`, []],
    [`# P\n\n${BANNER} And more.\n`, []],
    [`# P\n\n${BANNER.replace('Core Protocol', 'Core\nProtocol')}\n`, []],
    [`# P\n\n**${BANNER}**\n`, []],
    [`# P\n\n- ${BANNER}\n`, []],
    [`# P\n\n${BANNER.replace('Not active', 'Active')}\n`, MISSING],
    [`# P\n\n> ${BANNER}\n`, MISSING],
    [`# P\n\n\`\`\`\n${BANNER}\n\`\`\`\n`, MISSING],
    [`# P\n\n<!-- ${BANNER} -->\n`, MISSING],
    [`---\ntitle: ${BANNER}\n---\n\n# P\n`, MISSING],
    ['', MISSING],
  ])('%j', async (text, expected) => {
    expect(await judge(authorityBanner, { 'a/.sot/p.md': text })).toEqual(expected);
  });
});
