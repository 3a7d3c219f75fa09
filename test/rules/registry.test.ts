import { readFileSync } from 'node:fs';
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
});
