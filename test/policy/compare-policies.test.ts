import { describe, expect, it } from 'vitest';
import { loosenings } from '../../src/policy/compare-policies.ts';
import { DIRECTIONS } from '../../src/policy/comparison/directions.ts';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { policySchema } from '../../src/policy/schema.ts';

function compared(base: string, next: string): readonly string[] {
  return loosenings(loadPolicy(base, 'base'), loadPolicy(next, 'next')).map(
    ({ kind, path, rule }) => `${kind} ${path.join('.')}${rule === undefined ? '' : ` ${rule}`}`,
  );
}

const NONE = 'extends: none\n';
const HASH = `sha256:${'0'.repeat(64)}`;
const BRANCH = (fields: string): string =>
  `${NONE}decision: { status: s, section: S, history: { section: H, label: L }, identity: r, undecided: no, transitions: { no: [yes] }, renew: [a], guarded: [m], branches: { yes: { title: Yes, fields: { m: ${fields} } } } }\n`;
const WORK = (rest: string): string =>
  `${NONE}work: { prefix: AB-, digits: 3, statuses: [blocked, ready], blocked: blocked, labels: { status: S, acceptance: A, blockers: B, evidence: E }, ${rest} }\n`;
const STATEMENT = (rest: string): string => `${NONE}statements: [{ id: a, says: A, ${rest} }]\n`;
const CLAIM = (rest: string): string => `${NONE}claims: [{ id: a, says: A, ${rest} }]\n`;
const DECLARE = (rest: string): string =>
  `declare: [{ id: local/a, kind: sot, message: A rule., ${rest} }]\n`;
const SUPPRESS = (rest: string): string =>
  `suppress: [{ rule: work/drift, reason: later, owner: ada, ${rest} }]\n`;
const BUILD = (rest: string): string =>
  `${NONE}build: { source: x, binary: b, pins: [], packages: [], temporary: [], ${rest} }\n`;

