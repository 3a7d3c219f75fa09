import { expect, it } from 'vitest';
import { TestRepository } from '../../support/repository.ts';

it('explains the keys of a policy, as the message about an unknown key says', async () => {
  const repository = new TestRepository();
  const asked = await repository.run(['explain', 'policy']);
  expect(asked.code).toBe(0);
  expect(asked.stdout).toContain('  protected     Paths that no change may touch.\n');
  expect((await repository.run(['explain', 'polic'])).code).toBe(2);
});
