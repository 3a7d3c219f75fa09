import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/policy/builtin.ts';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { PolicyError } from '../../src/policy/policy-error.ts';
import { policySchema } from '../../src/policy/schema.ts';

function fault(text: string): string {
  try {
    loadPolicy(text, 'cto-lint.config.yaml');
  } catch (error) {
    if (error instanceof PolicyError) return `${error.line ?? '-'}: ${error.message}`;
    throw error;
  }
  return 'fine';
}

describe('the built-in policy', () => {
  it('spells out every default, so that a start needs no schema', () => {
    expect(policySchema.parse(BUILT_IN)).toEqual(BUILT_IN);
  });
  it('is what a file without keys extends', () => {
    expect(loadPolicy('', 'x')).toEqual({ ...BUILT_IN, extends: 'cto' });
  });
});

describe('extending', () => {
  it('adds to lists, and puts the globs of a kind first', () => {
    const policy = loadPolicy('protected: ["vendor/**"]\nkinds: { sot: ["plans/**"] }\n', 'x');
    expect(policy.protected).toEqual(['vendor/**']);
    expect(policy.kinds).toMatchObject({ sot: ['plans/**', '**/.sot/**/*.md', '**/sot/**/*.md'] });
  });
  it('merges mappings key by key and replaces what is neither', () => {
    const policy = loadPolicy('rules: { work/drift: error }\nlimits: { seconds: 5 }\n', 'x');
    expect(policy.rules).toEqual({ 'work/drift': 'error' });
    expect(policy.limits).toEqual({ fileBytes: 20_000_000, fileSeconds: 60, seconds: 5 });
  });
  it('of none begins with nothing', () => {
    expect(loadPolicy('extends: none\n', 'x').decision).toBeUndefined();
  });
});

describe('a policy that cannot be used names its line', () => {
  it.each([
    ['protected: []\nprotectd: []\n', '2: the policy has no key `protectd`.'],
    ['protected: []\n', 'fine'],
    ['targets:\n  - name: shop\n    path: /srv/shop\n', '3: `targets.0` has no key `path`.'],
    ['targets:\n  - name: shop\n    paths: [/srv/shop]\n', 'fine'],
    ['rules:\n  work/drift: fatal\n', '2: `rules.work/drift` is one of: error, warning, off.'],
    ['rules:\n  work/drift: off\n', 'fine'],
    [
      'suppress:\n  - { rule: work/drift, path: "**", reason: later, owner: jp, expires: 2027-02-30 }\n',
      '2: `suppress.0.expires` is to be a date like 2027-01-31.',
    ],
    [
      'suppress:\n  - { rule: work/drift, path: "**", reason: later, owner: jp, expires: 2027-02-28 }\n',
      'fine',
    ],
    [
      'suppress:\n  - { rule: work/drift, path: "**", owner: jp, expires: 2027-02-28 }\n',
      '2: `suppress.0.reason` is missing.',
    ],
    [
      'suppress:\n  - { rule: work/drift, path: "**", reason: "  ", owner: jp, expires: 2027-02-28 }\n',
      '2: `suppress.0.reason` is not of the shape it must have.',
    ],
    [
      'kinds:\n  sot: ["{a"]\n',
      expect.stringMatching(/^2: `kinds\.sot\.0` holds a glob that can't be used: /),
    ],
    ['a: [\n', expect.stringMatching(/^\d: The policy file is not valid YAML: /)],
    ['- a\n', '1: The policy file is not a mapping of keys.'],
    ['a: 1\na: 2\n', '2: The policy file is not valid YAML: a key is there twice.'],
    ['a: 1\n\tb: 2\n', '2: The policy file is not valid YAML: a tab is used for indentation.'],
    ['a: 1\n  b: 2\nc: 3\n', '2: The policy file is not valid YAML: the indentation is wrong.'],
    [
      'a:\n  - b: 1\n c: 2\n',
      expect.stringMatching(/^3: The policy file is not valid YAML: the indentation/),
    ],
    [`a: &a [x]\nb: [${'*a,'.repeat(200)}]\n`, expect.stringContaining('policy')],
  ])('%j', (text, expected) => {
    expect(fault(text)).toEqual(expected);
  });
  it('repeats nothing that may be a secret', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    expect(fault(`${token}: 1\n`)).toBe('1: The policy has an unknown key.');
    expect(fault(`targets: ${token}\n`)).not.toContain(token);
  });
});
