import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const RECORD = 'route/A-DECISION-RECORD.md';
const OPEN = '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n';
const DECIDED = OPEN.replace('not_decided', 'external_provider_approved');
const RULE = ['--rule', 'decision/authority'];

/** A branch `main` with an open record and a policy, ready for commits to be judged as `main~N..main`. */
function governed(policy: string): TestRepository {
  const repository = new TestRepository();
  return repository.write({ 'cto-lint.config.yaml': policy, [RECORD]: OPEN }).commit();
}

async function judged(repository: TestRepository, range = 'HEAD~1..HEAD'): Promise<string[]> {
  return await repository.findings(['--range', range, ...RULE]);
}

const AS_AGENT = { GIT_AUTHOR_EMAIL: 'agent@example.com', GIT_COMMITTER_EMAIL: 'agent@example.com' };
const FOUND = `${RECORD}:5:20 decision/authority`;

describe('who may change a decision', () => {
  it.each([
    ['an author of the policy', 'authorities: { authors: [ada@example.com] }', {}, []],
    ['in another case of letters', 'authorities: { authors: [Ada@Example.com] }', {}, []],
    ['another author', 'authorities: { authors: [ada@example.com] }', AS_AGENT, [FOUND]],
    [
      'an author, committed by another',
      'authorities: { authors: [ada@example.com], committers: [ada@example.com] }',
      { GIT_COMMITTER_EMAIL: 'agent@example.com' },
      [FOUND],
    ],
    ['anybody, where nobody is named', 'rules: {}', AS_AGENT, []],
  ])('%s', async (_, policy, env, expected) => {
    const repository = governed(`${policy}\n`);
    Object.assign(repository.env, env);
    repository.write({ [RECORD]: DECIDED }).commit();
    expect(await judged(repository)).toEqual(expected);
  });

  it('is said by the policy of before: a commit that names its own author does not count', async () => {
    const repository = governed('authorities: { authors: [ada@example.com] }\n');
    Object.assign(repository.env, AS_AGENT);
    repository
      .write({
        'cto-lint.config.yaml': 'authorities: { authors: [ada@example.com, agent@example.com] }\n',
        [RECORD]: DECIDED,
      })
      .commit();
    expect(await judged(repository)).toEqual([FOUND]);
    expect(await repository.findings(['--range', 'HEAD~1..HEAD', '--rule', 'policy/weakened'])).toEqual([
      'cto-lint.config.yaml:1:43 policy/weakened',
    ]);
  });

  it('counts for removing and renaming a record, and not for its prose', async () => {
    const repository = governed('authorities: { authors: [ada@example.com] }\n');
    repository.write({ [RECORD]: DECIDED }).commit();
    Object.assign(repository.env, AS_AGENT);
    repository.write({ [RECORD]: `${DECIDED}\n## Notes\n\nMore about it.\n` }).commit();
    expect(await judged(repository)).toEqual([]);
    repository.git('mv', RECORD, 'route/notes.md');
    repository.commit();
    expect(await judged(repository)).toEqual([`${RECORD}:1:1 decision/authority`]);
  });

  it('leaves a clean merge to those who made its commits, and takes a merge that undoes for a change', async () => {
    const repository = governed('authorities: { authors: [ada@example.com] }\n');
    repository.git('checkout', '-q', '-b', 'side');
    repository.write({ [RECORD]: DECIDED }).commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ 'a.md': 'a\n' }).commit();
    Object.assign(repository.env, AS_AGENT);
    repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
    expect(await judged(repository)).toEqual([]);
    // An old branch, merged so that its older record wins.
    repository.git('checkout', '-q', '-b', 'old', 'main~2');
    repository.write({ 'b.md': 'b\n' }).commit();
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-commit', '-s', 'ours', 'old');
    repository.write({ [RECORD]: OPEN }).commit();
    expect(await judged(repository)).toEqual([FOUND]);
  });
});

describe('where the policy comes from another revision', () => {
  it('who may decide is said there, whatever a commit of the range says in between', async () => {
    const repository = governed('authorities: { authors: [ada@example.com] }\n');
    Object.assign(repository.env, AS_AGENT);
    repository
      .write({ 'cto-lint.config.yaml': 'authorities: { authors: [ada@example.com, agent@example.com] }\n' })
      .commit();
    repository
      .write({
        'cto-lint.config.yaml': 'authorities: { authors: [agent@example.com, ada@example.com] }\n',
        [RECORD]: DECIDED,
      })
      .commit();
    const from = (revision: string) =>
      repository.findings(['--range', 'HEAD~2..HEAD', '--policy-from', revision, ...RULE]);
    expect(await from('HEAD~2')).toEqual([FOUND]);
    expect(await from('HEAD~1')).toEqual([]);
  });
});

