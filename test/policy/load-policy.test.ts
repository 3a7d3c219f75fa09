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
    ['---\nprotected: []\n', 'fine'],
    ['%YAML 1.2\n---\nprotected: []\n...\n# the end\n', 'fine'],
    [
      'extends: cto\n---\nprotected: []\n',
      '2: The policy file is not valid YAML: there is more than one document.',
    ],
    [
      'extends: cto\n...\n---\n# none\n',
      '3: The policy file is not valid YAML: there is more than one document.',
    ],
    [
      'extends: cto\n...\ngarbage: [\n',
      '3: The policy file is not valid YAML: there is more than one document.',
    ],
    [
      '# first\n---\n---\nextends: cto\n',
      '3: The policy file is not valid YAML: there is more than one document.',
    ],
    ['extends: cto\n__proto__: { rules: { work/gate: off } }\n', '2: The policy has an unknown key.'],
    ['rules:\n  work/drift: off\n  __proto__: off\n', '3: The policy has an unknown key.'],
    ['rules: { "__proto__": { work/gate: off } }\n', '1: The policy has an unknown key.'],
    [
      'targets:\n  - name: shop\n    paths: [/srv/shop]\n    ? __proto__\n    : 1\n',
      '5: The policy has an unknown key.',
    ],
    ['constructor: off\n', '1: the policy has no key `constructor`.'],
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
      '2: `suppress.0.reason` is not of the shape it must have: it is empty.',
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

  const SHAPE = "holds a glob that can't be used: it";
  it.each([
    ['protected:\n  - vendor/**\n  - /README.md\n', `3: \`protected.1\` ${SHAPE} begins with \`/\``],
    ['protected:\n  - README.md\n', 'fine'],
    ['protected: [README.md/]\n', `1: \`protected.0\` ${SHAPE} ends in \`/\`; what lies in a folder is`],
    ['protected: [vendor/]\n', `1: \`protected.0\` ${SHAPE} ends in \`/\`; what lies in a folder is`],
    ['protected: [vendor/**]\n', 'fine'],
    ['protected: [./README.md]\n', `1: \`protected.0\` ${SHAPE} has a part \`.\` or \`..\``],
    ['protected: [../shop/**]\n', `1: \`protected.0\` ${SHAPE} has a part \`.\` or \`..\``],
    ['protected: [a//b]\n', `1: \`protected.0\` ${SHAPE} has two \`/\` in a row`],
    ['protected: ["a\\\\b"]\n', `1: \`protected.0\` ${SHAPE} has a backslash`],
    ['protected: ["{a,/b}"]\n', `1: \`protected.0\` ${SHAPE} begins with \`/\``],
    ['protected: ["{a,b}/.c/*.d"]\n', 'fine'],
    ['kinds:\n  sot: [./plans/**]\n', `2: \`kinds.sot.0\` ${SHAPE} has a part`],
    ['except:\n  work/drift: [/docs/**]\n', `2: \`except.work/drift.0\` ${SHAPE} begins`],
    [
      'sot:\n  statements:\n    - { documents: [docs/], statements: [{ id: x, says: X., any: [{ names: [a] }] }] }\n',
      '.documents.0` holds',
    ],
    [
      'suppress:\n  - { rule: work/drift, path: /a.md, reason: later, owner: jp, expires: 2027-02-28 }\n',
      `2: \`suppress.0.path\` ${SHAPE} begins`,
    ],
    // These are of the file system.
    ['evidence: { roots: [/srv/runs/, ~/runs], references: [/srv/notes/**] }\n', 'fine'],
  ])('a glob that no path of a repository is meant by: %j', (text, expected) => {
    expect(fault(text)).toContain(expected);
  });

  it.each([
    ['- name: a', '2: `targets.0` has no path, remote or hash by which it could be known.'],
    ['- { name: a, paths: [], remotes: [], hashes: [] }', '2: `targets.0` has no path, remote or hash'],
    ['- { name: a, paths: [../shop] }', 'fine'],
    [`- { name: a, hashes: ["sha256:${'0'.repeat(64)}"] }`, 'fine'],
    [
      '- { name: a, paths: [/srv/a] }\n  - { name: b, paths: [~ada/shop] }',
      '3: `targets.1.paths.0` begins with',
    ],
    ['- { name: a, paths: [~/shop] }', 'fine'],
    ...[
      'github.com',
      'https://github.com/',
      'git@github.com',
      'github.com:443',
      'ssh://git@host:22/',
      'shop',
    ].map((remote) => [
      `- { name: a, remotes: ["${remote}"] }`,
      '2: `targets.0.remotes.0` names no repository',
    ]),
    ...[
      ...[
        'github.com/acme/shop',
        'git@github.com:acme/shop.git',
        'https://ada:pw@host:8443/shop',
        'host:shop',
      ],
      ...[
        'ssh://git@host:22/shop',
        '/srv/git/shop.git',
        '../shop.git',
        'C:\\\\git\\\\shop',
        'file:///srv/shop',
      ],
    ].map((remote) => [`- { name: a, remotes: ["${remote}"] }`, 'fine']),
  ])('a target that nothing could match: %j', (entries, expected) => {
    expect(fault(`targets:\n  ${entries}\n`)).toContain(expected);
  });

  it.each([
    ['limits: { fileBytes: 0 }\n', '1: `limits.fileBytes` is to be more than 0.'],
    ['limits: { fileBytes: 1 }\n', 'fine'],
    ['limits: { seconds: 1.5 }\n', '1: `limits.seconds` is to be a whole number.'],
    ['work: { digits: 7 }\n', '1: `work.digits` is to be at most 6.'],
    ['protected: x\n', '1: `protected` is to be a list.'],
    ['targets: [{ name: a, paths: { b: c } }]\n', '1: `targets.0.paths` is to be a list.'],
    ['vocabulary: { gate: [] }\n', 'fine'],
    ['vocabulary: { other: [] }\n', '1: `vocabulary.other` is to have at least 1 entry.'],
    [
      'suppress:\n  - { rule: work/drift, path: "**", reason: later, owner: jp, expires: 2027-02-28, fingerprint: x }\n',
      '2: `suppress.0.fingerprint` is to have at least 8 characters.',
    ],
    [
      'declare:\n  - { id: no-todo, kind: file, forbid: TBD, message: No. }\n',
      '2: `declare.0.id` is not of the shape it must have: write `local/` and a name of small letters, digits and -, like `local/no-todo`.',
    ],
    ['declare:\n  - { id: local/no-todo, kind: file, forbid: TBD, message: No. }\n', 'fine'],
    [
      'kinds:\n  sot: ["a/**"]\n  "*": ["b"]\n',
      '3: a key of `kinds` is not of the shape it must have: use up to 80 letters, digits, spaces and . _ / : @ # ( ) -.',
    ],
    [
      'work: { gates: { W-1: { needs: [{ fact: luck }] } } }\n',
      '1: `work.gates.W-1.needs.0.fact` is one of: decision, admission, pass-report, item.',
    ],
    [
      'extends: none\ndecision: { status: state, section: Now }\n',
      '2: `decision.history`, `decision.identity`, `decision.undecided`, `decision.transitions`, `decision.renew` and `decision.branches` are missing.',
    ],
    // Entries are counted as the file has them, not behind the inherited ones.
    ['sot:\n  statements:\n    - { documents: [a.md] }\n', '3: `sot.statements.0.statements` is missing.'],
    ['limits:\n  k3y: 1\n', '2: `limits` has an unknown key.'],
  ])('what is wanted is said: %j', (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  it.each([
    ['extend: none\n', 'Did you mean `extends`?'],
    ['targets:\n  - name: shop\n    path: /srv/shop\n', 'Did you mean `paths`?'],
    [
      'work: { gates: { W-1: { needs: [{ fact: item, items: W-2, status: [done] }] } } }\n',
      'Did you mean `item`?',
    ],
    ['decision: { branches: { internal_only: { feilds: {} } } }\n', 'Did you mean `fields`?'],
    ['rules: { work/drft: off }\n', 'Did you mean `work/drift`?'],
    ['except: { drift: [a.md] }\n', 'Did you mean `work/drift`?'],
    ['rules: { nothing/of-the-kind: off }\n', 'Run `cto-lint rules` for the ids there are.'],
    ['quite-another: 1\n', 'See `cto-lint explain policy` for the keys of a policy.'],
  ])('what was probably meant is named: %j', (text, expected) => {
    expect(() => loadPolicy(text, 'x', ['work/drift', 'decision/exact-model'])).toThrow(
      expect.objectContaining({ help: expected }) as Error,
    );
  });

  it('repeats nothing that may be a secret', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    expect(fault(`${token}: 1\n`)).toBe('1: The policy has an unknown key.');
    expect(fault(`targets: ${token}\n`)).not.toContain(token);
  });
});
