import { expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

const HEAD = `lifecycle_classification: sot\n---\n\n# X\n\n${'A plain line.\n'.repeat(20)}`;

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();

/** Front matter of less than 33,000 characters, of which most are three bytes each. */
const LONG = `---\nnote: "${'あ'.repeat(24_000)}"\n${HEAD}`;
/** Wherever a part of it is cut, between two bytes or in the middle of a character. */
const cut = (filler: string): string => `---\n${HEAD}${filler.padEnd(34_000, 'x ')}${'😁'.repeat(1000)}`;

it.each([
  ['in UTF-8', Buffer.from(`---\n${HEAD}`)],
  ['of few characters and many bytes', Buffer.from(LONG)],
  ['in UTF-16 without a mark', utf16le(cut(''))],
  ['in UTF-16 without a mark, one unit further', utf16le(`${cut('')} `.replace('---', '----'))],
  ['behind a wide blank, in UTF-16, little end first', utf16le(`\u3000---\n${HEAD}`)],
  ['behind a wide blank, in UTF-16, big end first', utf16be(`\u3000---\n${HEAD}`)],
  ['behind a mathematical blank', utf16le(`\u205f---\n${HEAD}`)],
])('a document is governed by front matter %s', async (_, bytes) => {
  const repository = new TestRepository();
  repository.write({ 'a.md': bytes, 'b.md': 'fine\n' }).add();
  const { findings } = await repository.report(['--staged']);
  const rules = findings.filter(({ path }) => path === 'a.md').map(({ ruleId }) => ruleId);
  expect(rules).toContain('sot/authority-banner');
});
