import { describe, expect, it } from 'vitest';
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
    ['built in steps', { build_command: 'bun install && bun run build:binary' }],
    ['built from a clone', { build_command: 'git clone $SOURCE case && cd case && npm ci && npm run build' }],
    ['built by a script of that name', { build_command: 'npm run case' }],
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

  it.each([
    'npm i -g case',
    'npx case build',
    'bun install && bunx case',
    "sh -c 'npm i case'",
    'volta install case',
  ])('built by %j', async (command) => {
    expect(await told({ ...REPORT, build_command: command })).toEqual([
      `${PATH}:4:20 The provider is not built from source: the build command installs or starts the package case.`,
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
    ['build_timestamp', '0001-01-01T00:00:00Z', `In the build report \`build_timestamp\` ${form}`],
    ['build_timestamp', '2026-06-16T00:00:00Z', 'The build lies in the future.'],
    ['build_timestamp', '2026-06-03', `In the build report \`build_timestamp\` ${form}`],
  ])('%s: %s', async (key, value, message) => {
    expect(await told({ ...REPORT, [key]: value })).toEqual([
      `${PATH}:${lineOf(key)}:${columnOf(key)} ${message}`,
    ]);
  });
});
