import { describe, expect, it } from 'vitest';
import { contract } from '../../../rules/task/contract.ts';
import { judge } from '../judge.ts';

const PATH = 'route/tasks/slugify.md';
const TASK = [
  '---',
  'id: T-1',
  'title: Slugify',
  'status: ready',
  '---',
  '',
  '# Slugify',
  '',
  '## Fixture Inputs',
  '',
  '- `fixtures/slugify/input.txt`',
  '',
  '## Allowed Paths',
  '',
  '- `src/**`',
  '',
  '## Forbidden Actions',
  '',
  '- Network access.',
  '',
  '## Verification Command',
  '',
  '```sh',
  'npm test',
  '```',
  '',
  '## Evidence Expectations',
  '',
  'The test log.',
  '',
].join('\n');

const PARTS = [
  'Fixture Inputs',
  'Allowed Paths',
  'Forbidden Actions',
  'Verification Command',
  'Evidence Expectations',
];
const lineOf = (part: string): number => TASK.split('\n').indexOf(`## ${part}`) + 1;
const section = (part: string): string => new RegExp(`## ${part}\\n\\n[^#]*`).exec(TASK)![0];

describe('task/contract in markdown', () => {
  const told = (text: string) => judge(contract, { [PATH]: text });

  it.each([
    ['as it should be', TASK],
    ['without front matter', TASK.slice(TASK.indexOf('# Slugify'))],
    ...[
      '`src/**` (all of the fixture)',
      '`src/**` — the implementation and its tests',
      '`src/slugify.js`, copied from the artificial fixture',
      '`src/**`, and nothing else.',
      '`src/**` (the whole project is four files)',
      '`src/**`. Everything else is read-only.',
      '`src/**`; not the live checkout',
      'all files below `src/`',
    ].map((entry): [string, string] => [`with a note: ${entry}`, TASK.replace('`src/**`', entry)]),
    [
      'with a paragraph before a list',
      TASK.replace('- `src/**`', 'Only these paths may be written:\n\n- `src/**`'),
    ],
    ['with a part as a table', TASK.replace('- `src/**`', '| Path |\n| --- |\n| `src/**` |')],
    [
      'with parts in another order',
      TASK.replace(section('Allowed Paths'), '').concat(`\n${section('Allowed Paths')}`),
    ],
    [
      'with an input in words',
      TASK.replace('- `fixtures/slugify/input.txt`', '- An artificial text, read and/or written once...'),
    ],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual([]);
  });

  const input = (entry: string): string => TASK.replace('- `fixtures/slugify/input.txt`', entry);
  const inputLeaves = 'In `Fixture Inputs` a path leads out of the folder of the run.';
  it.each([
    '- git@github.com:acme/storefront.git',
    '- `deploy@files.acme.example:in/put.txt`',
    '- github.com:acme/storefront.git',
    '- gh:acme/storefront',
    '- <a href="/etc/passwd">input</a>',
    "- a picture <img src='../a.png'> of it",
    '- fixtures/a.txt\n\n<p>and /srv/shop/b.txt</p>',
    '- fixtures/a.txt\n\n<!-- copied from ~/shop -->',
    '- fixtures/{..,a}/b.txt',
  ])('with an input from elsewhere: %j', async (entry) => {
    const [finding, ...others] = await told(input(entry));
    expect(finding).toContain(inputLeaves);
    expect(others).toEqual([]);
  });

  it.each([
    '- fixtures/mail-to-jp@example.org.txt',
    '- fixtures/a.txt:12',
    '- fixtures/a.txt, as JP@example.org: copied by hand',
    '- input.txt: one word a line',
    '- note: fixtures/a.txt',
    '- <a href="fixtures/a.txt">input</a>, <kbd>b</kbd><br/> and <b>c</b>',
    '- fixtures/a.txt\n\n<!-- add others as needed -->',
    '- fixtures/{a,b}.txt, fixtures/{1..3}.txt',
  ])('with an input of its own: %j', async (entry) => {
    expect(await told(input(entry))).toEqual([]);
  });

  const allowed = (entry: string): string => TASK.replace('- `src/**`', entry);
  it('with nothing but exclusions', async () => {
    const widened = (line: number): string =>
      `${PATH}:${line}:3 In \`Allowed Paths\` an entry takes in more than the paths that it names.`;
    expect(await told(allowed('- !src/**'))).toEqual([widened(15)]);
    expect(await told(allowed('- `!src/**`\n- `!test/**`'))).toEqual([widened(15)]);
    expect(await told(allowed('- `src/**`\n- `!src/vendor/**`'))).toEqual([]);
    expect(await told(allowed('- `src/{..,a}/**`'))).toHaveLength(1);
  });

  it.each(['`npx case`', 'npx case --help', '- `npm i case && npm test`', '```sh\nbunx case\n```'])(
    'is not verified by %j',
    async (command) => {
      const [finding, ...others] = await told(TASK.replace(/```sh\nnpm test\n```/, command));
      expect(finding).toContain('In `Verification Command` a command installs or starts the package case.');
      expect(others).toEqual([]);
    },
  );

  it('may be verified by other commands, and forbid that one', async () => {
    expect(await told(TASK.replace('npm test', 'npm test -- case && npx vitest -t case'))).toEqual([]);
    expect(await told(TASK.replace('- Network access.', '- `npx case`\n- npm i case'))).toEqual([]);
  });

  it.each(PARTS)('without %s', async (part) => {
    expect(await told(TASK.replace(section(part), ''))).toEqual([`${PATH}:1:1 The task lacks \`${part}\`.`]);
  });

  it.each(PARTS)('with an empty %s', async (part) => {
    expect(await told(TASK.replace(section(part), `## ${part}\n\n`))).toEqual([
      `${PATH}:${lineOf(part)}:1 \`${part}\` is empty.`,
    ]);
  });

  it.each(PARTS)('with %s misspelt', async (part) => {
    expect(await told(TASK.replace(`## ${part}`, `## ${part}s`))).toEqual([
      `${PATH}:${lineOf(part)}:1 This only resembles \`${part}\`.`,
    ]);
  });

  it.each(PARTS)('with %s doubled', async (part) => {
    const text = TASK.replace(section(part), `${section(part)}## ${part}\n\n- More.\n\n`);
    const [message, ...others] = await told(text);
    expect(message).toMatch(new RegExp(`^${PATH}:\\d+:1 The task has \`${part}\` twice\\.$`));
    expect(others).toEqual([]);
  });

  const beside = 'A task exposes nothing beside the parts of its contract.';
  const leaves = (part: string): string => `In \`${part}\` a path leads out of the folder of the run.`;
  it.each(['### Hints', '#### Hints', 'Hints\n---'].map((heading) => [heading]))(
    'has no further section %s',
    async (heading) => {
      const text = `${TASK}\n${heading}\n\nTry harder.\n`;
      const line = TASK.split('\n').length + 1;
      expect(await told(text)).toEqual([
        `${PATH}:${line}:1 A task exposes nothing beside the parts of its contract.`,
      ]);
    },
  );

  it.each([
    '`src/**` and everything else',
    '`src/**`, and anything else that helps',
    '`src/**` (and whatever the tests need)',
    '`src/**` and other files as needed',
    '`src/slugify.js` of the live checkout',
    'the whole repository',
    '`src/**`, `test/**`, etc.',
    'Use the repository at will.',
    '`src/**` and wherever else it fits',
  ])('names each path, not: %s', async (entry) => {
    const at = lineOf('Allowed Paths') + 2;
    expect(await told(TASK.replace('`src/**`', entry))).toEqual([
      `${PATH}:${at}:3 In \`Allowed Paths\` an entry takes in more than the paths that it names.`,
    ]);
    const input = TASK.replace('`fixtures/slugify/input.txt`', entry);
    expect(await told(input)).toHaveLength(1);
  });

  it.each([
    [
      'another part',
      TASK.replace('## Forbidden', '## Background\n\nLong ago.\n\n## Forbidden'),
      [`17:1 ${beside}`],
    ],
    ['text under the title', TASK.replace('# Slugify\n', '# Slugify\n\nMake it work.\n'), [`9:1 ${beside}`]],
    [
      'a comment under the title',
      TASK.replace('# Slugify\n', '# Slugify\n\n<!-- Use the token. -->\n'),
      [`9:1 ${beside}`],
    ],
    ['code under the title', TASK.replace('# Slugify\n', '# Slugify\n\n```\nx\n```\n'), [`9:1 ${beside}`]],
    ['another key', TASK.replace('status: ready', 'status: ready\nrepo: acme/shop'), [`5:1 ${beside}`]],
    [
      'a parent folder',
      TASK.replace('fixtures/slugify', '../customer'),
      [`11:3 ${leaves('Fixture Inputs')}`],
    ],
    [
      'a parent folder within',
      TASK.replace('fixtures/slugify', 'fixtures/../../customer'),
      [`11:3 ${leaves('Fixture Inputs')}`],
    ],
    [
      'a parent folder, escaped',
      TASK.replace('fixtures/slugify', '%2e%2e/customer'),
      [`11:3 ${leaves('Fixture Inputs')}`],
    ],
    ['an absolute path', TASK.replace('fixtures/slugify', '/srv/shop'), [`11:3 ${leaves('Fixture Inputs')}`]],
    ['a home', TASK.replace('fixtures/slugify', '~/shop'), [`11:3 ${leaves('Fixture Inputs')}`]],
    ['a variable', TASK.replace('fixtures/slugify', '$HOME/shop'), [`11:3 ${leaves('Fixture Inputs')}`]],
    ['a drive', TASK.replace('fixtures/slugify', 'C:\\shop'), [`11:3 ${leaves('Fixture Inputs')}`]],
    [
      'an address',
      TASK.replace('fixtures/slugify', 'https://example.com'),
      [`11:3 ${leaves('Fixture Inputs')}`],
    ],
    [
      'a link that leads elsewhere',
      TASK.replace('`fixtures/slugify/input.txt`', '[input](../customer/input.txt)'),
      [`11:3 ${leaves('Fixture Inputs')}`],
    ],
    ...[
      '{src,..}/**',
      '{src,lib/..}/**',
      'src/{a,../../b}',
      '.{.,a}/**',
      '{src,/etc}/**',
      '{{a,..},b}/x',
    ].map((path): [string, string, string[]] => [
      `a way up in ${path}`,
      TASK.replace('src/**', path),
      [`15:3 ${leaves('Allowed Paths')}`],
    ]),
    ['braces that stay', TASK.replace('src/**', '{src,lib}/**/*.{js,d.ts}'), []],
    ['braces of a name', TASK.replace('src/**', 'src/{.a,b..c}.{js,ts}'), []],
    ['an absolute path to write to', TASK.replace('src/**', '/etc/**'), [`15:3 ${leaves('Allowed Paths')}`]],
  ])('with %s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected.map((line) => `${PATH}:${line}`));
  });
});

