import { describe, expect, it } from 'vitest';
import { noSecretValue } from '../../../rules/secrets/no-secret-value.ts';
import { detecting } from '../detecting.ts';
import { findingsOf, judge } from '../judge.ts';

const detect = detecting();
/** Put together here, so that no scanner trips over this file. */
const TOKEN = ['ghp', '_', 'q7Rk2VxN9tLw4ZsB', '8mHc3YpD6fJg1EaU5oKi'].join('');
const OF_GITHUB = 'A secret of GitHub stands here: github-personal-access-token, told by its prefix.';

describe('a secret on every surface', () => {
  it.each([
    ['a SOT document', 'a/.sot/p.md', `- token: ${TOKEN}\n`, `a/.sot/p.md:1:10 ${OF_GITHUB}`],
    [
      'a task file',
      'tasks/t.md',
      `## Verification Command\n\nrun --token ${TOKEN}\n`,
      `tasks/t.md:3:13 ${OF_GITHUB}`,
    ],
    ['a report', 'report.json', `{ "t": "${TOKEN}" }\n`, `report.json:1:9 ${OF_GITHUB}`],
    ['a picture by name', 'a.png', `x ${TOKEN}\n`, `a.png:1:3 ${OF_GITHUB}`],
    [
      'a generated config',
      'case-data/config.json',
      `{ "k": "${TOKEN}" }\n`,
      `case-data/config.json:1:9 ${OF_GITHUB}`,
    ],
  ])('%s', async (_, path, text, expected) => {
    expect(await judge(noSecretValue, { [path]: text }, { detect })).toEqual([expected]);
    const without = text.replace(TOKEN, '$TOKEN');
    expect(await judge(noSecretValue, { [path]: without }, { detect })).toEqual([]);
  });

  it('in a path is told, and the path is masked', async () => {
    const [finding] = await judge(noSecretValue, { [`notes/${TOKEN}.md`]: 'x\n' }, { detect });
    expect(finding).toContain('The path itself holds a secret: github-personal-access-token');
    expect(finding).not.toContain(TOKEN);
  });

  it('in where a link leads', async () => {
    const files = { link: { mode: '120000', text: `/x/${TOKEN}` } } as const;
    expect(await judge(noSecretValue, files, { detect })).toEqual([`link:1:4 ${OF_GITHUB}`]);
  });

  it('is not excused by a comment', async () => {
    const text = `<!-- secretlint-disable -->\n${TOKEN} gitleaks:allow\n`;
    expect(await judge(noSecretValue, { 'a.md': text }, { detect })).toEqual([`a.md:2:1 ${OF_GITHUB}`]);
  });
});

describe('what a finding says', () => {
  it('never holds the secret', async () => {
    const findings = await findingsOf(noSecretValue, { 'a.md': `${TOKEN}\n` }, { detect });
    expect(JSON.stringify(findings)).not.toContain(TOKEN.slice(4, 16));
  });
});
