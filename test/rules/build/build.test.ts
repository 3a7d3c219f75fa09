import { describe, expect, it } from 'vitest';
import { npmCase } from '../../../rules/build/npm-case.ts';
import { report } from '../../../rules/build/report.ts';
import { judge } from '../judge.ts';

const PATH = 'route/build-report.json';
const REPORT = {
  source_url: 'https://github.com/workos/case.git',
  pinned_commit: '7959ac917cdeb0983b4aaa20bb9f42021747fed8',
  build_command: 'bun run build:binary',
  binary_path: 'dist/ca',
  binary_sha256: '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945',
  node_version: 'v20.19.5',
  bun_version: '1.3.0',
  build_timestamp: '2026-06-03T22:10:00Z',
};
const KEYS = Object.keys(REPORT);
const lineOf = (key: string): number => KEYS.indexOf(key) + 2;
const columnOf = (key: string): number => `  "${key}": `.length + 1;

describe('build/report', () => {
  const told = (data: unknown, policy?: Readonly<Record<string, unknown>>) =>
    judge(report, { [PATH]: `${JSON.stringify(data, null, 2)}\n` }, { ...(policy && { policy }) });

  it.each([
    ['as it should be', {}],
    ['with an absolute path that stays', { binary_path: '/opt/case/dist/ca' }],
    ['with a path in a home', { binary_path: '~/tools/case/dist/ca' }],
    ['built on the very day', { build_timestamp: '2026-06-15T23:59:59Z' }],
    ['built the day after where it is still today', { build_timestamp: '2026-06-16T01:00:00+02:00' }],
    ['with a version of a preview', { bun_version: '1.3.0-canary.12' }],
  ])('%s', async (_, own) => {
    expect(await told({ ...REPORT, ...own })).toEqual([]);
  });

  it('takes a later pin from the policy', async () => {
    const pin = 'ab'.repeat(20);
    expect(await told({ ...REPORT, pinned_commit: pin }, { build: { pins: [pin] } })).toEqual([]);
    expect(await told(REPORT, { build: { pins: [pin] } })).toEqual([]);
  });

  it.each(KEYS)('without %s', async (key) => {
    const data = Object.fromEntries(Object.entries(REPORT).filter(([other]) => other !== key));
    expect(await told(data)).toEqual([`${PATH}:1:1 The build report lacks \`${key}\`.`]);
  });

  it.each(KEYS)('with %s empty', async (key) => {
    expect(await told({ ...REPORT, [key]: '' })).toEqual([
      `${PATH}:${lineOf(key)}:${columnOf(key)} In the build report \`${key}\` is empty.`,
    ]);
  });

  it.each(KEYS)('with %s misspelt', async (key) => {
    const { [key as keyof typeof REPORT]: value, ...rest } = REPORT;
    expect(await told({ ...rest, [`${key}s`]: value })).toEqual([
      `${PATH}:1:1 The build report lacks \`${key}\`.`,
      `${PATH}:9:3 The format of a build report has no such key.`,
    ]);
  });

  const form = 'is not of the form that it must have.';
  it.each([
    [
      'source_url',
      'https://github.com/acme/case.git',
      'The provider is not built from the source of the policy.',
    ],
    ['source_url', 'case', 'The provider is not built from the source of the policy.'],
    [
      'source_url',
      'http://github.com/workos/case.git',
      'The provider is not built from the source of the policy.',
    ],
    ['pinned_commit', 'ab'.repeat(20), 'The policy does not know this commit as a pin.'],
    ['pinned_commit', '7959ac9', `In the build report \`pinned_commit\` ${form}`],
    ['pinned_commit', 'main', `In the build report \`pinned_commit\` ${form}`],
    ['binary_path', 'dist/case', 'The path of the binary does not end as the policy says.'],
    ['binary_path', 'dist/cap', 'The path of the binary does not end as the policy says.'],
    ['binary_path', '/tmp/case/dist/ca', 'The binary lies in a temporary folder, or its path leads upwards.'],
    [
      'binary_path',
      '//tmp/./case/dist/ca',
      'The binary lies in a temporary folder, or its path leads upwards.',
    ],
    ['binary_path', '/var/tmp/dist/ca', 'The binary lies in a temporary folder, or its path leads upwards.'],
    ['binary_path', '$TMPDIR/dist/ca', 'The binary lies in a temporary folder, or its path leads upwards.'],
    ['binary_path', '../../tmp/dist/ca', 'The binary lies in a temporary folder, or its path leads upwards.'],
    ['binary_sha256', '0'.repeat(64), 'This is no digest of a file.'],
    ['binary_sha256', 'sha256:abc', `In the build report \`binary_sha256\` ${form}`],
    ['node_version', 'not installed', `In the build report \`node_version\` ${form}`],
    ['bun_version', 'none', `In the build report \`bun_version\` ${form}`],
    ['build_timestamp', '2026-06-16T00:00:00Z', 'The build lies in the future.'],
    ['build_timestamp', '2026-06-03', `In the build report \`build_timestamp\` ${form}`],
  ])('%s: %s', async (key, value, message) => {
    expect(await told({ ...REPORT, [key]: value })).toEqual([
      `${PATH}:${lineOf(key)}:${columnOf(key)} ${message}`,
    ]);
  });
});

