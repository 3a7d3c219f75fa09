import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planCheck } from '../../src/setup/continuous-integration.ts';
import { VERSION } from '../../src/version.ts';
import { TestRepository } from '../support/repository.ts';
import { filesOf, snippetsOf } from './snippets.ts';
import { workflowFaults } from './workflow-faults.ts';

const PAGE = filesOf('docs/ci.md');
const GITHUB = PAGE['.github/workflows/cto-lint.yml']!;
const GOOD = '# Decision\n\n- decision_status: not_decided.\n';
const BAD = '# Decision\n\n- decision_status: approved.\n';

/** A pull request that brings a wrong status, and a policy that would excuse it. */
function proposed(head: string, policy: string): TestRepository {
  const repository = new TestRepository();
  repository.write({ 'a.md': GOOD }).commit('base');
  repository.git('checkout', '-q', '-b', 'change');
  repository.write({ 'a.md': head, 'cto-lint.config.yaml': policy }).commit('change');
  return repository;
}

const EXCUSING = 'extends: cto\nexcept: { decision/status-value: ["**"] }\n';

/** The variables and files that a runner gives to a step. */
function runner(repository: TestRepository, event: object): NodeJS.ProcessEnv {
  const temporary = join(repository.root, '..', 'temp');
  mkdirSync(temporary);
  const eventPath = join(temporary, 'event.json');
  writeFileSync(eventPath, JSON.stringify(event));
  return {
    ...repository.env,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: repository.root,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_STEP_SUMMARY: join(temporary, 'summary.md'),
    GITHUB_OUTPUT: join(temporary, 'output'),
    RUNNER_TEMP: temporary,
  };
}

function pullRequest(repository: TestRepository): object {
  const sha = (name: string): string => repository.git('rev-parse', name).trim();
  return {
    pull_request: { base: { sha: sha('main'), ref: 'main' }, head: { sha: sha('change'), ref: 'change' } },
  };
}

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}

function stepsOf(workflow: string): readonly Step[] {
  const { jobs } = parse(workflow) as { jobs: Record<string, { steps: Step[] }> };
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

const PROPOSALS = [
  ['refuses what the change excuses itself from', BAD, EXCUSING, 1],
  ['passes what is in order', GOOD, 'extends: cto\n', 0],
] as const;

describe('docs/ci.md', () => {
  it('shows what init writes', () => {
    const survey = { paths: new Set<string>(), read: () => '', version: VERSION };
    expect(planCheck({ ...survey } as never)).toMatchObject({ kind: 'create', text: GITHUB });
    const gitlab = { ...survey, paths: new Set(['.gitlab-ci.yml']), read: () => 'test: {}\n' };
    expect(planCheck(gitlab as never)).toMatchObject({ added: PAGE['.gitlab-ci.yml'] });
  });

  it.each(PROPOSALS)('the workflow by npm %s', (_what, head, policy, code) => {
    const repository = proposed(head, policy);
    const env = runner(repository, pullRequest(repository));
    mkdirSync(join(env.RUNNER_TEMP!, 'cto-lint/node_modules'), { recursive: true });
    symlinkSync(resolve('.'), join(env.RUNNER_TEMP!, 'cto-lint/node_modules/cto-lint'));
    const judge = stepsOf(GITHUB).find(({ name }) => name === 'Judge')!;
    const ended = spawnSync('bash', ['-e', '-c', judge.run!], {
      cwd: repository.root,
      env,
      encoding: 'utf8',
    });
    expect({ code: ended.status, stderr: ended.stderr }).toMatchObject({ code });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY!, 'utf8')).toContain(
      code === 1 ? 'decision/status-value' : '✅',
    );
    if (code === 1) expect(ended.stdout).toMatch(/^::error .*file=a\.md,line=3/m);
  });

  it.each(PROPOSALS)('the action %s', (_what, head, policy, code) => {
    const repository = proposed(head, policy);
    const { runs, inputs } = parse(readFileSync('action.yml', 'utf8')) as {
      runs: { using: string; main: string };
      inputs: Record<string, { default: string }>;
    };
    const given = Object.entries(inputs).map(([name, one]) => [`INPUT_${name.toUpperCase()}`, one.default]);
    const env = { ...runner(repository, pullRequest(repository)), ...Object.fromEntries(given) };
    const ended = spawnSync(process.execPath, [resolve(runs.main)], {
      cwd: repository.root,
      env,
      encoding: 'utf8',
    });
    expect({ code: ended.status, stderr: ended.stderr }).toMatchObject({ code });
    const sarif = /^sarif=(.+)\n$/.exec(readFileSync(env.GITHUB_OUTPUT!, 'utf8'))![1]!;
    expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(existsSync(env.GITHUB_STEP_SUMMARY!)).toBe(true);
  });

  it('GitLab’s job and the line for anywhere else', () => {
    const repository = proposed(BAD, EXCUSING);
    const sha = (name: string): string => repository.git('rev-parse', name).trim();
    const start = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/main.js')}' "$@"\n`;
    repository.executable('../bin/cto-lint', start);
    const env: NodeJS.ProcessEnv = {
      ...repository.env,
      PATH: `${join(repository.root, '../bin')}:${process.env.PATH}`,
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: sha('main'),
      CI_COMMIT_SHA: sha('change'),
    };
    const run = (line: string): number | null =>
      spawnSync('bash', ['-e', '-c', line], { cwd: repository.root, env, stdio: 'ignore' }).status;
    const job = (parse(PAGE['.gitlab-ci.yml']!) as { 'cto-lint': { script: string[] } })['cto-lint'];
    expect(run(job.script[1]!.replace(/^node \S+/, 'cto-lint'))).toBe(1);
    expect(existsSync(join(repository.root, 'gl-code-quality-report.json'))).toBe(true);
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
    const line = snippetsOf('docs/ci.md').find(
      ({ file, text }) => file === undefined && /^cto-lint --range/.test(text),
    );
    expect(run(line!.text)).toBe(1);
    expect(existsSync(join(repository.root, 'reports/cto-lint.xml'))).toBe(true);
  });
});

describe('workflows', () => {
  const own = readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`);
  const shipped: readonly (readonly [string, string])[] = [
    ...own.map((path) => [path, readFileSync(path, 'utf8')] as const),
    ...Object.entries(PAGE).filter(([path]) => path.startsWith('.github/')),
  ];

  it('pass actionlint, which tells of one that is none', () => {
    const broken = ['broken.yml', 'on: pushed\njobs: {}\n'] as const;
    const files = workflowFaults([...shipped, broken]).map((fault) => fault.split(':')[0]);
    expect([...new Set(files)]).toEqual(['broken.yml']);
  });

  it.each(shipped)('%s never has a fork’s code under pull_request_target', (_path, text) => {
    expect(text).not.toMatch(/^\s*pull_request_target\b/m);
    expect(text).not.toMatch(/\bon:.*pull_request_target/);
  });

  it.each(shipped.filter(([path]) => !path.includes('release')))(
    '%s needs to read contents only',
    (_path, text) => {
      expect((parse(text) as { permissions: object }).permissions).toEqual({ contents: 'read' });
    },
  );
});
