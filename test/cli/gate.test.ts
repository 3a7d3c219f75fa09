import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { GateVerdict } from '../../src/gate/verdict.ts';
import { askedBy, CASES, type Change, LOCAL_CASES, local } from '../gate/cases.ts';
import { Harness } from '../gate/harness.ts';
import { runInProcess } from '../support/command-line.ts';
import { spawned, TOOL } from '../support/spawn.ts';

const template = new Harness();
afterAll(() => template.remove());

function asked(harness: Harness, options: readonly string[], changes: readonly Change[]) {
  const { env = {}, argv = [], buildReport, today } = askedBy(harness, ...changes);
  const own = [...(buildReport ? ['--build-report', buildReport] : []), ...(today ? ['--today', today] : [])];
  const words = argv.length > 0 ? ['--', ...argv] : [];
  return { args: ['gate', ...own, ...options, ...words], started: { cwd: harness.root, env } };
}

async function run(harness: Harness, options: readonly string[], ...changes: readonly Change[]) {
  const { args, started } = asked(harness, options, changes);
  return await runInProcess(args, started);
}

/** The built tool, as a harness starts it. */
async function start(harness: Harness, options: readonly string[], ...changes: readonly Change[]) {
  const { args, started } = asked(harness, options, changes);
  return await spawned(process.execPath, [TOOL, ...args], started);
}

/** One case of each id: all of them are run without the command line. */
const FIRST = new Map<string, readonly Change[]>([
  ...LOCAL_CASES.map(([id, change]) => [id, [local, change]] as const),
  ...[...CASES].reverse().map(([id, change]) => [id, [change]] as const),
]);

describe('the command', () => {
  it('says 0 and the pair where nothing blocks', async () => {
    const harness = template.copy();
    const { code, stdout, stderr } = await start(harness, []);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe('admitted: openai-codex gpt-5.5');
    harness.remove();
  });

  it.each([...FIRST])('says 1 and %s', async (id, changes) => {
    const harness = template.copy();
    const { code, stdout, stderr } = await run(harness, ['--format', 'json'], ...changes);
    const verdict = JSON.parse(stdout) as GateVerdict;
    expect([code, stderr, verdict.admitted]).toEqual([1, '', false]);
    expect(verdict.blockers.map((blocker) => blocker.id)).toEqual([id]);
    harness.remove();
  });

  it('writes the marker', async () => {
    const harness = template.copy();
    harness.write({ 'run/report.md': '' });
    const { code } = await start(harness, ['--run-dir', harness.path('run')], () => ({
      env: { CTO_HARNESS_CASE_MODEL: '' },
    }));
    expect(code).toBe(1);
    const marker = harness.path('run/backend/provider-model-not-admitted.txt');
    expect(readFileSync(marker, 'utf8')).toContain('model-missing');
    harness.remove();
  });

  it.runIf(process.platform === 'linux')('says 2 where the marker cannot be written', async () => {
    const harness = template.copy();
    const { code, stdout } = await start(harness, ['--run-dir', '/proc/nowhere/run'], () => ({
      env: { CTO_HARNESS_CASE_MODEL: '' },
    }));
    expect([code, stdout]).toEqual([2, '']);
    harness.remove();
  });

  it.each<[string, readonly string[], Change]>([
    ['a format that there is not', ['--format', 'xml'], () => undefined],
    ['an option that names nothing', ['--run-dir', ''], () => undefined],
    ['no repository', [], (made) => ({ cwd: made.folder })],
    ['a policy that cannot be read', [], (made) => void made.commit({ 'cto-lint.config.yaml': 'no: key' })],
    ['a day that is none', ['--today', 'soon'], () => undefined],
  ])('says 2, one sentence and the way out, and no verdict: %s', async (what, options, change) => {
    const harness = template.copy();
    const { env = {} } = askedBy(harness, change);
    const cwd = what === 'no repository' ? harness.folder : harness.root;
    const ended = await runInProcess(['gate', ...options], { cwd, env });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(/^cto-lint: .+\n {2}.+\n$/);
    harness.remove();
  });

  it('prints nothing of a secret that a variable holds', async () => {
    const harness = template.copy();
    const canary = ['sk', '-ant-', 'api03-c4n4ry0fTh3G4t3'].join('');
    const env = Object.fromEntries(
      Object.keys(harness.env)
        .filter((name) => name.startsWith('CTO_HARNESS_') || name === 'CASE_DATA_DIR')
        .map((name) => [name, `/nowhere/${canary}`]),
    );
    const words = ['ca', 'run', '--task', canary, '--mode', canary];
    const change: Change = () => ({ env, argv: words });
    const { stdout, stderr, code } = await start(harness, ['--run-dir', harness.path('run')], change);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).not.toContain('c4n4ry');
    expect(existsSync(harness.path('run'))).toBe(true);
    expect(readFileSync(harness.path('run/backend/provider-model-not-admitted.txt'), 'utf8')).not.toContain(
      'c4n4ry',
    );
    harness.remove();
  });
});
