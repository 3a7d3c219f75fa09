import { describe, expect, it } from 'vitest';
import { detectedHits } from '../../src/check/detected-hits.ts';
import { type DecodedFile, NOTHING_DETECTED } from '../../src/check/detectors.ts';
import type { Hit } from '../../src/check/run-rules.ts';
import { withDetections } from '../../src/check/source-file.ts';
import { UndetectedFile } from '../../src/check/undetected-file.ts';
import { check } from '../../src/commands/judging/judge-check.ts';
import { type SourceFile, wholeFile } from '../../src/file.ts';
import { defineRule } from '../../src/rule.ts';
import { runInProcess } from '../support/command-line.ts';
import { TestRepository } from '../support/repository.ts';

const TOKEN = ['ghp', '_', 'q7Rk2VxN9tLw4ZsB', '8mHc3YpD6fJg1EaU5oKi'].join('');

const DECODED: DecodedFile = {
  path: 'a.md',
  mode: '100644',
  blob: '',
  size: 1,
  text: 'a',
  encoding: 'utf-8',
  unreadable: undefined,
  commit: undefined,
  origin: 'tree',
};

const RULE = defineRule({
  id: 'test/rule',
  severity: 'error',
  summary: '',
  why: '',
  help: '',
  requirements: [],
  messages: { a: 'A', b: 'B' },
  examples: { good: { path: '', text: '' }, bad: { path: '', text: '' } },
  each: 'route',
  *check() {
    // The hits of these tests are made without it.
  },
});

function hit(file: SourceFile, ...related: readonly SourceFile[]): Hit {
  const places = related.map((one) => ({ at: wholeFile(one), message: 'b' }));
  return { rule: RULE, problem: { at: wholeFile(file), message: 'a', related: places } };
}

describe('a file that no detector looked at', () => {
  const file = new UndetectedFile(DECODED);

  it.each(['secrets', 'moreSecrets', 'evidence', 'evidenceFile', 'targets', 'unlistedPaths'] as const)(
    'gives no %s, not even none',
    (found) => {
      expect(() => file[found]).toThrow('is not judged');
      expect(withDetections(file, NOTHING_DETECTED)[found]).toEqual(NOTHING_DETECTED[found]);
    },
  );

  it('is looked at where a finding is placed in it or beside it, and no other is', async () => {
    const [at, beside, judged] = [new UndetectedFile(DECODED), new UndetectedFile(DECODED), DECODED];
    const known = withDetections(judged, NOTHING_DETECTED);
    const asked: SourceFile[] = [];
    const detected = async (one: SourceFile): Promise<SourceFile> => {
      asked.push(one);
      return withDetections(one, { ...NOTHING_DETECTED, moreSecrets: 7 });
    };
    const [first, second] = await detectedHits([hit(at, beside), hit(at, known)], { detected });
    expect(asked).toEqual([at, beside, known]);
    expect(first!.problem.at.file.moreSecrets).toBe(7);
    expect(first!.problem.related![0]!.at.file.moreSecrets).toBe(7);
    expect(second!.problem.at.file).toBe(first!.problem.at.file);
  });
});

describe('a secret of a document that a change does not touch', () => {
  const items = 'shop/A-ISSUES.md';
  const named = `shop/${TOKEN}-ISSUES.md`;
  const record = (status: string): string =>
    `---\nlifecycle_classification: sot\nroute: shop\n---\n\n# Record\n\n## Current Decision State\n\n- decision_status: ${status}.\n`;

  /** The item that waits for the decision stays behind: a finding in a document that is not staged. */
  const staged = (path: string): TestRepository =>
    new TestRepository()
      .write({
        [path]: `---\nroute: shop\n---\n\n# Issues\n\n## CTO-WORK-024 - Decide\n\n- Status: blocked.\n- Of ${TOKEN} here.\n`,
        'shop/B-DECISION-RECORD.md': record('not_decided'),
      })
      .commit()
      .write({ 'shop/B-DECISION-RECORD.md': record('external_provider_approved') })
      .add();

  it.each([
    ['in a line beside the finding', items, items],
    ['in its path', named, named.replace(TOKEN, '*'.repeat(TOKEN.length))],
  ])('%s is masked', async (_, path, shown) => {
    const { root: cwd, env } = staged(path);
    const judged = { cwd, env: { ...env, NO_COLOR: '1' }, terminal: true };
    const { stdout, stderr } = await runInProcess(['--staged', '--rule', 'work/drift'], judged);
    expect(stdout).toContain(`${shown}:9:11`);
    expect(stdout).toContain('Of ****');
    expect(stdout + stderr).not.toContain(TOKEN);
  });
});

describe('a rule that others wrote', () => {
  const changed = defineRule({
    ...RULE,
    each: 'change',
    *check({ files }) {
      for (const { base } of files) {
        if (base && base.secrets.length > 0) yield { at: wholeFile(base), message: 'a' };
      }
    },
  });

  it('may ask any file of a change what was found in it', async () => {
    const repository = new TestRepository()
      .write({ 'a.txt': `Of ${TOKEN} here.\n`, 'b-ISSUES.md': '# Issues\n' })
      .commit()
      .write({ 'a.txt': 'better\n', 'b-ISSUES.md': '# All issues\n' })
      .add();
    const { root: cwd, env } = repository;
    const { findings } = await check({
      cwd,
      env,
      staged: true,
      rule: ['secrets/no-secret-value'],
      rules: [changed],
    });
    expect(findings.map(({ ruleId, path }) => [ruleId, path])).toEqual([['test/rule', 'a.txt']]);
  });
});
