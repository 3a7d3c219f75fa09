import { afterAll, describe, expect, it } from 'vitest';
import { Harness, POLICY } from '../gate/harness.ts';
import { hasStrace, type Trace, traced } from '../support/trace.ts';
import { writeRun } from '../verify/run.ts';

const harness = new Harness();
const shop = harness.path('shop');
harness.write({ 'shop/.git/config': '[core]\n', 'shop/secret.txt': 'x' });
harness.commit({
  'cto-lint.config.yaml': `${POLICY}targets:\n  - { name: storefront, paths: ["${shop}"] }\n`,
});
const run = writeRun(harness.path('runs'));
afterAll(() => harness.remove());

async function tracedHere(args: readonly string[], changed: NodeJS.ProcessEnv = {}): Promise<Trace> {
  const env = { ...harness.env, ...changed };
  return await traced(args, { cwd: harness.root, env, log: harness.path('trace.txt') });
}

describe.skipIf(!hasStrace)('traced by the system calls', () => {
  const inShop = (trace: Trace): readonly string[] => trace.named.filter((path) => path.startsWith(shop));

  it('an admitting gate starts git alone, and writes nothing', async () => {
    const trace = await tracedHere([
      'gate',
      '--run-dir',
      harness.path('run-1'),
      '--',
      'ca',
      'run',
      '--task',
      harness.path('task.md'),
      '--mode',
      'unattended',
    ]);
    expect(trace.code).toBe(0);
    expect([...trace.programs].sort()).toEqual(['git', process.execPath.split('/').at(-1)]);
    expect(inShop(trace)).toEqual([]);
    expect(trace.written).toEqual([]);
  });

  it('a blocking gate writes the marker, and nothing else', async () => {
    const trace = await tracedHere(['gate', '--run-dir', harness.path('run-2')], {
      CTO_HARNESS_CASE_MODEL: '',
    });
    expect(trace.code).toBe(1);
    expect([...trace.programs].sort()).toEqual(['git', process.execPath.split('/').at(-1)]);
    expect(inShop(trace)).toEqual([]);
    const names = trace.written.map((path) =>
      path
        .split('/')
        .at(-1)!
        .replace(/\.[0-9a-f]{12}$/, ''),
    );
    expect(names).toEqual([
      'run-2',
      'backend',
      '.provider-model-not-admitted.txt',
      'provider-model-not-admitted.txt',
    ]);
  });

  it.each<[string, readonly string[], NodeJS.ProcessEnv]>([
    ['an admission in a target', ['gate'], { CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: `${shop}/secret.txt` }],
    ['a data directory in a target', ['gate'], { CASE_DATA_DIR: shop }],
    ['a run in a target', ['evidence', 'verify', `${shop}/run`], {}],
  ])('%s is not opened', async (_, args, changed) => {
    const trace = await tracedHere(args, changed);
    expect(trace.code).toBe(2);
    expect(inShop(trace)).toEqual([]);
    expect(trace.written).toEqual([]);
  });

  it('a verdict on a run starts git alone, and writes nothing', async () => {
    const trace = await tracedHere(['evidence', 'verify', run]);
    expect(trace.code).toBe(0);
    expect([...trace.programs].sort()).toEqual(['git', process.execPath.split('/').at(-1)]);
    expect(inShop(trace)).toEqual([]);
    expect(trace.written).toEqual([]);
  });
});
