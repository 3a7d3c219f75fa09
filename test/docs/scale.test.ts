import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TestRepository } from '../support/repository.ts';
import { filesOf } from './snippets.ts';
import { workflowFaults } from './workflow-faults.ts';

const FILES = filesOf('docs/scale.md');
const WORKFLOWS = Object.entries(FILES).filter(([path]) => path.startsWith('.github/'));

interface Job {
  readonly if?: string;
  readonly script?: readonly string[];
  readonly steps?: readonly { readonly run?: string }[];
}

function repositoryOf(text: string): TestRepository {
  const repository = new TestRepository();
  repository.write({ 'a.md': text, 'b.txt': 'b\n', 'c.txt': 'c\n' }).commit();
  return repository;
}

/** The command of a job as a runner starts it, with the built tool in the place of the installed one. */
function run(repository: TestRepository, command: string, variables: NodeJS.ProcessEnv): number | null {
  const built = resolve('dist/main.js');
  const script = command
    .replaceAll(
      /"?(?:\$RUNNER_TEMP\/|\/tmp\/)?cto-lint\/node_modules\/cto-lint\/dist\/main\.js"?/g,
      `'${built}'`,
    )
    .replaceAll(/\$\{\{ matrix\.shard \}\}/g, '$SHARD')
    .replaceAll(/\$\{\{ needs\.day\.outputs\.today \}\}/g, '2026-11-20');
  const ended = spawnSync('bash', ['-e', '-c', script], {
    cwd: repository.root,
    env: { ...repository.env, ...variables, PATH: process.env.PATH },
  });
  return ended.status;
}

const RESULTS = [
  ['good files', '- decision_status: not_decided.\n', 0],
  ['findings', '- decision_status: approved.\n', 1],
] as const;

describe('docs/scale.md', () => {
  it('shows workflows', () => {
    expect(WORKFLOWS).not.toEqual([]);
    expect(workflowFaults(WORKFLOWS)).toEqual([]);
  });

  it.each(RESULTS)(
    'its GitLab jobs tell of %s',
    (_, text, code) => {
      const repository = repositoryOf(text);
      const jobs = parse(FILES['.gitlab-ci-history.yml']!) as Record<string, Job & { parallel?: number }>;
      expect(jobs.shard!.parallel).toBeGreaterThan(1);
      // As many as GitLab starts say the same.
      const ended = ['1', '2'].map((index) =>
        run(repository, jobs.shard!.script!.join('\n'), {
          CI_NODE_INDEX: index,
          CI_NODE_TOTAL: '2',
          CI_PIPELINE_CREATED_AT: '2026-11-20T10:15:03Z',
        }),
      );
      expect(Math.max(...ended.map((one) => one ?? 2))).toBe(code);
      const merge = jobs['cto-lint']!.script!.join('\n');
      expect(run(repository, merge, {})).toBe(code);
      expect(existsSync(join(repository.root, 'gl-code-quality-report.json'))).toBe(true);
      rmSync(join(repository.root, 'shard-2.json'));
      expect(run(repository, merge, {})).toBe(2);
    },
    60_000,
  );

  it('its GitHub jobs tell of findings, and of a shard that is missing', () => {
    const repository = repositoryOf('- decision_status: approved.\n');
    const { jobs } = parse(FILES['.github/workflows/cto-lint-history.yml']!) as {
      jobs: Record<string, Job>;
    };
    const commandOf = (job: Job): string =>
      job.steps!.flatMap(({ run: command }) => (command?.includes('main.js') ? [command] : [])).join('\n');
    const shards = join(repository.root, 'shards');
    repository.write({ 'shards/.keep': '' });
    for (let shard = 1; shard <= 8; shard++)
      expect(run(repository, commandOf(jobs.shard!), { SHARD: String(shard), RUNNER_TEMP: shards })).toBe(0);
    expect(jobs['cto-lint']!.if).toContain('!cancelled()');
    const summary = { GITHUB_STEP_SUMMARY: join(shards, 'summary.md') };
    expect(run(repository, commandOf(jobs['cto-lint']!), summary)).toBe(1);
    rmSync(join(shards, 'shard-3.json'));
    expect(run(repository, commandOf(jobs['cto-lint']!), summary)).toBe(2);
  }, 60_000);
});
