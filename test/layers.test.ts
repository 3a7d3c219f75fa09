import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

// From the top down; a file imports from its own layer or from one below it.
const LAYERS: readonly (readonly string[])[] = [
  [
    'src/main.ts',
    'src/start/',
    'src/process.ts',
    'src/run.ts',
    'src/thread.ts',
    'src/cli.ts',
    'src/program.ts',
    'src/commands/',
    'src/index.ts',
  ],
  ['src/report/'],
  ['src/gate/', 'src/verify/', 'src/setup/'],
  ['src/check.ts', 'src/check/'],
  ['rules/'],
  ['src/rule.ts'],
  ['src/route/'],
  ['src/documents/'],
  ['src/file.ts'],
  ['src/disk/'],
  ['src/secrets/', 'src/evidence/', 'src/targets/'],
  ['src/policy/'],
  ['src/git/'],
  [
    'src/place.ts',
    'src/clock.ts',
    'src/path-end.ts',
    'src/partition-point.ts',
    'src/pattern.ts',
    'src/name.ts',
    'src/date.ts',
    'src/version.ts',
    'src/time-limit.ts',
    'src/parts-used.ts',
    'src/unicode.ts',
    'src/suggestion.ts',
    'src/word-set.ts',
  ],
];

// Shapes without code, shared upwards and downwards: what a report is, `check` makes; what a path's text is, all need.
const SHAPES: ReadonlySet<string> = new Set(['src/report/report.ts']);

function layerOf(file: string): number {
  const layer = LAYERS.findIndex((names) =>
    names.some((name) => file === name || (name.endsWith('/') && file.startsWith(name))),
  );
  if (layer < 0) throw new Error(`${file} belongs to no layer`);
  return layer;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+\.ts)'/g)].map(([, to]) =>
    normalize(join(dirname(file), to!)),
  );
}

const files = [...sources('src'), ...sources('rules')];

describe('imports go down the layers', () => {
  it.each(files)('%s', (file) => {
    const upwards = importsOf(file).filter((to) => !SHAPES.has(to) && layerOf(to) < layerOf(file));
    expect(upwards).toEqual([]);
  });
});

describe('rules know the contract and nothing else', () => {
  it.each(sources('rules').filter((file) => file !== 'rules/registry.ts'))('%s', (file) => {
    expect(importsOf(file).filter((to) => to !== 'src/rule.ts')).toEqual([]);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/from 'node:|process\.|Date\.now|new Date\(\)|\bconsole\.|performance\./);
  });
});

describe('git runs in one place, printing in another', () => {
  it.each(files)('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    if (!file.startsWith('src/git/')) expect(text).not.toMatch(/node:child_process|simple-git/);
    const mayPrint = file.startsWith('src/commands/') || file === 'src/process.ts';
    if (!mayPrint)
      expect(text).not.toMatch(/\bconsole\.(?:log|error|warn|info|debug)|process\.(?:stdout|stderr|exit)/);
  });
});
