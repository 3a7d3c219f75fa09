import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { hasStrace, traced } from '../support/trace.ts';

describe.skipIf(!hasStrace)('F: a target is never opened, whatever leads to it', () => {
  let folder: string;
  let shop: string;
  let repository: TestRepository;

  beforeAll(() => {
    folder = temporaryFolder('shared');
    shop = join(folder, 'shop');
    mkdirSync(shop);
    writeFileSync(join(shop, 'notes.md'), '- decision_status: approved.\n');
    repository = new TestRepository([], 'shared');
    execFileSync('git', ['init', '-q', shop], { env: repository.env });
    repository.write({ 'a.md': 'fine\n' }).commit();
    const { root } = repository;
    const head = repository.head()!;
    repository
      .write({
        'cto-lint.config.yaml': `targets: [{ name: shop, paths: ["${shop}"] }]\n`,
        'b.md': `See ${shop}/notes.md and [notes](${shop}/notes.md).\n`,
        '.gitmodules': `[submodule "shop"]\n\tpath = module\n\turl = ${shop}\n`,
        'route/A-DECISION-RECORD.md': `# R\n\n## Current Decision State\n\n- decision_status: external_provider_approved\n- evidence_sources: ${shop}/notes.md, links/file.md\n`,
      })
      .link('links/file.md', join(shop, 'notes.md'))
      .link('links/folder', shop)
      .link('links/up', `../../../${folder.split('/').at(-1)}/shop`)
      .link('links/root', shop)
      .link('plans/sot', shop);
    mkdirSync(join(root, 'module'));
    repository.add();
    repository.git('update-index', '--add', '--cacheinfo', `160000,${head},module`);
    repository.git('commit', '-q', '--no-verify', '-m', 'links');
    repository.link('untracked.md', join(shop, 'notes.md'));
  });

  it.each([
    [[], 1],
    [['links/file.md', 'b.md'], 2],
    [['--staged'], 1],
    [['--range', 'HEAD~1..HEAD'], 1],
    [['--history'], 1],
    [['status'], 0],
  ])('%j is %i', async (args, code) => {
    const { root, env } = repository;
    const trace = await traced(args, { cwd: root, env, log: join(folder, 'trace.txt') });
    const inShop = (path: string): boolean => path === shop || path.startsWith(`${shop}/`);
    expect(trace.named.filter(inShop)).toEqual([]);
    expect(trace.opened.filter(inShop)).toEqual([]);
    const links = ['links/file.md', 'links/folder', 'links/up', 'links/root', 'plans/sot', 'untracked.md'];
    const isLink = (path: string): boolean =>
      links.some((link) =>
        [link, join(root, link)].some((one) => path === one || path.startsWith(`${one}/`)),
      );
    expect(trace.followed.filter(isLink)).toEqual([]);
    // The trace sees what is opened.
    expect(trace.opened.length).toBeGreaterThan(0);
    expect(trace.code).toBe(code);
  });

  it.each([['targets'], ['"targets"'], ['"target\\u0073"']])(
    'by an alternate, with %s as the key of the list',
    async (key) => {
      const { root, env } = new TestRepository([], 'shared')
        .write({ 'cto-lint.config.yaml': `${key}: [{ name: shop, paths: ["${shop}"] }]\n`, 'a.md': 'fine\n' })
        .commit()
        .write({ '.git/objects/info/alternates': `${shop}/.git/objects\n` });
      const trace = await traced([], { cwd: root, env, log: join(folder, 'trace.txt') });
      expect(trace.opened.filter((path) => path.startsWith(`${shop}/`))).toEqual([]);
      expect(trace.code).toBe(2);
    },
  );
});
