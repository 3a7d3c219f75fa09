import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

const GOOD = '- decision_status: not_decided.\n';
const BAD = '- decision_status: approved.\n';
/** Put together here, so that no scanner trips over this file. */
const TOKEN = ['ghp', '_', 'q7Rk2VxN9tLw4ZsB', '8mHc3YpD6fJg1EaU5oKi'].join('');

interface Told {
  readonly path: string;
  readonly ruleId: string;
  readonly commit: string | null;
}

async function told(
  repository: TestRepository,
  args: readonly string[],
): Promise<{ code: number | null; findings: string[] }> {
  const { code, stdout } = await repository.run([...args, '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: Told[] };
  return { code, findings: findings.map(({ path, ruleId, commit }) => `${path} ${ruleId} ${commit}`) };
}

describe('a range is judged commit by commit', () => {
  it('finds a secret that a later commit takes away again, with the commit that brought it', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD }).commit('base');
    repository.write({ 'b.txt': `${TOKEN}\n` }).commit('in');
    const brought = repository.git('rev-parse', 'HEAD').trim();
    repository.write({ 'b.txt': 'nothing\n' }).commit('out');
    expect(await told(repository, ['--range', 'HEAD~2..HEAD'])).toEqual({
      code: 1,
      findings: [`b.txt secrets/no-secret-value ${brought}`],
    });
    expect(await told(repository, ['--range', 'HEAD~1..HEAD'])).toEqual({ code: 0, findings: [] });
  });

  it('forgives a wrong status that a later commit mends, and no other', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD }).commit('base');
    repository.write({ 'a.md': BAD }).commit('wrong');
    expect((await told(repository, ['--range', 'HEAD~1..HEAD'])).code).toBe(1);
    repository.write({ 'a.md': GOOD }).commit('mended');
    expect(await told(repository, ['--range', 'HEAD~2..HEAD'])).toEqual({ code: 0, findings: [] });
  });

  it('reads messages, people and both sides of a merge', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD }).commit('base');
    repository.git('checkout', '-q', '-b', 'side');
    repository.write({ 'side.txt': `${TOKEN}\n` }).commit('side');
    const side = repository.git('rev-parse', 'HEAD').trim();
    repository.git('checkout', '-q', 'main');
    repository.write({ 'main.txt': 'x\n' }).commit(`words with ${TOKEN}`);
    const worded = repository.git('rev-parse', 'HEAD').trim();
    repository.git('merge', '-q', '--no-edit', 'side');
    expect(await told(repository, ['--range', 'HEAD~2..HEAD'])).toEqual({
      code: 1,
      findings: [
        `COMMIT_EDITMSG secrets/no-secret-value ${worded}`,
        `side.txt secrets/no-secret-value ${side}`,
      ],
    });
  });

  it('judges a decision that moves back in one of its commits', async () => {
    const record = (status: string, more = ''): string =>
      `# R\n\n## Current Decision State\n\n- decision_status: ${status}.\n${more}`;
    const path = 'x-DECISION-RECORD.md';
    const repository = new TestRepository();
    repository.write({ [path]: record('local_provider_required') }).commit('decided');
    repository.write({ [path]: record('not_decided') }).commit('back');
    const back = repository.git('rev-parse', 'HEAD').trim();
    repository.write({ [path]: record('local_provider_required') }).commit('and forth');
    const { findings } = await told(repository, ['--range', 'HEAD~2..HEAD', '--rule', 'decision/transition']);
    expect(findings[0]).toBe(`${path} decision/transition ${back}`);
  });
});

describe('the policy of the base', () => {
  it('is not talked out of its rules by the change', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD }).commit('base');
    const excuse = 'except: { decision/status-value: ["**"] }\n';
    repository.write({ 'a.md': BAD, 'cto-lint.config.yaml': excuse }).commit('excused');
    const args = ['--range', 'HEAD~1..HEAD', '--rule', 'decision/status-value'];
    expect((await told(repository, args)).findings).toEqual([]);
    expect((await told(repository, [...args, '--policy-from', 'HEAD~1'])).code).toBe(1);
  });
});

describe('--new-only', () => {
  it('leaves out what the base has, wherever the lines have gone', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': BAD }).commit('old');
    repository.write({ 'a.md': `# Title\n\n${BAD}` });
    const known = await repository.run(['--new-only']);
    expect(known.code).toBe(0);
    expect(known.stdout).toContain(': no new findings, 1 known one not counted');
    repository.write({ 'b.md': BAD });
    const { code, stdout } = await repository.run(['--new-only', '--format', 'json']);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 1, counts: { error: 1 }, known: 1 });
    expect(JSON.parse((await repository.run(['--format', 'json'])).stdout)).not.toHaveProperty('known');
    expect((await repository.run([])).code).toBe(1);
  });
});

describe('all of history', () => {
  it('is judged with its tags, notes and names of refs', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD }).commit('base');
    expect((await repository.run(['--history'])).code).toBe(0);
    repository.git('tag', '-a', 'v1', '-m', `release with ${TOKEN}`);
    repository.git('notes', 'add', '-m', `note with ${TOKEN}`);
    repository.git('branch', `try-${TOKEN}`);
    const { code, findings } = await told(repository, ['--history']);
    expect(code).toBe(1);
    const refs = findings.map((one) => one.split(' ')[0]).filter((path) => path?.startsWith('refs/'));
    expect(refs).toEqual([
      expect.stringMatching(/^refs\/heads\/try-\*+$/),
      'refs/notes/commits',
      'refs/tags/v1',
    ]);
  });
});
