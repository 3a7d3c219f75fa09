import { describe, expect, it } from 'vitest';
import { commandShape } from '../../../rules/task/command-shape.ts';
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
    [
      'with a part under headings of its own',
      TASK.replace('- Network access.', '### Never\n\n- Network access.'),
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

describe('task/command-shape', () => {
  const wrong = 'A command of `ca` has one shape only: `ca run --task file --mode unattended`.';
  const told = async (line: string) =>
    (await judge(commandShape, { [PATH]: `# T\n\n${line}\n` })).map((found) => found.slice(PATH.length + 1));

  it.each([
    '`ca run --task tasks/a.md --mode unattended`',
    '`ca run --task <task-file> --mode unattended`',
    '`ca run --task <task file> --mode unattended`',
    '`dist/ca run --task tasks/a.md --mode unattended`',
    '`CASE_DATA_DIR=x ca run --task tasks/a.md --mode unattended`',
    '```sh\n$ ca run --task tasks/a.md --mode unattended && echo done\n```',
    '```sh\nca run \\\n  --task tasks/a.md --mode unattended\n```',
    '```sh\nca run --task tasks/a.md --mode unattended  # see ca; the rest | is said there\n```',
    '```sh\nca run --task tasks/a.md --mode unattended \necho done\n```',
    '```sh\nbash -c "ca run --task tasks/a.md --mode unattended"\n```',
    '```sh\necho "ca resume"\n# ca resume\n```',
    'ca run --task tasks/a.md --mode unattended, and nothing else.',
    'No `dist/ca` and no PATH `ca` was found; the `ca` executable is built later.',
    'The village was founded ca 1200.',
    'Never `ca run --mode attended`.',
    '## Forbidden Actions\n\n- `ca run --mode attended`',
    '`cat run --x`',
    '`CTO_HARNESS_CASE_BIN=<admitted-ca> run-case.sh slugify --engine case`',
    '`"$CTO_HARNESS_CASE_BIN" run --task tasks/a.md --mode unattended`',
    '`ca run --task "my tasks/a.md" --mode unattended`',
  ])('%s', async (line) => {
    expect(await told(line)).toEqual([]);
  });

  it.each([
    ['`ca run --task tasks/a.md --mode attended`', '3:2'],
    ['`ca run --task tasks/a.md`', '3:2'],
    ['`ca run --mode unattended --task tasks/a.md`', '3:2'],
    ['`ca run --task=tasks/a.md --mode unattended`', '3:2'],
    ['`ca run --task tasks/a.md --mode unattended --yes`', '3:2'],
    ['`ca run --task a.md b.md --mode unattended`', '3:2'],
    ['`ca run --task --mode unattended`', '3:2'],
    ['`ca serve`', '3:2'],
    ['`"$CTO_HARNESS_CASE_BIN" run --task a.md --mode attended`', '3:2'],
    ['`$'.concat('{CTO_HARNESS_CASE_BIN:-ca} run --task a.md`'), '3:2'],
    ['`ca run --task my tasks/a.md --mode unattended`', '3:2'],
    ['`./dist/ca --version`', '3:2'],
    ['`sudo ca run`', '3:2'],
    ['Run ca run --task tasks/a.md --mode attended now.', '3:5'],
    ['```sh\nca run --task a.md --mode unattended\nca resume\n```', '5:1'],
    ['```sh\ncd x && ca run\n```', '4:9'],
    ['```sh\nls # first\nca resume # then\n```', '5:1'],
    ['`bash -c "cd x; ca run --task a.md --mode attended"`', '3:2'],
    ['| Command |\n| --- |\n| `ca run` |', '5:4'],
    ['Do not wait; run `ca run --task a.md --mode attended`.', '3:19'],
  ])('%s', async (line, place) => {
    expect(await told(line)).toEqual([`${place} ${wrong}`]);
  });

  it('reads values of JSON and YAML, and lists of words', async () => {
    const at = 'route/a.task.json';
    const found = (data: unknown) => judge(commandShape, { [at]: JSON.stringify(data) });
    expect(await found({ verification_command: 'ca run --task a.md --mode unattended' })).toEqual([]);
    expect(await found({ argv: ['ca', 'run', '--task', 'a.md', '--mode', 'unattended'] })).toEqual([]);
    expect(await found({ verification_command: 'ca run --task a.md' })).toEqual([`${at}:1:25 ${wrong}`]);
    expect(await found({ argv: ['ca', 'run', '--mode', 'attended'] })).toEqual([`${at}:1:9 ${wrong}`]);
    expect(await found({ argv: ['ca', 'run', '--task', 'my a.md', '--mode', 'unattended'] })).toEqual([]);
    expect(await found({ argv: ['ca', 'run', '--task', 'my a.md'] })).toEqual([`${at}:1:9 ${wrong}`]);
  });

  it.each([
    ['package.json', '{ "scripts": { "go": "ca run --task a.md --mode attended" } }', '1:23'],
    [
      'package.json',
      '{ "scripts": { "go": "$CTO_HARNESS_CASE_BIN run --task \\"a b.md\\" --yes" } }',
      '1:23',
    ],
    ['bin/go.sh', '#!/bin/sh\nset -e\nca run --task a.md\n', '3:1'],
    ['.husky/pre-push', 'ca run\n', '1:1'],
    ['.github/workflows/go.yml', 'jobs:\n  a:\n    steps:\n      - run: "ca run --task a.md"\n', '4:15'],
    ['Makefile', 'go:\n\tca run --task a.md --mode unattended --yes\n', '2:2'],
    ['README.md', '# Use\n\n```sh\nca run --task a.md --mode attended\n```\n', '4:1'],
    ['README.md', '# Use\n\nRun `$CTO_HARNESS_CASE_BIN run --task a.md`.\n', '3:6'],
  ])('%s of no kind: %j', async (path, text, place) => {
    expect(await judge(commandShape, { [path]: text })).toEqual([
      `${path}:${place} A command of `.concat(
        '`ca` has one shape only: `ca run --task file --mode unattended`.',
      ),
    ]);
  });

  it.each([
    ['package.json', '{ "scripts": { "go": "ca run --task \\"a b.md\\" --mode unattended" } }'],
    ['package.json', '{ "scripts": { "certs": "openssl ca -run x", "ca": "vite run ca" } }'],
    ['bin/go.sh', 'ca run --task "$1" --mode unattended\n'.replace('"$1"', 'a.md')],
    ['src/help.ts', 'const usage = `Usage: ca run [options]`;\n'],
    ['README.md', '# Use\n\n`ca run --task a.json --dry-run` shows what it would do.\n'],
    ['README.md', '# Use\n\nNever `ca run --task a.md --mode attended`.\n'],
  ])('%s of no kind may hold %j', async (path, text) => {
    expect(await judge(commandShape, { [path]: text })).toEqual([]);
  });
});