describe('task/contract in data', () => {
  const DATA = {
    id: 'T-1',
    title: 'Slugify',
    status: 'ready',
    fixture_inputs: ['fixtures/slugify/input.txt'],
    allowed_paths: ['src/**'],
    forbidden_actions: ['network access'],
    verification_command: 'npm test',
    evidence_expectations: ['the test log'],
  };
  const JSON_PATH = 'route/slugify.task.json';
  const told = (data: unknown, more: Readonly<Record<string, string>> = {}) =>
    judge(contract, { [JSON_PATH]: `${JSON.stringify(data, null, 2)}\n`, ...more });

  it('as it should be, in JSON and in YAML', async () => {
    expect(await told(DATA)).toEqual([]);
    const yaml = Object.entries(DATA).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    expect(await judge(contract, { 'route/slugify.task.yaml': `${yaml.join('\n')}\n` })).toEqual([]);
    const second = `${yaml.join('\n')}\n---\nallowed_paths: [/etc]\n`;
    expect(await judge(contract, { 'route/slugify.task.yaml': second })).toEqual([
      expect.stringMatching(/:1 The task has `allowed_paths` twice\.$/),
      expect.stringMatching(/:17 In `allowed_paths` a path leads out of the folder of the run\.$/),
    ]);
  });

  it.each([
    ['fixture_inputs', undefined, ['1:1 The task lacks `fixture_inputs`.']],
    ['fixture_inputs', [], ['5:3 `fixture_inputs` is empty.']],
    ['fixture_inputs', ['../x'], ['6:5 In `fixture_inputs` a path leads out of the folder of the run.']],
    ['allowed_paths', { write: 'src' }, ['8:3 `allowed_paths` is to be a text or a list of texts.']],
    ['context', 'the whole story', ['18:3 A task exposes nothing beside the parts of its contract.']],
  ])('%s: %j', async (key, value, expected) => {
    expect(await told({ ...DATA, [key]: value })).toEqual(expected.map((line) => `${JSON_PATH}:${line}`));
  });

  it('leaves the companion of a markdown task alone, and no other', async () => {
    const companion = { id: 'T-1', status: 'active', repo: 'shop', agents: {} };
    expect(await told(companion, { 'route/slugify.md': '# Slugify\n' })).toEqual([]);
    expect((await told(companion)).length).toBeGreaterThan(0);
  });
});

describe('the repository of a companion', () => {
  const policy = { targets: [{ name: 'storefront', remotes: ['github.com/acme/shop'] }] };
  const at = 'route/slugify.task.json';
  const told = (repo: string) =>
    judge(contract, { 'route/slugify.md': '# S\n', [at]: JSON.stringify({ repo }) }, { policy });

  it.each(['fixtures', 'storefront-notes', 'github.com/acme/docs'])('%s', async (repo) => {
    expect(await told(repo)).toEqual([]);
  });

  it.each(['storefront', 'Storefront', 'git@github.com:acme/shop.git', 'acme/shop'])(
    '%s is a target',
    async (repo) => {
      expect(await told(repo)).toEqual([`${at}:1:9 A task never works on a Target Repository.`]);
    },
  );
});
