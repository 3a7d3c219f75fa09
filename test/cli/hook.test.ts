import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const GOOD = '# Decision\n\n- decision_status: not_decided.\n';
const BAD = '# Decision\n\n- decision_status: approved.\n';
const HUSKY = resolve('node_modules/husky/bin.js');

const packed = mkdtempSync(join(tmpdir(), 'cto-lint-packed-'));
let tarball: string;
let ready: TestRepository;

beforeAll(() => {
  const [made] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', packed], {
      encoding: 'utf8',
    }),
  ) as { filename: string }[];
  tarball = join(packed, made!.filename);
  ready = setUp();
}, 60_000);

afterAll(() => rmSync(packed, { recursive: true, force: true }));

/** What a user sets up: cto-lint from the packed tarball, and husky's hooks. Made once, since npm takes its time. */
function setUp(): TestRepository {
  const repository = new TestRepository([], 'shared');
  repository.write({ 'package.json': '{ "private": true }\n', '.gitignore': 'node_modules/\n' });
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--no-save', tarball], {
    cwd: repository.root,
    env: repository.env,
    stdio: 'ignore',
  });
  execFileSync(process.execPath, [HUSKY], { cwd: repository.root, env: repository.env, stdio: 'ignore' });
  return repository.executable('.husky/pre-commit', 'node_modules/.bin/cto-lint --staged\n');
}

function guarded(): TestRepository {
  const repository = new TestRepository();
  cpSync(ready.root, repository.root, { recursive: true, verbatimSymlinks: true });
  return repository;
}

const commit = (repository: TestRepository, ...args: readonly string[]) =>
  repository.tryGit('commit', '-m', 'change', ...args);

describe('git commit, through the packed tarball and husky', () => {
  it('refuses the first commit of a repository and says what to do, accepts it once mended', () => {
    const repository = guarded();
    repository.write({ 'docs/decision.md': BAD });
    repository.add();
    const refused = commit(repository);
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain('docs/decision.md');
    expect(refused.output).toContain('decision/status-value');
    expect(refused.output).toContain('Write the key and one of the values exactly');
    repository.write({ 'docs/decision.md': GOOD }).add();
    expect(commit(repository)).toMatchObject({ code: 0 });
  });

  it('judges what commit -a and commit -- path are about to commit', () => {
    const repository = guarded();
    repository.write({ 'a.md': GOOD, 'b.md': GOOD }).commit();
    repository.write({ 'a.md': BAD });
    expect(commit(repository, '-a').code).not.toBe(0);
    expect(commit(repository, '--', 'a.md').code).not.toBe(0);
    repository.write({ 'a.md': GOOD, 'b.md': `${GOOD}\nMore.\n` });
    expect(commit(repository, '-a').code).toBe(0);
  });

  it('with -- path leaves other staged files alone', () => {
    const repository = guarded();
    repository.write({ 'a.md': GOOD, 'b.md': GOOD }).commit();
    repository.write({ 'a.md': BAD }).add();
    repository.write({ 'b.md': `${GOOD}\nMore.\n` });
    expect(commit(repository, '--', 'b.md')).toMatchObject({ code: 0 });
    expect(commit(repository).code).not.toBe(0);
  });

  it('lets the index decide: bad there under a good working tree is refused, the reverse is not', () => {
    const repository = guarded();
    repository.write({ 'a.md': BAD }).add();
    repository.write({ 'a.md': GOOD });
    expect(commit(repository).code).not.toBe(0);
    repository.add();
    repository.write({ 'a.md': BAD });
    expect(commit(repository).code).toBe(0);
  });
});

describe('the package', () => {
  it('brings no other package, and runs from a subdirectory', () => {
    const folder = temporaryFolder();
    const repository = guarded();
    repository.write({ 'docs/deep/a.md': BAD });
    const manifest = JSON.parse(
      readFileSync(join(repository.root, 'node_modules/cto-lint/package.json'), 'utf8'),
    ) as Record<string, unknown>;
    expect(manifest.dependencies).toBeUndefined();
    const ended = spawnSync(join(repository.root, 'node_modules/.bin/cto-lint'), ['a.md'], {
      cwd: join(repository.root, 'docs/deep'),
      env: { ...repository.env, HOME: folder },
      encoding: 'utf8',
    });
    expect(ended).toMatchObject({ status: 1 });
    expect(ended.stdout).toContain('docs/deep/a.md');
  });
});
