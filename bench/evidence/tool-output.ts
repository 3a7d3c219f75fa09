import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from './random.ts';

/** What real tools print in a small project that is made for one run: nothing of it is invented here. */
export interface ToolOutput {
  readonly patch: string;
  readonly test: string;
  readonly install: string;
  readonly compile: string;
  readonly commits: string;
  readonly changed: readonly string[];
}

const WORDS = [
  'slug',
  'date',
  'range',
  'price',
  'route',
  'token',
  'color',
  'queue',
  'graph',
  'chunk',
  'align',
  'title',
];
const VERBS = ['parse', 'format', 'merge', 'split', 'round', 'clamp', 'trim', 'sort', 'group', 'pad'];

export function toolOutput(random: Random, modules: string): ToolOutput {
  const root = mkdtempSync(join(tmpdir(), 'run-project-'));
  try {
    return inProject(root, random, modules);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function inProject(root: string, random: Random, modules: string): ToolOutput {
  const noun = random.pick(WORDS);
  const verb = random.pick(VERBS);
  const name = `${verb}${noun[0]!.toUpperCase()}${noun.slice(1)}`;
  const source = `src/${name}.js`;
  const runner = random.pick(['node', 'node-tap', 'vitest']);
  mkdirSync(join(root, 'src'));
  mkdirSync(join(root, 'test'));
  mkdirSync(join(root, 'vendor', 'left'), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  write(
    'vendor/left/package.json',
    JSON.stringify({ name: `left-${noun}`, version: `1.${random.below(30)}.${random.below(99)}` }),
  );
  write(
    'package.json',
    JSON.stringify(
      {
        name: `${verb}-${noun}`,
        version: `0.${random.below(40)}.${random.below(40)}`,
        type: 'module',
        scripts: { test: 'node --test' },
        dependencies: { [`left-${noun}`]: 'file:vendor/left' },
      },
      null,
      2,
    ),
  );
  write(source, body(name, random, false));
  write(`test/${name}.test.js`, tests(name, random, runner === 'vitest'));
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        allowJs: true,
        checkJs: true,
        noEmit: true,
        strict: true,
        skipLibCheck: true,
        types: [],
      },
      include: ['src'],
    }),
  );
  if (runner === 'vitest') symlinkSync(modules, join(root, 'node_modules'));
  const run = (program: string, ...args: readonly string[]) => {
    const { stdout, stderr } = spawnSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', CI: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
    });
    return `${stdout ?? ''}${stderr ?? ''}`;
  };
  const agent = `agent-${random.hex(4)}`;
  const git = (...args: readonly string[]) =>
    run('git', '-c', `user.name=${agent}`, '-c', `user.email=${agent}@example.invalid`, ...args);
  git('init', '-q');
  git('add', 'src', 'test', 'package.json');
  const first = git('commit', '-m', `Add ${name}`);
  write(source, body(name, random, true));
  const patch = git('diff');
  const install =
    runner === 'vitest'
      ? run('npm', 'pack', '--dry-run')
      : run('npm', 'install', '--offline', '--loglevel=http');
  const test =
    runner === 'vitest'
      ? run(join(modules, '.bin', 'vitest'), 'run', '--root', root, '--reporter=verbose')
      : run('node', '--test', runner === 'node' ? '--test-reporter=spec' : '--test-reporter=tap', 'test/');
  const compile = run(join(modules, '.bin', 'tsc'), '-p', root, '--pretty', 'false');
  git('add', 'src');
  const commits =
    first +
    git('commit', '-m', `Mend ${name} for ${random.pick(WORDS)}s`) +
    git('log', '--stat', '--format=fuller');
  return { patch, test, install, compile, commits, changed: [source] };
}

function body(name: string, random: Random, mended: boolean): string {
  const lines = Array.from(
    { length: 4 + random.below(6) },
    (_, i) => `  if (value === '${random.hex(4)}') return ${i + random.below(900)};`,
  );
  return `export function ${name}(value) {\n${mended ? `  if (value == null) return '${random.hex(5)}';\n` : ''}${lines.join('\n')}\n  return value.${mended ? 'trim().' : ''}toLowerCase().replace(/[^a-z]+/g, '${random.pick(['-', '_', '.'])}');\n}\n`;
}

function tests(name: string, random: Random, vitest: boolean): string {
  const cases = Array.from({ length: 4 + random.below(8) }, (_, i) => {
    const text = `${random.pick(WORDS)} ${random.pick(VERBS)} ${random.below(1000)}`;
    const wrong = i > 0 && random.below(6) === 0 ? 'x' : '';
    return `test('${random.pick(VERBS)}s ${random.pick(WORDS)} ${i}', () => { assert.equal(typeof ${name}('${text}') + '${wrong}', 'string'); });`;
  });
  const imports = vitest ? "import { test } from 'vitest';" : "import test from 'node:test';";
  return `${imports}\nimport assert from 'node:assert/strict';\nimport { ${name} } from '../src/${name}.js';\n${cases.join('\n')}\n`;
}
