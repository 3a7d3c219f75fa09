import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BLOCKER_IDS } from '../../src/gate/decide.ts';
import { VARIABLES } from '../../src/gate/environment.ts';
import { CONDITION_IDS } from '../../src/verify/decide.ts';
import { Harness } from '../gate/harness.ts';
import { spawned, TOOL } from '../support/spawn.ts';
import { RUN_ID, writeRun } from '../verify/run.ts';

const PAGE = readFileSync('docs/harness.md', 'utf8');
const template = new Harness();
afterAll(() => template.remove());

function snippet(language: string): string {
  const [, text] = new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(PAGE) ?? [];
  if (text === undefined) throw new Error(`the page shows no ${language}`);
  return `${text}\n`;
}

/** The command on the path, and the harness's own step, which here only puts a finished run in its place. */
function install(harness: Harness): void {
  const scripts = {
    'cto-lint': `exec '${process.execPath}' '${TOOL}' "$@"`,
    'run-stage-2': `touch '${harness.path('started')}'; mkdir -p "$2" && cp -Rp '${harness.path(`made/${RUN_ID}`)}/.' "$2"`,
  };
  for (const [name, text] of Object.entries(scripts)) {
    harness.write({ [`tools/${name}`]: `#!/bin/sh\n${text}\n` });
    chmodSync(harness.path(`tools/${name}`), 0o755);
  }
  mkdirSync(harness.path('node_modules'));
  symlinkSync(resolve('.'), harness.path('node_modules/cto-lint'));
}

const LANGUAGES: Record<string, { file: string; program: string }> = {
  sh: { file: 'harness.sh', program: 'sh' },
  python: { file: 'harness.py', program: 'python3' },
  ts: { file: 'harness.mjs', program: process.execPath },
};

const texts = new Map<string, string>();
beforeAll(async () => {
  for (const language of Object.keys(LANGUAGES)) texts.set(language, snippet(language));
  texts.set('ts', (await transform(texts.get('ts')!, { loader: 'ts', format: 'esm' })).code);
});

async function runSnippet(language: string, harness: Harness, changed: NodeJS.ProcessEnv) {
  const { file, program } = LANGUAGES[language]!;
  harness.write({ [file]: texts.get(language)! });
  const env = { ...harness.env, PATH: `${harness.path('tools')}:${process.env.PATH}`, ...changed };
  const args = [harness.path(file), harness.path('task.md'), harness.path(RUN_ID)];
  const ended = await spawned(program, args, { cwd: harness.root, env });
  return { ...ended, wasStarted: readable(harness.path('started')) };
}

function readable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

describe.each(Object.keys(LANGUAGES))('the harness in %s', (language) => {
  it.concurrent.each<[string, NodeJS.ProcessEnv, Record<string, string>, number, boolean, RegExp]>([
    ['goes on where both say 0', {}, {}, 0, true, /openai-codex gpt-5\.5/],
    ['starts nothing where the gate says 1', { CTO_HARNESS_CASE_MODEL: '' }, {}, 1, false, /model-missing/],
    ['starts nothing where the gate says 2', { CTO_LINT_TODAY: 'soon' }, {}, 2, false, /not a date/],
    [
      'calls no pass what is none',
      {},
      { 'backend/provider-timeout.txt': '' },
      1,
      true,
      /provider_timeout_fail_closed/,
    ],
  ])('%s', async (_, changed, files, code, wasStarted, said) => {
    const harness = template.copy();
    writeRun(harness.path('made'), { files });
    install(harness);
    const ended = await runSnippet(language, harness, changed);
    const own = language === 'ts' && code === 2 ? 1 : code;
    // An error that nobody catches ends Node with 1, which is not 0 either.
    expect([ended.code, ended.wasStarted]).toEqual([own, wasStarted]);
    expect(`${ended.stdout}${ended.stderr}`).toMatch(said);
    harness.remove();
  });
});

describe('the page', () => {
  it.each([...BLOCKER_IDS, ...CONDITION_IDS, ...Object.values(VARIABLES)])('names %s', (name) => {
    expect(PAGE).toContain(`\`${name}\``);
  });
});
