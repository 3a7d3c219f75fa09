import { expect, it } from 'vitest';
import { uniqueId } from '../../../rules/work/unique-id.ts';
import { judge } from '../judge.ts';
import { item, PATH } from './item.ts';

const OTHER = 'other/LATER-ISSUES.md';

it('an id is defined once in all documents', async () => {
  const first = item('CTO-WORK-031', 'draft');
  expect(await judge(uniqueId, { [OTHER]: item('CTO-WORK-032', 'draft'), [PATH]: first })).toEqual([]);
  expect(await judge(uniqueId, { [OTHER]: item('CTO-WORK-031', 'ready'), [PATH]: first })).toEqual([
    `${PATH}:3:4 CTO-WORK-031 is defined a second time. <- ${OTHER}:3:4 It is defined here first.`,
  ]);
  expect(await judge(uniqueId, { [PATH]: `${first}\n## CTO-WORK-031 - Again\n` })).toHaveLength(1);
});
