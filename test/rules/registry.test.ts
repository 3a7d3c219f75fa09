import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../rules/registry.ts';
import { registryText } from '../../scripts/write-registry.js';

describe('the registry', () => {
  it('is what the rule modules make of it', () => {
    expect(readFileSync('rules/registry.ts', 'utf8')).toBe(registryText());
  });

  it('holds each id once, and each in the module of its name', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(readFileSync(`rules/${id}.ts`, 'utf8')).toContain(`id: '${id}'`);
  });

  it.each(RULES.map(({ id }) => id))('%s has its module, its test and its page', (id) => {
    const paths = [`rules/${id}.ts`, `test/rules/${id}.test.ts`, `docs/rules/${id}.md`];
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('knows each page of a rule', () => {
    const pages = readdirSync('docs/rules', { recursive: true, encoding: 'utf8' })
      .filter((name) => /^\w+\/.+\.md$/.test(name))
      .map((name) => name.slice(0, -'.md'.length));
    expect(pages.sort()).toEqual(RULES.map(({ id }) => id).sort());
  });
});