/** What is loosened from the first to the second; the way back loosens nothing. */
const ONE_WAY: readonly (readonly [string, string, string, string])[] = [
  ['a rule is switched off', '', 'rules: { file/blinded: off }', 'off rules.file/blinded file/blinded'],
  ['a rule is lowered', '', 'rules: { file/blinded: warning }', 'lowered rules.file/blinded file/blinded'],
  ['a warning is switched off', '', 'rules: { work/drift: off }', 'off rules.work/drift work/drift'],
  ['a raised warning falls back', 'rules: { work/drift: error }', '', 'lowered rules.work/drift work/drift'],
  [
    'a glob of a kind is narrowed',
    'kinds: { plan: ["plans/**"] }',
    'kinds: { plan: ["plans/*.md"] }',
    'narrowed kinds.plan',
  ],
  ['a kind is removed', 'kinds: { plan: ["plans/**"] }', '', 'removed kinds.plan'],
  ['a protected path is removed', 'protected: ["vendor/**"]', '', 'narrowed protected'],
  [
    'a protected path is narrowed',
    'protected: ["vendor/**"]',
    'protected: ["vendor/a/**"]',
    'narrowed protected',
  ],
  ['a target is removed', 'targets: [{ name: shop, paths: [/srv/shop] }]', '', 'removed targets'],
  [
    'a path of a target is removed',
    'targets: [{ name: shop, paths: [/srv/shop, /srv/old] }]',
    'targets: [{ name: shop, paths: [/srv/shop] }]',
    'removed targets.0',
  ],
  [
    'a target moves to a folder within it',
    'targets: [{ name: shop, paths: [/srv/shops] }]',
    'targets: [{ name: shop, paths: [/srv/shops/store] }]',
    'removed targets.0',
  ],
  [
    'a remote of a target is removed',
    'targets: [{ name: shop, remotes: [example.com/a/b], paths: [/srv/shop] }]',
    'targets: [{ name: shop, paths: [/srv/shop] }]',
    'removed targets.0',
  ],
  [
    'a hash of a target is removed',
    `targets: [{ name: shop, hashes: ["${HASH}"], paths: [/srv/shop] }]`,
    'targets: [{ name: shop, paths: [/srv/shop] }]',
    'removed targets.0',
  ],
  ...['/', '/etc/**', '~', '/home/jp/**', '/var/log', '~/.ssh', '/{srv/runs,usr/share}', '/srv/**/*'].map(
    (root): [string, string, string, string] => [
      `a root takes in ${root}`,
      '',
      `evidence: { roots: ["${root}"] }`,
      'allowed evidence.roots.2',
    ],
  ),
  ['an evidence root is removed', 'evidence: { roots: [/srv/runs] }', '', 'removed evidence.roots'],
  [
    'an evidence reference is added',
    '',
    'evidence: { references: [/srv/x] }',
    'allowed evidence.references.2',
  ],
  ['the evidence index is removed', 'evidence: { index: a.json }', '', 'removed evidence.index'],
  [
    'a suppression is added',
    '',
    SUPPRESS('path: a.md, expires: 2027-01-31'),
    'suppressed suppress.0 work/drift',
  ],
  [
    'a suppression lasts longer',
    SUPPRESS('path: a.md, expires: 2027-01-31'),
    SUPPRESS('path: a.md, expires: 2027-02-28'),
    'prolonged suppress.0 work/drift',
  ],
  [
    'a suppression covers more',
    SUPPRESS('path: a.md, expires: 2027-01-31'),
    SUPPRESS('path: "*.md", expires: 2027-01-31'),
    'suppressed suppress.0 work/drift',
  ],
  [
    'a suppression loses its fingerprint',
    SUPPRESS('path: a.md, fingerprint: "12345678", expires: 2027-01-31'),
    SUPPRESS('path: a.md, expires: 2027-01-31'),
    'suppressed suppress.0 work/drift',
  ],
  [
    'an exception is added',
    '',
    'except: { file/blinded: ["a/**"] }',
    'excepted except.file/blinded.0 file/blinded',
  ],
  [
    'an exception is widened',
    'except: { file/blinded: ["a/*.md"] }',
    'except: { file/blinded: ["a/**"] }',
    'excepted except.file/blinded.0 file/blinded',
  ],
  ['a status is added', '', 'work: { statuses: [done] }', 'allowed work.statuses.7'],
  ['a known item is added', '', 'work: { known: [CTO-WORK-099] }', 'allowed work.known.4'],
  ['who approves is added', '', 'authorities: { approve: [Bob] }', 'allowed authorities.approve.7'],
  ['authors are asked no more', 'authorities: { authors: [a@x.org] }', '', 'removed authorities.authors'],
  [
    'an author is added',
    'authorities: { authors: [a@x.org] }',
    'authorities: { authors: [a@x.org, b@x.org] }',
    'allowed authorities.authors.1',
  ],
  [
    'a committer is added',
    'authorities: { committers: [a@x.org] }',
    'authorities: { committers: [a@x.org, b@x.org] }',
    'allowed authorities.committers.1',
  ],
  ['signatures are asked no more', 'authorities: { signers: s }', '', 'removed authorities.signers'],
  [
    'a transition is allowed',
    '',
    'decision: { transitions: { local_provider_required: [not_decided] } }',
    'allowed decision.transitions.local_provider_required.1',
  ],
  [
    'a fallback is allowed',
    '',
    'decision: { fallback: { allowed: [{ provider: a, model: b }] } }',
    'allowed decision.fallback.allowed.1',
  ],
  [
    'a branch is added',
    '',
    'decision: { branches: { later: { title: Later, fields: {} } } }',
    'allowed decision.branches.later',
  ],
  ['a pin is added', '', `build: { pins: [${'a'.repeat(40)}] }`, 'allowed build.pins.1'],
  ['a field of tasks is added', '', 'task: { own: [note] }', 'allowed task.own.3'],
  ['a part of tasks is added', '', 'task: { parts: { notes: Notes } }', 'allowed task.parts.notes'],
  ['a type of secrets is likely', '', 'secrets: { likely: [jwt] }', 'allowed secrets.likely.0'],
  ['a type of secrets is certain no more', 'secrets: { certain: [jwt] }', '', 'removed secrets.certain'],
  ['a credential is looked for no more', 'credentials: { a: { files: [x] } }', '', 'removed credentials.a'],
  ['a front matter key is asked no more', 'sot: { required: [team] }', '', 'removed sot.required'],
  ['a banner is asked no more', 'sot: { banner: [Local.] }', '', 'removed sot.banner'],
  [
    'a value of front matter is allowed',
    '',
    'sot: { values: { lifecycle_classification: [plan] } }',
    'allowed sot.values.lifecycle_classification.1',
  ],
  ['a declared rule is removed', DECLARE('forbid: x'), '', 'removed declare'],
  [
    'a declared rule is lowered',
    DECLARE('forbid: x'),
    DECLARE('forbid: x, severity: warning'),
    'lowered declare.0.severity local/a',
  ],
  [
    'a field is required no more',
    BRANCH('{ is: exact }'),
    BRANCH('{ is: text }'),
    'changed decision.branches.yes.fields.m.is',
  ],
  [
    'a value of a field is allowed',
    BRANCH('{ is: text, oneOf: [a] }'),
    BRANCH('{ is: text, oneOf: [a, b] }'),
    'allowed decision.branches.yes.fields.m.oneOf.1',
  ],
  [
    'any value of a field is allowed',
    BRANCH('{ is: text, oneOf: [a] }'),
    BRANCH('{ is: text }'),
    'removed decision.branches.yes.fields.m.oneOf',
  ],
  [
    'a field may be empty',
    BRANCH('{ is: exact }'),
    BRANCH('{ is: exact, emptyUntil: admission }'),
    'allowed decision.branches.yes.fields.m.emptyUntil',
  ],
  [
    'a field says less',
    BRANCH('{ is: statement, says: [x] }'),
    BRANCH('{ is: statement }'),
    'removed decision.branches.yes.fields.m.says',
  ],
  [
    'a gate is removed',
    WORK('gates: { AB-001: { needs: [{ fact: admission }] } }'),
    WORK('gates: {}'),
    'removed work.gates.AB-001',
  ],
  [
    'a fact is asked no more',
    WORK('gates: { AB-001: { needs: [{ fact: admission }, { fact: pass-report }] } }'),
    WORK('gates: { AB-001: { needs: [{ fact: admission }] } }'),
    'removed work.gates.AB-001.needs',
  ],
  [
    'a fact is there with another status',
    WORK('gates: { AB-001: { needs: [{ fact: decision, status: [a] }] } }'),
    WORK('gates: { AB-001: { needs: [{ fact: decision }] } }'),
    'allowed work.gates.AB-001.needs.0',
  ],
  [
    'an item closes no more',
    WORK('gates: { AB-001: { needs: [{ fact: admission }], closes: true } }'),
    WORK('gates: { AB-001: { needs: [{ fact: admission }] } }'),
    'changed work.gates.AB-001.closes',
  ],
  ['a statement is asked no more', STATEMENT('any: [{ names: [x] }]'), NONE, 'removed statements'],
  [
    'a statement is made in more ways',
    STATEMENT('any: [{ names: [x] }]'),
    STATEMENT('any: [{ names: [x] }, { names: [y] }]'),
    'changed statements.0',
  ],
  [
    'a statement is contradicted by less',
    STATEMENT('any: [{ names: [x] }], against: [{ names: [y] }]'),
    STATEMENT('any: [{ names: [x] }]'),
    'changed statements.0',
  ],
  [
    'a claim is looked for in fewer kinds',
    CLAIM('in: [sot, decision-packet], any: [{ names: [x] }]'),
    CLAIM('in: [sot], any: [{ names: [x] }]'),
    'changed claims.0',
  ],
  [
    'a claim is excused',
    CLAIM('in: [sot], any: [{ names: [x] }]'),
    CLAIM('in: [sot], any: [{ names: [x] }], unless: [{ names: [y] }]'),
    'changed claims.0',
  ],
  [
    'a package may be installed',
    BUILD('packages: [case]').replace('packages: [], ', ''),
    BUILD('').replace(', }', ' }'),
    'removed build.packages',
  ],
];

