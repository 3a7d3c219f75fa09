import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { TestRepository } from '../support/repository.ts';

const BAD = '- decision_status: approved.\n';
const SCOPES = [[], ['--staged'], ['--rev', 'HEAD'], ['--range', 'HEAD~1..HEAD'], ['--history']];

/** A repository with two commits and a program that leaves a mark where anybody starts it. */
function trapped(): { repository: TestRepository; trap: string; sprung: () => boolean } {
  const repository = new TestRepository();
  repository.executable('trap.sh', '#!/bin/sh\ntouch "$(dirname "$0")/.git/sprung"\ncat\n');
  repository.write({ 'first.md': 'fine\n' }).commit();
  repository.write({ 'a.md': BAD, 'b.md': 'fine\n' }).commit();
  return {
    repository,
    trap: join(repository.root, 'trap.sh'),
    sprung: () => repository.exists('.git/sprung'),
  };
}

describe('A: nothing of a repository is started', () => {
  it('by its configuration, whatever is judged', async () => {
    const { repository, trap, sprung } = trapped();
    const settings: readonly (readonly [string, string])[] = [
      ['core.fsmonitor', trap],
      ['core.hooksPath', repository.root],
      ['core.pager', trap],
      ['core.editor', trap],
      ['core.sshCommand', trap],
      ['core.askPass', trap],
      ['core.alternateRefsCommand', trap],
      ['core.gitProxy', trap],
      ['credential.helper', `!${trap}`],
      ['diff.external', trap],
      ['diff.trap.textconv', trap],
      ['diff.trap.command', trap],
      ['filter.trap.clean', trap],
      ['filter.trap.smudge', trap],
      ['filter.trap.process', trap],
      ['gpg.program', trap],
      ['gpg.ssh.program', trap],
      ['alias.ls-files', `!${trap}`],
      ['alias.cat-file', `!${trap}`],
      ['uploadpack.packObjectsHook', trap],
      ['remote.origin.url', `ext::${trap}`],
      ['remote.origin.promisor', 'true'],
      ['submodule.x.update', `!${trap}`],
      ['pager.log', trap],
      ['trace2.eventTarget', join(repository.root, '.git/traced')],
    ];
    for (const [key, value] of settings) repository.git('config', key, value);
    repository.write({ '.gitattributes': '*.txt diff=trap filter=trap\n', 'c.txt': 'fine\n' });
    for (const args of SCOPES)
      expect(
        (await repository.run(args, { env: { PAGER: trap, EDITOR: trap, GIT_EXTERNAL_DIFF: trap } })).code,
      ).not.toBe(2);
    expect(sprung()).toBe(false);
  });

  it('by its folders on PATH, its packages or configuration in a language', () => {
    const { repository, trap, sprung } = trapped();
    const code = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(join(repository.root, '.git/sprung'))}, '');\n`;
    repository
      .write({
        'cto-lint.config.js': code,
        'cto-lint.config.mjs': code,
        'node_modules/secretlint/index.js': code,
        'node_modules/yaml/index.js': code,
        'package.json': '{ "type": "module", "cto-lint": { "plugins": ["./cto-lint.config.js"] } }\n',
        '.secretlintrc.js': code,
        '.npmrc': 'node-options=--require ./cto-lint.config.js\n',
      })
      .executable('node_modules/.bin/git', readFileSync(trap, 'utf8'))
      .executable('git', readFileSync(trap, 'utf8'));
    const env = {
      PATH: `${repository.root}:${join(repository.root, 'node_modules/.bin')}:.:${process.env.PATH}`,
    };
    expect(repository.start(['--rev', 'HEAD'], { env }).code).toBe(1);
    expect(repository.start([], { env }).code).toBe(1);
    expect(sprung()).toBe(false);
  });

  it('by code in front matter', async () => {
    const { repository, sprung } = trapped();
    const code = `require('fs').writeFileSync(${JSON.stringify(join(repository.root, '.git/sprung'))}, '')`;
    for (const [at, language] of ['js', 'javascript', 'JS', 'coffee', 'node', 'mjs', 'ts'].entries())
      repository.write({ [`plans/sot/${at}.md`]: `---${language}\n${code}\n---\n` });
    const told = await repository.add().rulesByPath(['--staged']);
    expect([...told.values()].filter((rules) => rules.includes('file/unreadable'))).toHaveLength(7);
    expect(sprung()).toBe(false);
  });

  it('by a policy: a key that would name code is an error', async () => {
    const { repository } = trapped();
    for (const text of [
      'plugins: [./a.js]\n',
      'rules: { ./a.js: error }\n',
      'extends: ./a.js\n',
      'extends: !!js/function "x"\n',
    ]) {
      repository.write({ 'cto-lint.config.yaml': text });
      expect((await repository.run([])).code).toBe(2);
    }
    repository.write({ 'cto-lint.config.yaml': 'rules: { work/drift: error }\n' });
    expect((await repository.run([])).code).toBe(1);
  });
});

describe('A: a revision is no option', () => {
  it.each([
    '--output=written',
    '-O.',
    '--upload-pack=x',
    '@{-1}',
    'HEAD^{/x}',
    '^HEAD',
    'HEAD HEAD',
    'main\n--all',
    '',
  ])('%j', async (text) => {
    const { repository } = trapped();
    for (const args of [
      [`--rev=${text}`],
      [`--policy-from=${text}`],
      ['--range', `${text}..HEAD`],
      ['--range', `HEAD..${text}`],
    ]) {
      const { code, stdout } = await repository.run(args);
      // A side of a range that is left out is HEAD, and such a range is empty.
      expect(code).toBe(2);
      expect(stdout).toBe('');
    }
    expect(repository.exists('written')).toBe(false);
  });

  it('a branch with a dash in its name is one', async () => {
    const { repository } = trapped();
    repository.git('branch', 'a--output');
    expect((await repository.run(['--rev', 'a--output'])).code).toBe(1);
  });
});

describe('A: whose repository it is', () => {
  it('one that was committed as files is refused, and started nothing', async () => {
    const { repository, trap, sprung } = trapped();
    repository.write({
      'inside/HEAD': 'ref: refs/heads/main\n',
      'inside/config': `[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsmonitor = ${trap}\n`,
      'inside/objects/x': '',
      'inside/refs/x': '',
      'beside/a.md': 'fine\n',
    });
    expect((await repository.run([], { in: 'inside' })).code).toBe(2);
    expect((await repository.run([], { in: 'beside' })).code).toBe(1);
    expect(sprung()).toBe(false);
  });
});

describe('A: the shipped workflows', () => {
  it.each(['cto-lint.yml', 'test.yml'])('%s checks out no code of a fork with rights of its own', (name) => {
    const workflow = parseDocument(readFileSync(`.github/workflows/${name}`, 'utf8')).toJS() as {
      on: unknown;
      permissions?: unknown;
    };
    expect(JSON.stringify(workflow.on)).not.toContain('pull_request_target');
    expect(JSON.stringify(workflow.on)).not.toContain('workflow_run');
    expect(JSON.stringify(workflow.permissions ?? { contents: 'read' })).toBe('{"contents":"read"}');
  });
});
