import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A repository beside a target that its policy lists, and a folder whose name only begins like the target's. */
function beside(): { repository: TestRepository; target: string; sibling: string } {
  const folder = temporaryFolder();
  const target = join(folder, 'shop');
  const sibling = join(folder, 'shop-notes');
  for (const place of [target, sibling]) {
    mkdirSync(join(place, 'objects'), { recursive: true });
    writeFileSync(join(place, 'policy.yaml'), 'rules: {}\n');
    writeFileSync(join(place, 'targets.yaml'), '- { name: other, paths: [/srv/other] }\n');
    writeFileSync(join(place, 'message'), 'A message\n');
    writeFileSync(join(place, 'config'), '[user]\n\tname = Ada\n');
    writeFileSync(join(place, 'notes.md'), 'fine\n');
  }
  const repository = new TestRepository();
  repository.write({
    'cto-lint.config.yaml': `targets: [{ name: shop, paths: ["${target}"] }]\n`,
    'a.md': 'fine\n',
  });
  repository.commit();
  return { repository, target, sibling };
}

type Attempt = (repository: TestRepository, place: string) => { args?: string[]; env?: NodeJS.ProcessEnv };

const ATTEMPTS: readonly (readonly [string, Attempt])[] = [
  ['--policy', (_, place) => ({ args: ['--policy', join(place, 'policy.yaml')] })],
  ['--message', (_, place) => ({ args: ['--message', join(place, 'message')] })],
  ['--format', (_, place) => ({ args: ['--format', `json:${join(place, 'report.json')}`] })],
  [
    'a path through a link',
    (repository, place) => {
      repository.link('.git/inside', place);
      return { args: ['--message', '.git/inside/message'] };
    },
  ],
  ['CTO_LINT_TARGETS', (_, place) => ({ env: { CTO_LINT_TARGETS: join(place, 'targets.yaml') } })],
  [
    'cto-lint.targets',
    (repository, place) => {
      repository.git('config', 'cto-lint.targets', join(place, 'targets.yaml'));
      return {};
    },
  ],
  [
    'an include of the configuration',
    (repository, place) => {
      repository.git('config', 'include.path', join(place, 'config'));
      return {};
    },
  ],
  [
    'an alternate',
    (repository, place) => {
      repository.write({ '.git/objects/info/alternates': `${place}/objects\n` });
      return {};
    },
  ],
  [
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    (_, place) => ({
      args: ['--staged'],
      env: { GIT_ALTERNATE_OBJECT_DIRECTORIES: join(place, 'objects') },
    }),
  ],
];

describe('F: nothing that is named leads into a target', () => {
  it.each(ATTEMPTS)('%s: exit 2, and a sibling of the target is fine', async (_, attempt) => {
    const { repository, target, sibling } = beside();
    const into = attempt(repository, target);
    const refused = await repository.run(into.args ?? [], { env: into.env ?? {} });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('leads into a Target Repository');
    expect(refused.stderr).not.toContain(target);

    const other = beside();
    const past = attempt(other.repository, other.sibling);
    expect(await other.repository.run(past.args ?? [], { env: past.env ?? {} })).toMatchObject({ code: 0 });
    expect(sibling).not.toBe(target);
  });

  it.each([
    ['GIT_DIR', (place: string) => ({ GIT_DIR: place })],
    ['GIT_INDEX_FILE', (place: string) => ({ GIT_INDEX_FILE: join(place, 'index') })],
    ['GIT_WORK_TREE', (place: string) => ({ GIT_WORK_TREE: place })],
    ['GIT_OBJECT_DIRECTORY', (place: string) => ({ GIT_OBJECT_DIRECTORY: join(place, 'objects') })],
  ])('%s: exit 2, in a hook or not', async (_, env) => {
    const { repository, target } = beside();
    for (const args of [['--staged'], []]) {
      const ended = await repository.run(args, { env: env(target) });
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain('leads into a Target Repository');
    }
  });

  it('the tool started in a target that a list of the machine’s names', async () => {
    const { repository, target, sibling } = beside();
    const list = join(sibling, 'mine.yaml');
    writeFileSync(list, `- { name: mine, paths: ["${repository.root}"] }\n`);
    expect((await repository.run([], { env: { CTO_LINT_TARGETS: list } })).code).toBe(2);
    writeFileSync(list, `- { name: mine, paths: ["${target}"] }\n`);
    expect((await repository.run([], { env: { CTO_LINT_TARGETS: list } })).code).toBe(0);
  });

  it('a policy that forbids the whole file system can’t be used', async () => {
    const { repository } = beside();
    repository.write({ 'cto-lint.config.yaml': 'targets: [{ name: all, paths: ["/"] }]\n' });
    const ended = await repository.run([]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('A target is the root of the file system');
  });
});