describe('a pass report is added by an authority', () => {
  const item = (evidence: string): string =>
    `# Issues\n\n## CTO-WORK-020 - Admit\n\nStatus: blocked.\n\nEvidence:\n\n- ${evidence}\n`;
  const report = `Pass report: 20260602T101500Z-slug-4711/report.json, sha256 ${'9'.repeat(64)}, commit ${'7'.repeat(40)}, openai-codex gpt-5.5, verified 2026-06-02.`;

  it.each([
    ['ada@example.com', []],
    ['agent@example.com', ['route/A-ISSUES.md:9:3 decision/authority']],
  ])('by %s', async (mail, expected) => {
    const repository = governed('authorities: { authors: [ada@example.com] }\n');
    repository.env.GIT_AUTHOR_EMAIL = mail;
    repository.write({ 'route/A-ISSUES.md': item(report) }).commit();
    expect(await judged(repository)).toEqual(expected);
  });
});

describe('where the policy names signers', () => {
  let folder: string;
  const key = (name: string): string => join(folder, name);
  const publicKey = (name: string): string => readFileSync(`${key(name)}.pub`, 'utf8').trim();

  beforeAll(() => {
    folder = temporaryFolder('shared');
    for (const name of ['ada', 'mallory'])
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', key(name)]);
  });

  function signing(): TestRepository {
    const repository = new TestRepository();
    repository.git('config', 'gpg.format', 'ssh');
    return repository
      .write({
        'cto-lint.config.yaml': 'authorities: { signers: keys/signers }\n',
        'keys/signers': `ada@example.com ${publicKey('ada')}\n`,
        [RECORD]: OPEN,
      })
      .commit();
  }
  const sign = (repository: TestRepository, name: string): void => {
    repository.add();
    repository.git('-c', `user.signingKey=${key(name)}`, 'commit', '-q', '-S', '-m', 'decide');
  };

  it('a commit that one of them signed passes', async () => {
    const repository = signing();
    sign(repository.write({ [RECORD]: DECIDED }), 'ada');
    expect(await judged(repository)).toEqual([]);
  });

  it('one without, or by another key, or with another content does not', async () => {
    const repository = signing();
    repository.write({ [RECORD]: DECIDED }).commit();
    expect(await judged(repository)).toEqual([FOUND]);
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    sign(repository.write({ [RECORD]: DECIDED }), 'mallory');
    expect(await judged(repository)).toEqual([FOUND]);
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    sign(repository.write({ [RECORD]: DECIDED }), 'ada');
    const raw = repository.git('cat-file', 'commit', 'HEAD').replace('\n\ndecide', '\n\ndecided');
    repository.write({ '.git/forged': raw });
    const forged = repository.git('hash-object', '-t', 'commit', '-w', '.git/forged').trim();
    repository.git('reset', '-q', '--hard', forged);
    expect(await judged(repository)).toEqual([FOUND]);
  });

  it('a key that came with an earlier commit of the range does not count where the policy is the base’s', async () => {
    const repository = signing();
    const keys = `ada@example.com ${publicKey('ada')}\nmallory@example.com ${publicKey('mallory')}\n`;
    repository.write({ 'keys/signers': keys }).commit();
    sign(repository.write({ [RECORD]: DECIDED }), 'mallory');
    const from = (revision: string) =>
      repository.findings(['--range', 'HEAD~2..HEAD', '--policy-from', revision, ...RULE]);
    expect(await from('HEAD~2')).toEqual([FOUND]);
    expect(await from('HEAD~1')).toEqual([]);
    // Without it, the change of the list is what is told.
    expect(await repository.findings(['--range', 'HEAD~2..HEAD', '--rule', 'policy/weakened'])).toEqual([
      'keys/signers:1:1 policy/weakened',
    ]);
  });

  it('a key that comes with the commit does not count, and programs of the repository are not started', async () => {
    const repository = signing();
    repository.executable('evil.sh', '#!/bin/sh\ntouch "$(dirname "$0")/started"\nexit 0\n').commit();
    repository.git('config', 'gpg.ssh.program', join(repository.root, 'evil.sh'));
    repository.git('config', 'gpg.program', join(repository.root, 'evil.sh'));
    repository.git('config', 'gpg.ssh.allowedSignersFile', join(repository.root, 'keys/signers'));
    repository.write({
      'keys/signers': `ada@example.com ${publicKey('mallory')}\n`,
      [RECORD]: DECIDED,
    });
    repository.add();
    repository.git(
      ...['-c', 'gpg.ssh.program=ssh-keygen', '-c', `user.signingKey=${key('mallory')}`],
      ...['commit', '-q', '-S', '-m', 'decide'],
    );
    expect(await judged(repository)).toEqual([FOUND]);
    expect(repository.exists('started')).toBe(false);
  });
});
