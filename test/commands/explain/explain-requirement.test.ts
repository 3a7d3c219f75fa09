import { describe, expect, it } from 'vitest';
import { explainRequirement } from '../../../src/commands/explain/explain-requirement.ts';
import { REQUIREMENTS } from '../../../src/commands/explain/requirements.ts';
import { TestRepository } from '../../support/repository.ts';

describe('explain of a requirement', () => {
  it('names the rules that enforce it, each with what it keeps true', async () => {
    const { code, stdout, stderr } = await new TestRepository().run(['explain', 'TGT-1']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^TGT-1 is enforced by\n\n {2}target\/no-path {2}\S/);
  });

  it('names the command where no rule does', () => {
    expect(explainRequirement('ADM-2', 80)).toContain('  cto-lint gate');
  });

  it.each(REQUIREMENTS)('%s is enforced by something, and fits a terminal', (row) => {
    const lines = explainRequirement(row, 80).split('\n');
    expect(lines.length > 3 || row === 'TGT-3').toBe(true);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
  });

  it('is exit 2 for one that is not there', async () => {
    const { code, stdout, stderr } = await new TestRepository().run(['explain', 'TGT-99']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no rule of that id');
  });
});