describe('build/npm-case', () => {
  const told = (path: string, text: string) => judge(npmCase, { [path]: text });

  it.each([
    ['package.json', '{ "name": "x", "dependencies": { "change-case": "5.4.4" } }'],
    ['package.json', '{ "scripts": { "case": "node case.js" } }'],
    ['package.json', '{ "name": "case" }'],
    ['package.json', '{ "dependencies": { "@acme/case": "1.0.0" } }'],
    ['package.json', '{ "scripts": { "test": "npm test -- case" } }'],
    ['package-lock.json', '{ "packages": { "": { "name": "case" }, "node_modules/change-case": {} } }'],
    ['yarn.lock', '"change-case@^5.4.4":\n  version "5.4.4"\n'],
    ['pnpm-lock.yaml', 'packages:\n  change-case@5.4.4:\n    resolution: {}\n'],
    ['README.md', 'The npm package `case` is not what is meant. Do not run `npm i case`.\n'],
    ['README.md', 'Install nothing: the npm case package is unrelated.\n'],
    ['README.md', '```sh\nnpm i change-case\nnpx vitest run case\n```\n'],
    ['build.sh', '# never npm i case\nbun run build:binary\n'],
    ['notes.txt', 'In case npm fails, ask.\n'],
  ])('%s: %s', async (path, text) => {
    expect(await told(path, text)).toEqual([]);
  });

  const manifest = 'This manifest asks for the package case.';
  const lock = 'This lock file holds the package case.';
  const command = 'This command installs or starts the package case.';
  it.each([
    ['package.json', '{ "dependencies": { "case": "1.6.3" } }', `1:22 ${manifest}`],
    ['app/package.json', '{ "devDependencies": { "case": "1.6.3" } }', `1:25 ${manifest}`],
    ['package.json', '{ "dependencies": { "c\\u0061se": "1.6.3" } }', `1:1 ${manifest}`],
    ['package.json', '{ "dependencies": { "provider": "npm:case@1.6.3" } }', `1:34 ${manifest}`],
    ['package.json', '{ "name": "case", "dependencies": { "case": "1.6.3" } }', `1:38 ${manifest}`],
    ['package.json', '{ "resolutions": { "**/case": "1.6.3" } }', `1:21 ${manifest}`],
    ['package.json', '{ "overrides": { "x": { "case": "1.6.3" } } }', `1:26 ${manifest}`],
    ['package.json', '{ "bundledDependencies": ["case"] }', `1:28 ${manifest}`],
    ['package-lock.json', '{ "packages": { "node_modules/case": { "version": "1.6.3" } } }', `1:18 ${lock}`],
    ['package-lock.json', '{ "packages": { "node_modules/x/node_modules/case": {} } }', `1:18 ${lock}`],
    ['package-lock.json', '{ "dependencies": { "case": { "version": "1.6.3" } } }', `1:22 ${lock}`],
    ['yarn.lock', 'case@^1.6.3:\n  version "1.6.3"\n', `1:1 ${lock}`],
    ['yarn.lock', '"case@npm:^1.6.3":\n  version: 1.6.3\n', `1:1 ${lock}`],
    ['pnpm-lock.yaml', 'packages:\n\n  case@1.6.3:\n    resolution: {}\n', `3:1 ${lock}`],
    ['pnpm-lock.yaml', 'packages:\n\n  /case/1.6.3:\n    resolution: {}\n', `3:1 ${lock}`],
    ['bun.lock', '{\n  "packages": {\n    "case": ["case@1.6.3", ""]\n  }\n}\n', `3:1 ${lock}`],
    ['README.md', '```sh\nnpm i case\n```\n', `2:1 ${command}`],
    ['README.md', 'Then run `npm install -g case@1.6.3`.\n', `1:11 ${command}`],
    ['README.md', '```sh\ncd x && npx -y case init\n```\n', `2:9 ${command}`],
    ['build.sh', 'bunx case\n', `1:1 ${command}`],
    ['build.sh', 'yarn dlx case\n', `1:1 ${command}`],
    ['build.sh', 'npx --package=case case\n', `1:1 ${command}`],
    ['build.sh', 'npm exec -- case\n', `1:1 ${command}`],
    ['Dockerfile', 'RUN npm i --global case\n', `1:5 ${command}`],
    ['.github/workflows/x.yml', '      - run: pnpm add case\n', `1:14 ${command}`],
    ['package.json', '{\n  "scripts": { "postinstall": "npm i case" }\n}', `2:32 ${command}`],
  ])('%s: %s', async (path, text, expected) => {
    expect(await told(path, text)).toEqual([`${path}:${expected}`]);
  });
});
