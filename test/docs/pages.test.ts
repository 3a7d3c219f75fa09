import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { TestRepository } from '../support/repository.ts';
import { shell, withTool } from './shell.ts';
import { snippetsOf } from './snippets.ts';

const PAGES = [
  'README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

describe('docs/tutorial.md', () => {
  it('runs from its first line to its last', () => {
    const repository = withTool(new TestRepository());
    const blocks = snippetsOf('docs/tutorial.md');
    expect(blocks.length).toBeGreaterThan(7);
    for (const [at, { text, file }] of blocks.entries()) {
      const { code, stdout, stderr } = shell(repository, text, { folder: at === 0 ? '' : 'plans' });
      if (file !== 'fails') expect({ text, code, stderr }).toMatchObject({ code: 0 });
      else
        expect({ code, says: stdout + stderr }).toEqual({
          code: 1,
          says: expect.stringContaining('docs/model.md:3:20'),
        });
    }
  }, 60_000);
});

describe('the other pages', () => {
  it.each([
    ['docs/agents.md', 1],
    ['docs/secrets.md', 2],
  ])('%s: its commands run', (page, count) => {
    const repository = withTool(new TestRepository());
    repository.write({ 'a.md': 'First.\n' }).commit().write({ 'a.md': 'Second.\n' }).add();
    const blocks = snippetsOf(page).filter(({ language }) => language === 'sh');
    expect(blocks).toHaveLength(count);
    for (const { text } of blocks)
      expect(shell(repository, text.replace('--amend', '--amend --no-edit'))).toMatchObject({ code: 0 });
  });

  it.each(['README.md', 'docs/secrets.md'])('%s: its policy is one', (page) => {
    const [policy] = snippetsOf(page).filter(({ language }) => language === 'yaml');
    expect(loadPolicy(policy!.text, page).suppress).toHaveLength(1);
  });

  it.each(PAGES)('%s: its links lead somewhere', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
      ([, link]) => link!,
    );
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });
});
