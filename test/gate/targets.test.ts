import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { gate } from '../../src/commands/judging/judge-gate.ts';
import { Harness, POLICY } from './harness.ts';

const harness = new Harness();
const shop = harness.path('shop');
mkdirSync(shop);
symlinkSync(shop, harness.path('detour'));
harness.commit({
  'cto-lint.config.yaml': `${POLICY}targets:\n  - { name: storefront, paths: ["${shop}", "~/storefront", "../market"] }\n`,
});
afterAll(() => harness.remove());

const inside = harness.path('shop/x');

describe('a path inside a Target Repository is never opened, and nothing is judged', () => {
  it.each<[string, NodeJS.ProcessEnv, { runDir?: string; buildReport?: string; argv?: string[] }]>([
    ['the binary', { CTO_HARNESS_CASE_BIN: inside }, {}],
    ['the admission', { CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: inside }, {}],
    ['the data directory', { CASE_DATA_DIR: inside }, {}],
    ['the local adapter', { CTO_HARNESS_CASE_LOCAL_ADAPTER_FILE: inside }, {}],
    ['the run directory', {}, { runDir: inside }],
    ['the build report', {}, { buildReport: inside }],
    ['the task file', {}, { argv: ['ca', 'run', '--task', inside, '--mode', 'unattended'] }],
    ['a way round', { CASE_DATA_DIR: `${harness.folder}/data/../shop/x` }, {}],
    ['a link on the way', { CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: harness.path('detour/x') }, {}],
    ['a link itself', { CASE_DATA_DIR: harness.path('detour') }, {}],
    ['the home of whoever runs this', { CASE_DATA_DIR: harness.path('home/storefront/data') }, {}],
    ['a target beside the repository', { CASE_DATA_DIR: harness.path('market/data') }, {}],
    ['a home that no shell expanded', { CASE_DATA_DIR: '~/storefront/data' }, {}],
  ])('%s', async (_, env, options) => {
    const asked = gate({ cwd: harness.root, env: { ...harness.env, ...env }, ...options });
    await expect(asked).rejects.toMatchObject({ name: 'GitError' });
    expect(readdirSync(shop)).toEqual([]);
  });

  it('a longer sibling is another folder', async () => {
    harness.write({
      'shop-notes/config.json': '{"models":{"default":{"provider":"openai-codex","model":"gpt-5.5"}}}',
    });
    const env = { ...harness.env, CASE_DATA_DIR: harness.path('shop-notes') };
    expect((await gate({ cwd: harness.root, env })).blockers).toEqual([]);
  });
});
