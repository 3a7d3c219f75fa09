import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

const TOKEN = `ghp_${'x7Kq2mZ9'.repeat(4)}Ab3d`;
const CUT = `# ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\n`;
const WARNING = '# Do not modify or remove the line above.\n# Everything below it will be ignored.\n';
const DIFF = `diff --git a/x b/x\n-${TOKEN}\n`;

/** Guarded by a commit-msg hook, with a commit that holds the token, about to take it away again. */
function guarded(): TestRepository {
  const repository = new TestRepository();
  const hook = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/main.js')}' --message "$1"\n`;
  repository.write({ 'a.txt': `${TOKEN}\n` }).commit();
  repository.executable('.git/hooks/commit-msg', hook);
  return repository.write({ 'a.txt': 'none\n' }).add();
}

/** An editor that puts a text above what git shows. */
function edited(repository: TestRepository, text: string): void {
  repository.write({ '.git/text': text });
  repository.executable('.git/editor', '#!/bin/sh\ncat .git/text "$1" > .git/new\ncat .git/new > "$1"\n');
  repository.env.GIT_EDITOR = '.git/editor';
}

describe('git commit with the hook', () => {
  it.each([
    ['scissors', CUT],
    ['scissors and git’s lines', CUT + WARNING],
    ['scissors, git’s lines and a diff', CUT + WARNING + DIFF],
  ])('refuses with -m what is below %s, which git keeps', (_, above) => {
    const repository = guarded();
    const refused = repository.tryGit('commit', '-m', `Title\n\n${above}${TOKEN}`);
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain('secrets/no-secret-value');
    expect(refused.output).not.toContain(TOKEN);
    expect(repository.tryGit('commit', '-m', `Title\n\n${above.replace(TOKEN, '')}text`).code).toBe(0);
  });

  it.each([
    [['-v']],
    [['-v', '--cleanup=scissors']],
    [['-v', '-v']],
    [['-v', '-e', '-m', 'Title']],
    [['-c', 'core.commentChar=;', '-v']],
  ])('judges what was edited with %j, and not the diff that git shows', (args) => {
    const options = args[0] === '-c' ? args.splice(0, 2) : [];
    const repository = guarded();
    edited(repository, `Title with ${TOKEN}\n`);
    expect(repository.tryGit(...options, 'commit', ...args).code).not.toBe(0);
    edited(repository, `Title\n\n${CUT}${TOKEN}\n`);
    expect(repository.tryGit(...options, 'commit', ...args).code).not.toBe(0);
    edited(repository, 'Title\n');
    expect(repository.tryGit(...options, 'commit', ...args)).toMatchObject({ code: 0 });
    expect(repository.git('log', '-1', '--format=%B')).not.toContain(TOKEN);
  });

  it('judges what was edited with --cleanup=scissors', () => {
    const repository = guarded();
    edited(repository, `Title with ${TOKEN}\n`);
    expect(repository.tryGit('commit', '--cleanup=scissors').code).not.toBe(0);
    edited(repository, 'Title\n');
    expect(repository.tryGit('commit', '--cleanup=scissors')).toMatchObject({ code: 0 });
  });
});
