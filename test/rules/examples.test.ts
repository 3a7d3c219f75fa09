import { describe, expect, it } from 'vitest';
import { RULES } from '../../rules/registry.ts';
import type { AnyRule, Example } from '../../src/rule.ts';
import { detecting, STOREFRONT } from './detecting.ts';
import { type Files, findingsOf, madeBy } from './judge.ts';

const detect = detecting(STOREFRONT);

function filesOf({ path, text, mode, beside }: Example): Files {
  return { ...beside, [path]: mode === undefined ? text : { mode, text } };
}

/** All rules run, as they would for a user: an example is about one of them, and others may have something to say too. */
async function problems(rule: AnyRule, example: Example): Promise<number> {
  const base = example.base === undefined ? {} : { base: example.base };
  const { authorEmail } = example;
  const authorship = authorEmail === undefined ? {} : { authorship: madeBy(authorEmail) };
  const policy = { ...STOREFRONT, ...example.policy };
  const findings = await findingsOf(RULES, filesOf(example), { ...base, ...authorship, policy, detect });
  return findings.filter(({ ruleId }) => ruleId === rule.id).length;
}

describe('what a rule shows as its examples is true', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s', async (_, rule) => {
    expect(await problems(rule, rule.examples.good)).toBe(0);
    expect(await problems(rule, rule.examples.bad)).toBeGreaterThan(0);
  });
});

describe('a rule has nothing to say of an empty file', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s', async (_, rule) => {
    expect(await findingsOf(rule, { 'notes.md': '', 'data.json': '', 'a.txt': '' }, { detect })).toEqual([]);
  });
});
