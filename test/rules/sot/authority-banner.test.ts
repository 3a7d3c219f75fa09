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
    [`# P\n\n- ${BANNER.replaceAll('. ', '.\n- ')}\n`, []],
    [`# P\n\n${BANNER.replaceAll('. ', '.\n\n')}\n`, []],
    [`# P\n\n- ${BANNER.replace('. ', '.\n- More.\n- ')}\n`, MISSING],
    [`# P\n\n${BANNER.replace('Not active', 'Active')}\n`, MISSING],
    [`# P\n\n> ${BANNER}\n`, []],
    [`# P\n\n> **Note:** ${BANNER.replace('Core Protocol', 'Core\n> Protocol')}\n`, []],
    [`# P\n\n> [!IMPORTANT]\n> ${BANNER}\n`, []],
    [`# P\n\n> - **${BANNER}**\n`, []],
    [`<p align="center">\n  <b>${BANNER.replace('SOT', '<i>SOT</i>')}</b>\n</p>\n`, []],
    [`# P\n\n<blockquote>${BANNER}</blockquote>\n`, []],
    [`# P\n\n<p>${BANNER.replace('SOT', '')}</p>\n`, MISSING],
    [`# P\n\n<p>A plan.<!-- ${BANNER} --></p>\n`, MISSING],
    [`# P\n\n<p><del>${BANNER}</del></p>\n`, MISSING],
    [`# P\n\n<p hidden>${BANNER}</p>\n`, MISSING],
    [`# P\n\n<p style="display:none">${BANNER}</p>\n`, MISSING],
    [`# P\n\n<p style="color: red; display : none">${BANNER}</p>\n`, MISSING],
    [`# P\n\n<div style='visibility: hidden'>\n\n${BANNER}\n\n</div>\n`, MISSING],
    [`# P\n\n<div hidden>\n\n<div>\n\nA note.\n\n</div>\n\n> ${BANNER}\n\n</div>\n`, MISSING],
    [`# P\n\n<section style="opacity:0">\n\n${BANNER}\n`, MISSING],
    [`# P\n\n<span style="display:none">${BANNER}</span>\n`, MISSING],
    [`# P\n\n<div><b style="display:none">${BANNER}</b></div>\n`, MISSING],
    [`# P\n\n<p style="display:block">${BANNER}</p>\n`, []],
    [`# P\n\n<p style="opacity:0.9">${BANNER}</p>\n`, []],
    [`# P\n\n<div style="color:red">\n\n${BANNER}\n\n</div>\n`, []],
    [`# P\n\n<p hidden>A note.</p>\n\n${BANNER}\n`, []],
    [`# P\n\n<div hidden>A note.</div>\n<p>${BANNER}</p>\n`, []],
    [`# P\n\n<img src="a.png" hidden>\n\n${BANNER}\n`, []],
    [`# P\n\n<p style="display:none">\n\n${BANNER}\n`, []],
    [`# P\n\n<img class="hidden"> ${BANNER}\n`, []],
    [`# P\n\n\`<div hidden>\`\n\n${BANNER}\n`, []],
    [`# P\n\n<pre>${BANNER}</pre>\n`, MISSING],
    [`# P\n\n> ~~${BANNER}~~\n`, MISSING],
    [`# P\n\n<s>${BANNER}</s>\n`, MISSING],
    [`# P\n\n\`\`\`\n${BANNER}\n\`\`\`\n`, MISSING],
    [`# P\n\n<!-- ${BANNER} -->\n`, MISSING],
    [`---\ntitle: ${BANNER}\n---\n\n# P\n`, MISSING],
    ['', MISSING],
  ])('%j', async (text, expected) => {
    expect(await judge(authorityBanner, { 'a/.sot/p.md': text })).toEqual(expected);
  });
});
