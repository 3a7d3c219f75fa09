import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCommittedRoute } from '../../src/check/committed-route.ts';
import { openCommitted } from '../../src/commands/opening/open-committed.ts';
import type { RunVerdict } from '../../src/verify/verdict.ts';
import { ADMISSION, Harness, json, POLICY, sha256 } from '../gate/harness.ts';
import { runInProcess } from '../support/command-line.ts';
import { spawned, TOOL } from '../support/spawn.ts';
import { CASES } from '../verify/cases.ts';
import { REPORT, RUN_ID, type RunChanges, writeRun } from '../verify/run.ts';

const harness = new Harness();
const head = harness.commit({
  'cto-lint.config.yaml': `${POLICY}targets:\n  - { name: storefront, paths: ["/srv/shops/storefront"] }\n`,
  'route/slugify-model-admission.json': json(ADMISSION),
});
afterAll(() => harness.remove());

const env = { PATH: harness.env.PATH, HOME: harness.env.HOME, CTO_LINT_TODAY: '2026-11-20' };

function verify(root: string, ...options: readonly string[]) {
  return runInProcess(['evidence', 'verify', root, ...options], { cwd: harness.root, env });
}

/** The built tool, as a harness starts it. */
function start(root: string, ...options: readonly string[]) {
  const args = [TOOL, 'evidence', 'verify', root, ...options];
  return spawned(process.execPath, args, { cwd: harness.root, env });
}

let count = 0;
function run(changes: RunChanges = {}): string {
  count += 1;
  return writeRun(harness.path(`runs-${count}`), changes);
}

/** One case of each condition: all of them are run without the command line. */
const FIRST = new Map([...CASES].reverse().map((one) => [one[0].split(' ')[0]!, one] as const));

describe('the command', () => {
  it('says 0 and pass', async () => {
    const { code, stdout, stderr } = await start(run());
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(`pass: ${RUN_ID}, 20 conditions kept`);
  });

  it.each([...FIRST])('says 1 and %s', async (id, [, changes, arrange]) => {
    const root = run(changes);
    arrange?.(root);
    const { code, stdout, stderr } = await verify(root, '--format', 'json');
    const verdict = JSON.parse(stdout) as RunVerdict;
    expect([code, stderr, verdict.pass, verdict.run_id]).toEqual([1, '', false, RUN_ID]);
    expect(verdict.admission_digest).toBe(`sha256:${sha256(json(ADMISSION))}`);
    const failed = verdict.conditions.filter(({ ok }) => !ok).map((one) => one.id);
    expect(failed).toContain(id);
  });

  it('says 2 where there is no run to judge', async () => {
    const { code, stdout, stderr } = await start(harness.path('nowhere'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^cto-lint: The run directory does not exist\.\n {2}.+\n$/);
  });

  it('prints nothing of what a run holds', async () => {
    const canary = ['gh', 'p_', 'c4n4ry', 'R4nd0mL00k1ngT0kenThatIsN0t1n'].join('').slice(0, 40);
    const root = run({
      files: {
        'backend/stdout.log': `token ${canary}\n`,
        [`backend/${canary}.log`]: '',
        'trace.jsonl': `{"${canary}":`,
        'patch.diff': `diff --git ${canary}\n`,
      },
      report: { engine: canary, run_id: canary, changed_files: [canary], [canary]: 1 },
      digests: () => ({ [canary]: canary }),
    });
    for (const format of ['text', 'json']) {
      const { code, stdout, stderr } = await start(root, '--format', format);
      expect(code).toBe(1);
      expect(`${stdout}${stderr}`).not.toContain('c4n4ry');
    }
  });
});

describe('--record', () => {
  it('prints the line of a pass, which the route reads back', async () => {
    const root = run();
    const { code, stdout } = await verify(root, '--record');
    expect(code).toBe(0);
    const digest = sha256(json({ ...REPORT, ...JSON.parse(await reportOf(root)) }));
    expect(stdout).toBe(
      `- Pass report: ${RUN_ID}/report.json, sha256 ${digest}, commit ${head}, openai-codex gpt-5.5, verified 2026-11-20.\n`,
    );

    harness.commit({
      'route/SLUGIFY-ISSUES.md': `# Issues\n\n## CTO-WORK-020 - Admit\n\nStatus: blocked.\n\nAcceptance:\n\n- It passes.\n\nEvidence:\n\n${stdout}`,
    });
    const { repository, policy } = await openCommitted(undefined, '2026-11-20', { cwd: harness.root, env });
    const { passReports } = await readCommittedRoute(repository, repository.head, policy);
    expect(passReports).toMatchObject([
      {
        run: RUN_ID,
        digest,
        commit: head,
        provider: 'openai-codex',
        model: 'gpt-5.5',
        verified: '2026-11-20',
      },
    ]);
  });

  it('prints no line for a run that is none', async () => {
    const root = run();
    writeFileSync(join(root, 'test.log'), 'not ok\n');
    const { code, stdout } = await verify(root, '--record');
    expect(code).toBe(1);
    expect(stdout).not.toContain('Pass report');
  });
});

async function reportOf(root: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return await readFile(join(root, 'report.json'), 'utf8');
}
