import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { shell, withTool } from './shell.ts';
import { snippetsOf } from './snippets.ts';

const README = readFileSync('README.md', 'utf8');
const SCRIPT = '/usr/bin/script';

/** A repository as `cto-lint init` leaves it, with the bad record of the first screen staged. */
function setUp(): TestRepository {
  const repository = new TestRepository();
  withTool(repository);
  expect(shell(repository, 'cto-lint init --yes && git add -A && git commit -q -m "Set up"').code).toBe(0);
  return repository.write({ 'model.md': '# Model\n\n- decision_status: approved\n' }).add();
}

/** What a terminal of 80 columns shows, each command after the `$` that it is typed behind. */
function onTerminal(repository: TestRepository, commands: readonly string[]): string {
  const typed = commands.map((command) => `echo '$ ${command.replaceAll("'", `'\\''`)}'\n${command}`);
  repository.executable('../typed', ['#!/bin/bash', 'stty rows 60 cols 80', ...typed].join('\n'));
  const ended = spawnSync(SCRIPT, ['-qec', `${repository.root}/../typed`, '/dev/null'], {
    cwd: repository.root,
    env: { ...repository.env, TERM: 'dumb' },
    encoding: 'utf8',
  });
  return ended.stdout.replaceAll('\r\n', '\n');
}

/** Blank lines between a report and the next command are the page's. */
const packed = (text: string): string => text.replaceAll(/\n+(?=\$ )/g, '\n');

describe('README.md', () => {
  const [screen] = snippetsOf('README.md').filter(({ language }) => language === 'console');

  it.skipIf(!existsSync(SCRIPT))(
    'its first screen is what a terminal shows (skipped without `script`)',
    () => {
      const commands = screen!.text
        .split('\n')
        .flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));
      expect(commands).toHaveLength(3);
      expect(packed(onTerminal(setUp(), commands))).toBe(packed(screen!.text));
    },
  );

  it('has a policy that passes where it is added to the one that `init` writes', () => {
    const added = withTool(new TestRepository());
    expect(shell(added, 'cto-lint init --yes').code).toBe(0);
    const [example] = snippetsOf('README.md').filter(({ language }) => language === 'yaml');
    const policy = readFileSync(join(added.root, 'cto-lint.config.yaml'), 'utf8');
    const both = `${policy}\n${example!.text.replace('extends: cto\n', '')}`;
    added.write({ 'cto-lint.config.yaml': both });
    const { findings } = JSON.parse(shell(added, 'cto-lint --format json').stdout) as {
      findings: { ruleId: string }[];
    };
    // What the example's suppression excuses is not there.
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['policy/suppression']);
  });

  it('says that the package is not on npm for as long as that is so', () => {
    const isUnreleased = /^## \S+ — unreleased$/m.test(readFileSync('CHANGELOG.md', 'utf8'));
    expect(README.includes('**Not on npm yet:**')).toBe(isUnreleased);
  });

  it('is no wider than 80 columns', () => {
    expect(README.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  /** Commands of its blocks and of its sentences, without `npx`, which finds the tool that npm has installed. */
  const commands = [
    ...snippetsOf('README.md')
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => text.trim().split('\n')),
    ...[...README.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`((?:npx )?cto-lint [^`]+)`/g)].map(
      ([, command]) => command!,
    ),
  ].map((line) =>
    line
      .replace(/\s+#.*$/, '')
      .replaceAll('npx ', '')
      .replaceAll(/\s+/g, ' '),
  );

  /** What needs npm's registry or runs these very tests, and runs in CI. */
  const CI = readFileSync('.ci/run', 'utf8').split('\n');

  /** Without a terminal nobody is asked. */
  const INSTEAD: Readonly<Record<string, string>> = {
    'cto-lint init': 'cto-lint init --yes',
    'cto-lint doctor': 'cto-lint init --yes && cto-lint doctor',
  };

  it('has the commands that CI runs', () => {
    expect(commands).toEqual(expect.arrayContaining(['npm ci && npm test', 'npm ci && cto-lint demo']));
    expect(CI).toEqual(expect.arrayContaining(['npm ci', 'npm test']));
  });

  const repository = withTool(new TestRepository([], 'shared'));
  beforeAll(() => {
    repository.write({ 'docs/plan.md': '# Plan\n', 'demo/a.md': '# A\n', FILE: 'A message\n' }).commit();
    repository.git('branch', 'base');
    repository.write({ 'docs/plan.md': '# Plan\n\nA step.\n' }).commit().git('branch', '-u', 'base');
  });

  it.each([...new Set(commands)].filter((line) => !/^npm (?:ci && npm test|install)/.test(line)))(
    '%s',
    (line) => {
      const typed = INSTEAD[line] ?? line.replace('npm ci && ', '');
      const input = line.includes('pre-receive')
        ? `${'0'.repeat(40)} ${repository.head()} refs/heads/new\n`
        : '';
      const { code, stderr } = shell(repository, typed, { input });
      // A gate without a harness is blocked, a run that is not there cannot be judged.
      const wanted = line.includes('gate') ? 1 : line.includes('RUN_DIR') ? 2 : 0;
      expect({ line, code, stderr }).toMatchObject({ code: wanted });
    },
  );
});