describe('a loosening is named, and the way back is none', () => {
  it.each(ONE_WAY)('%s', (_, base, next, expected) => {
    expect(compared(base, next)).toEqual([expected]);
    expect(compared(next, base)).toEqual([]);
  });
});

/** Neither way is the stricter one: both are named. */
describe('what is another than before is named both ways', () => {
  it.each([
    [
      'another key of the status',
      'decision: { status: a }',
      'decision: { status: b }',
      'changed decision.status',
    ],
    ['another source', 'build: { source: a }', 'build: { source: b }', 'changed build.source'],
    [
      'another shape of a command',
      BUILD(`admitted: { key: a, value: b }`),
      BUILD(`admitted: { key: a, value: c }`),
      'changed build.admitted',
    ],
    ['another pattern', DECLARE('forbid: x'), DECLARE('forbid: y'), 'changed declare.0'],
    ['another prefix', 'work: { prefix: AA- }', 'work: { prefix: AB- }', 'changed work.prefix'],
    [
      'a target moves to a folder beside it',
      'targets: [{ name: shop, paths: [/srv/shops/store] }]',
      'targets: [{ name: shop, paths: [/srv/shops/store-b] }]',
      'removed targets.0',
    ],
    [
      'a target moves to a folder whose name begins alike',
      'targets: [{ name: shop, paths: [/srv/shops/store] }]',
      'targets: [{ name: shop, paths: [/srv/shop] }]',
      'removed targets.0',
    ],
    [
      'a target leads out of the folder that it moves to',
      'targets: [{ name: shop, paths: [/srv/shops/../store] }]',
      'targets: [{ name: shop, paths: [/srv/shops] }]',
      'removed targets.0',
    ],
    [
      'a remote moves to its owner',
      'targets: [{ name: shop, remotes: [example.com/acme/b] }]',
      'targets: [{ name: shop, remotes: [example.com/acme] }]',
      'removed targets.0',
    ],
    ['other words for the same', 'vocabulary: { a: [b] }', 'vocabulary: { a: [c] }', 'changed vocabulary.a'],
  ])('%s', (_, base, next, expected) => {
    expect(compared(base, next)).toEqual([expected]);
    expect(compared(next, base)).toEqual([expected]);
  });
});

