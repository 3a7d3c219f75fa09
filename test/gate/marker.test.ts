import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { gate } from '../../src/commands/judging/judge-gate.ts';
import { isOverPair } from '../../src/gate/decide.ts';
import type { BlockerId } from '../../src/gate/verdict.ts';
import { Harness } from './harness.ts';

const MARKER = 'run/backend/provider-model-not-admitted.txt';
const template = new Harness();
let harness = template.copy();
afterEach(() => {
  harness.remove();
  harness = template.copy();
});
afterAll(() => {
  template.remove();
  harness.remove();
});

function judge(changed: NodeJS.ProcessEnv, runDir = harness.path('run')) {
  return gate({ cwd: harness.root, env: { ...harness.env, ...changed }, runDir });
}

describe('the marker of a block over the pair', () => {
  it('is written where the pair is not admitted, and names what blocks', async () => {
    await judge({ CTO_HARNESS_CASE_MODEL: 'claude-sonnet-4-6', CTO_HARNESS_ALLOW_CASE: '' });
    expect(readFileSync(harness.path(MARKER), 'utf8')).toBe(
      'Blocked before case_process_started: provider and model are not admitted.\n' +
        'model-mismatch: CTO_HARNESS_CASE_MODEL is no model that the admission names.\n',
    );
    expect(readdirSync(harness.path('run'), { recursive: true }).sort()).toEqual([
      'backend',
      'backend/provider-model-not-admitted.txt',
    ]);
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['nothing blocks', {}],
    ['something else blocks', { CTO_HARNESS_ALLOW_CASE: '' }],
  ])('is not written where %s', async (_, changed) => {
    await judge(changed);
    expect(existsSync(harness.path('run'))).toBe(false);
  });

  it.each<[BlockerId, boolean]>([
    ['decision-not-made', true],
    ['admission-missing', true],
    ['admission-decision-mismatch', true],
    ['provider-missing', true],
    ['provider-mismatch', true],
    ['model-missing', true],
    ['config-mismatch', true],
    ['config-not-isolated', true],
    ['provider-unavailable', false],
    ['review-due', false],
    ['local-adapter-missing', false],
    ['stage-invalid', false],
  ])('%s: %s', (id, over) => {
    expect(isOverPair(id)).toBe(over);
  });

  it('makes the folders on the way', async () => {
    await judge({ CTO_HARNESS_CASE_MODEL: '' }, harness.path('no/run'));
    expect(existsSync(harness.path(`no/${MARKER}`))).toBe(true);
  });

  it('replaces one that is there', async () => {
    harness.write({ [MARKER]: 'old' });
    await judge({ CTO_HARNESS_CASE_MODEL: '' });
    expect(readFileSync(harness.path(MARKER), 'utf8')).toContain('model-missing');
  });

  it('replaces a link in its place, and leaves what that led to', async () => {
    harness.write({ 'elsewhere.txt': 'mine', 'run/backend/stdout.log': '' });
    symlinkSync(harness.path('elsewhere.txt'), harness.path(MARKER));
    await judge({ CTO_HARNESS_CASE_MODEL: '' });
    expect(lstatSync(harness.path(MARKER)).isFile()).toBe(true);
    expect(readFileSync(harness.path('elsewhere.txt'), 'utf8')).toBe('mine');
  });
});

describe('a marker that cannot be written where it belongs ends as "could not judge"', () => {
  it.each<[string, () => void]>([
    [
      'the run directory is a link',
      () => {
        mkdirSync(harness.path('real'));
        symlinkSync(harness.path('real'), harness.path('run'));
      },
    ],
    [
      'backend is a link',
      () => {
        mkdirSync(harness.path('real'));
        mkdirSync(harness.path('run'));
        symlinkSync(harness.path('real'), harness.path('run/backend'));
      },
    ],
    ['backend is a file', () => harness.write({ 'run/backend': '' })],
    ['the run directory is a file', () => writeFileSync(harness.path('run'), '')],
    ['a folder has its name', () => mkdirSync(harness.path(MARKER), { recursive: true })],
  ])('%s', async (_, arrange) => {
    arrange();
    await expect(judge({ CTO_HARNESS_CASE_MODEL: '' })).rejects.toMatchObject({ name: 'WriteError' });
    if (existsSync(harness.path('real'))) expect(readdirSync(harness.path('real'))).toEqual([]);
    rmSync(harness.path('run'), { recursive: true, force: true });
  });
});
