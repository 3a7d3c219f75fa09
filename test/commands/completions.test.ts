import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

/** What bash offers for the last of some words. */
function offered(script: string, ...words: readonly string[]): readonly string[] {
  const line = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`;
  const ended = spawnSync(
    'bash',
    ['-c', `${script}\n${line}; _cto_lint; printf '%s\\n' "\${COMPREPLY[@]}"`],
    {
      encoding: 'utf8',
    },
  );
  expect(ended.stderr).toBe('');
  return ended.stdout.split('\n').filter(Boolean);
}

describe('cto-lint completions', () => {
  it('completes commands, their commands and their options in bash', async () => {
    const script = (await new TestRepository().run(['completions', 'bash'])).stdout;
    expect(offered(script, 'cto-lint', 'sta')).toEqual(['status']);
    expect(offered(script, 'cto-lint', '--stag')).toEqual(['--staged']);
    expect(offered(script, 'cto-lint', 'evidence', 'v')).toEqual(['verify']);
    expect(offered(script, 'cto-lint', 'evidence', 'verify', '--adm')).toEqual(['--admission']);
    expect(offered(script, 'cto-lint', 'status', '--staged')).toEqual([]);
  });

  it('completes rules and formats in bash', async () => {
    const script = (await new TestRepository().run(['completions', 'bash'])).stdout;
    expect(offered(script, 'cto-lint', 'explain', 'decision/status-v')).toEqual(['decision/status-value']);
    expect(offered(script, 'cto-lint', 'check', '--staged', '--rule', 'decision/status-v')).toEqual([
      'decision/status-value',
    ]);
    expect(offered(script, 'cto-lint', '--format', 'j')).toEqual(['json', 'junit']);
    expect(offered(script, 'cto-lint', 'status', '--format', 'm')).toEqual(['mermaid']);
    expect(offered(script, 'cto-lint', 'evidence', 'verify', '--format', '')).toEqual(['text', 'json']);
    // Files, which bash itself knows.
    expect(offered(script, 'cto-lint', 'check', '--policy', 'decision/')).toEqual([]);
    expect(offered(script, 'cto-lint', 'explain', 'docs/')).toEqual([]);
  });

  it.each([
    ['zsh', `'check --rule'`, 'explain'],
    ['fish', `-n '__fish_seen_subcommand_from check' -l rule -x -a '`, '__fish_seen_subcommand_from explain'],
  ])('has rules and formats for %s', async (shell, rule, explain) => {
    const { stdout } = await new TestRepository().run(['completions', shell]);
    const lines = stdout.split('\n');
    for (const has of [rule, explain])
      expect(lines.some((line) => line.includes(has) && line.includes('decision/status-value'))).toBe(true);
    expect(lines.some((line) => line.includes('sarif') && line.includes('format'))).toBe(true);
  });

  it.each(['zsh', 'fish'])('has %s, which names every command', async (shell) => {
    const { stdout, code } = await new TestRepository().run(['completions', shell]);
    expect(code).toBe(0);
    for (const name of ['check', 'init', 'doctor', 'gate', 'explain', 'verify'])
      expect(stdout).toContain(name);
  });

  it('names its shells where another is asked for', async () => {
    expect(await new TestRepository().run(['completions', 'tcsh'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('bash, zsh, fish'),
    });
  });
});