describe('what makes no difference in strictness is no loosening', () => {
  it.each([
    ['limits', '', 'limits: { fileBytes: 5, fileSeconds: 1, seconds: 7 }'],
    ['the words of a message', DECLARE('forbid: x'), DECLARE('forbid: x').replace('A rule.', 'Another.')],
    [
      'a target that takes in the folder around it',
      'targets: [{ name: shop, paths: [/srv/shops/storefront, ~/src/storefront] }]',
      'targets: [{ name: shops, paths: [/srv/shops/] }, { name: sources, paths: [~/src] }]',
    ],
    [
      'the name of a target',
      'targets: [{ name: shop, paths: [/srv/shop] }]',
      'targets: [{ name: store, paths: [/srv/shop] }]',
    ],
    ['the order of globs', 'protected: [a, b]', 'protected: [b, a]'],
    ['a glob that is written out', 'protected: ["{a,b}/**"]', 'protected: ["a/**", "b/**"]'],
    ['a wider glob', 'protected: ["a/*.md", "a/b/**/c.md"]', 'protected: ["a/**"]'],
  ])('%s', (_, base, next) => {
    expect(compared(base, next)).toEqual([]);
  });
});

describe('a new evidence root', () => {
  it.each([
    '/srv/runs',
    '/srv/runs/**',
    '~/harness-runs',
    '/home/jp/harness-runs',
    '~/.hermes/profiles/*/harness-runs',
    '/var/lib/hermes/runs',
    '/srv/*/runs',
    '/data/{one,two}/evidence',
    'runs',
  ])('%s demands more', (root) => {
    expect(compared('', `evidence: { roots: ["${root}"] }`)).toEqual([]);
  });
});

describe('extending nothing', () => {
  it('is named once, and not key by key', () => {
    expect(compared('', NONE)).toEqual(['extends extends']);
    expect(compared(NONE, '')).toEqual(
      // What the built-in policy allows is allowed where nothing was governed, too.
      compared(NONE, '').filter((one) => one.startsWith('allowed ')),
    );
  });
});

describe('every key of the policy', () => {
  it('has a direction', () => {
    expect(Object.keys(DIRECTIONS).sort()).toEqual(Object.keys(policySchema.shape).sort());
  });
  it('of its parts, too', () => {
    const { decision, work, sot, build, task, run, authorities } = policySchema.shape;
    const shapes = { decision, work, sot, build, task, run };
    for (const [key, schema] of Object.entries(shapes)) {
      const inner = (schema as unknown as { unwrap(): { shape: object } }).unwrap().shape;
      expect([key, ...Object.keys(DIRECTIONS[key] as object).sort()]).toEqual([
        key,
        ...Object.keys(inner).sort(),
      ]);
    }
    expect(Object.keys(DIRECTIONS.authorities as object).sort()).toEqual(
      Object.keys((authorities as unknown as { unwrap(): { shape: object } }).unwrap().shape).sort(),
    );
  });
});
