import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { policies } from './policies.ts';
import { commitTree, writeTree } from './tree.ts';

const CANARY = ['ghp', '_', 'x7Kq2mVb9TzR4wLs', 'Yd8NcFh3JpGu6EaX1oQ5'].join('');

/** Pieces that parsers and detectors trip over, strung together in any order. */
const PIECES = [
  '---\n',
  '---js\n',
  '- decision_status: ',
  'not_decided',
  'approved',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\uFEFF',
  '\u200b',
  '```yaml\n',
  '| a | b |\n| --- | --- |\n',
  '&#95;',
  '%252e',
  '\\u002f',
  '<<: *a\n',
  '&a [*a]\n',
  '{ "a": ',
  '[[[[',
  '}',
  '"',
  '* : ? !!binary ',
  '# A\n\n',
  '## CTO-WORK-020 - Title\n\nStatus: ready.\n',
  '## Current Decision State\n\n',
  'title: A\n',
  '##[group]',
  '/srv/acme/shop',
  CANARY,
  '<!-- secretlint-disable -->\n',
];
const NAMES = [
  'a.md',
  'b.json',
  'c.yaml',
  'd.jsonl',
  'X-DECISION-RECORD.md',
  'X-ISSUES.md',
  'x-model-admission.json',
  'x.task.yaml',
  '.gitattributes',
  '.gitmodules',
  'é.md',
  'new\nline.md',
  `${CANARY}.txt`,
  'z.bin',
];
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 12 });
const content = fc.oneof(
  { weight: 4, arbitrary: text.map((parts) => Buffer.from(parts.join(''))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
);
const tree = fc.uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), content }), {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 8,
});

function entriesOf(files: readonly { name: string; content: Buffer }[], policy: string | undefined) {
  const all = [
    ...files,
    ...(policy === undefined ? [] : [{ name: 'cto-lint.config.yaml', content: Buffer.from(policy) }]),
  ];
  return all.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
}

/** What a tree is found to hold, in the words of no scope: rules that compare revisions, and commits, are left out. */
function told(stdout: string): string[] {
  const { findings } = JSON.parse(stdout) as {
    findings: { path: string; line: number; column: number; ruleId: string; message: string }[];
  };
  const comparing =
    /^(?:policy\/weakened|decision\/(?:authority|transition|history)|work\/acceptance|scope\/protected-path)$/;
  return findings
    .filter(({ ruleId, path }) => !comparing.test(ruleId) && !/^(?:COMMIT|refs\/)/.test(path))
    .map(({ path, line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId} ${message}`);
}

describe('whatever is committed', () => {
  it('a run ends, prints no secret, is never 0 after an error, and says the same from hook, range and tree', async () => {
    await fc.assert(
      fc.asyncProperty(
        tree,
        fc.option(policies(CANARY), { nil: undefined, freq: 6 }),
        async (files, policy) => {
          const repository = new TestRepository();
          commitTree(repository, writeTree(repository, [{ name: 'first.txt', content: 'fine\n' }]));
          commitTree(repository, writeTree(repository, entriesOf(files, policy)));
          const range = await repository.run(['--range', 'HEAD~1..HEAD', '--format', 'json']);
          const revision = await repository.run(['--rev', 'HEAD', '--format', 'json']);
          repository.git('read-tree', 'HEAD');
          repository.git('update-ref', 'HEAD', 'HEAD~1');
          const hook = await repository.run(['--staged', '--format', 'json']);

          const runs = [range, revision, hook];
          for (const { code, stdout, stderr } of runs) {
            expect(stdout + stderr).not.toContain(CANARY);
            expect(stderr).not.toMatch(/internal fault|\n\s+at /);
            expect([0, 1, 2]).toContain(code);
            if (code === 2) expect(stdout).toBe('');
            else expect(code).toBe((JSON.parse(stdout) as { ok: boolean }).ok ? 0 : 1);
          }
          if (runs.some(({ code }) => code === 2)) expect(runs.map(({ code }) => code)).toEqual([2, 2, 2]);
          else {
            expect(told(range.stdout)).toEqual(told(revision.stdout));
            expect(told(hook.stdout)).toEqual(told(revision.stdout));
          }
        },
      ),
      {
        numRuns: Number(process.env.FUZZ_RUNS ?? 8),
        seed: Number(process.env.FUZZ_SEED ?? 20261120),
        endOnFailure: true,
      },
    );
  }, 120_000);

  it('git takes the trees for what they are', () => {
    const repository = new TestRepository();
    commitTree(
      repository,
      writeTree(repository, entriesOf([{ name: 'a.md', content: Buffer.from('fine\n') }], 'rules: {}\n')),
    );
    const listed = execFileSync('git', ['ls-tree', '-r', '--name-only', 'HEAD'], {
      cwd: repository.root,
      encoding: 'utf8',
    });
    expect(listed).toBe('a.md\ncto-lint.config.yaml\n');
  });
});
