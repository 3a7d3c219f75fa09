import { beforeAll, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

const POLICY = `extends: cto
packet:
  statements: [{ id: no-cost, says: The packet names no price., any: [{ denies: [price] }] }]
`;

let repository: TestRepository;
beforeAll(() => {
  repository = new TestRepository([], 'shared');
  repository.write({
    'cto-lint.config.yaml': POLICY,
    'a/X-DECISION-PACKET-PRD.md': '# P\n',
    'a/.sot/p.md': '# P\n',
  });
});

it.each([
  ['a/X-DECISION-PACKET-PRD.md', ['no-cost', 'safe-state'], ['missing-bun-blocks']],
  ['a/.sot/CTO-CASE-PROVIDER-BUILD-PRD.md', ['missing-bun-blocks'], ['no-cost', 'record-no-secrets']],
  ['a/.sot/p.md', [], ['no-cost', 'missing-bun-blocks']],
])('says of %s which statements it has to make', async (path, asked, others) => {
  const { code, stdout } = await repository.run(['explain', path]);
  expect(code).toBe(0);
  expect(stdout.includes('Statements that it has to make')).toBe(asked.length > 0);
  for (const id of asked) expect(stdout).toMatch(new RegExp(`\n  ${id} +\\S`));
  for (const id of others) expect(stdout).not.toContain(id);
});

it('says what a statement is on the page of the rule that asks it', async () => {
  const { stdout } = await repository.run(['explain', 'sot/required-statements']);
  expect(stdout).toContain('\nThe policy `cto` asks of **/CTO-CASE-PROVIDER-BUILD-PRD.md:\n');
  expect(stdout).toMatch(/\n {2}fake-is-default +Fake remains the default validation lane\.\n/);
  const { stdout: other } = await repository.run(['explain', 'sot/front-matter']);
  expect(other).not.toContain('asks');
});
