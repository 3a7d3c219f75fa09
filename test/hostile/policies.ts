import fc from 'fast-check';
import { stringify } from 'yaml';
import { RULES } from '../../rules/registry.ts';

/** Mostly what can be used; an odd one now and then, since of many parts one is enough to refuse a policy. */
function mostly<T>(usable: fc.Arbitrary<T>, ...odd: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 40, arbitrary: usable },
    { weight: 1, arbitrary: fc.constantFrom(odd[0]!, ...odd) },
  );
}

function few<T>(one: fc.Arbitrary<T>, maxLength = 2): fc.Arbitrary<T[]> {
  return fc.array(one, { maxLength });
}

const among = <T>(first: T, ...rest: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(first, ...rest);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 1 });

const globParts = [
  ...['a', 'b', 'x', '.md', '.json', '/', '*', '**/', '/**/', '?', '[a-c]', '{a,b}', '{a,aa}'],
  ...['{1..9}', '.', 'é', '\u200b', '*.{md,json}', '-', ' ', '"', '$'],
] as const;
const glob = mostly(
  fc.oneof(
    among<string>('**', '**/*.md', 'a.md', '*', '*.json'),
    fc.array(fc.constantFrom(...globParts), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  ),
  ...['!a', '{a', '(a|b)', '+(a)', 'a\\b', '', '{a,aa}'.repeat(30), '*a*a*a*a*b', '{1..99999999}'],
);
const globs = few(glob, 3);
const kind = among('sot', 'decision-record', 'work-items', 'task', 'admission', 'generated-config');
const ruleIds = RULES.map(({ id }) => String(id));
const rule = mostly(fc.constantFrom(...ruleIds), 'no/such-rule', 'local/mine');
const pattern = mostly(
  among('T', 'fine', '(a+)+$', '(?i)decision', '\\bT\\b', '^', '(a|aa)*b', '.{1000}', '[^a]*'),
  ...['[', '(?=a)', '', '(', '(a)\\1'],
);
const path = mostly(
  among('/srv/acme/shop', '~/shop', '/srv/other/store'),
  '/',
  '.',
  'a',
  '',
  '$HOME/a',
  '/srv/*',
);
const word = mostly(among('a', 'T', 'title', 'not_decided', 'CTO-WORK-020', 'constructor'), '"', '', '\0');
const key = mostly(among('title', 'decision_status', 'constructor', 'toString'), 'a b', '');

const declared = fc
  .record({
    id: mostly(among('local/mine', 'local/other', 'local/third'), 'mine'),
    kind: mostly(fc.oneof(kind, fc.constant('file')), 'nothing'),
    severity: among('error', 'warning'),
    is: among('forbid', 'require', 'field'),
    pattern,
    field: key,
    values: fc.array(word, { minLength: 1, maxLength: 2 }),
    message: mostly(among('Not so.', '##[error]x', '::error::x'), '{key}', ''),
  })
  .map(({ is, pattern, field, values, ...rest }) => ({
    ...rest,
    ...(is === 'field' ? { field, oneOf: values } : { [is]: pattern }),
  }));

/** A policy by its schema. */
const written = fc.record({
  kinds: maybe(fc.dictionary(mostly(kind, 'other'), globs, { maxKeys: 3 })),
  targets: maybe(
    few(
      fc.record({
        name: among('shop', 'store'),
        paths: few(path),
        remotes: few(
          mostly(among('git.example.org/acme/shop', 'github.com/a/b'), 'x', 'https://h/o/r.git'),
          1,
        ),
      }),
    ),
  ),
  evidence: maybe(fc.record({ roots: few(path), references: few(fc.constant('/srv/notes/**')) })),
  protected: maybe(globs),
  rules: maybe(fc.dictionary(rule, mostly(among('error', 'warning', 'off'), 'none'), { maxKeys: 2 })),
  except: maybe(fc.dictionary(rule, globs, { maxKeys: 2 })),
  suppress: maybe(
    few(
      fc.record({
        rule,
        path: glob,
        reason: word,
        owner: among('jp', 'agent'),
        expires: mostly(among('2020-01-01', '2099-12-31'), '2027-02-30', 'soon'),
      }),
    ),
  ),
  authorities: maybe(
    fc.record({ approve: few(word), never: few(word), authors: few(among('a@e.x', 'b@e.x')) }),
  ),
  declare: maybe(fc.uniqueArray(declared, { selector: ({ id }) => id, maxLength: 2 })),
  limits: maybe(mostly(fc.record({ fileBytes: among(1, 20, 20_000_000) }), { fileBytes: -1 })),
});

const BROKEN = [
  ...['rules: [\n', 'limits: { seconds: -1 }\n', 'kinds: []\n', '<<: *a\n', 'a: &a [*a]\n', '? [a]\n: b\n'],
  ...['\t- a\n', '__proto__: { ok: true }\n', 'constructor: {}\n', '---\n', '%YAML 9\n', '\0', '\ufeff'],
];

/** A policy as text; some are broken in their YAML, their keys or their types. `canary` is a key or a value of some. */
export function policies(canary: string): fc.Arbitrary<string> {
  const whole = fc
    .tuple(mostly(among('cto', 'cto', 'cto', 'none'), canary), written)
    .map(([parent, policy]) => stringify({ extends: parent, ...policy }, { keepUndefined: false }));
  const secret = [
    `rules: { ${canary}: off }\n`,
    `${canary}: 1\n`,
    `suppress: ${canary}\n`,
    `targets: [{ name: ${canary} }]\n`,
  ];
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    {
      weight: 1,
      arbitrary: fc.tuple(whole, fc.constantFrom(...BROKEN, ...secret)).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.tuple(whole, fc.nat(400)).map(([text, length]) => text.slice(0, length)) },
  );
}
