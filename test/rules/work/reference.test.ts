import { expect, it } from 'vitest';
import { reference } from '../../../rules/work/reference.ts';
import { judge } from '../judge.ts';
import { item, PATH } from './item.ts';

const OTHER = 'other/LATER-ISSUES.md';

it.each([
  ['defined in the same document', 'CTO-WORK-031', []],
  ['defined in another', 'CTO-WORK-032', []],
  ['known elsewhere', 'CTO-WORK-018', []],
  ['nowhere', 'CTO-WORK-099', ['15:5 CTO-WORK-099 is defined nowhere, and the policy does not know it.']],
  [
    'in backticks',
    '`CTO-WORK-099`',
    ['15:6 CTO-WORK-099 is defined nowhere, and the policy does not know it.'],
  ],
  [
    'with two digits',
    'CTO-WORK-31',
    ['15:5 This is no id of a work item: `CTO-WORK-` is followed by 3 digits.'],
  ],
  ['with four', 'CTO-WORK-0310', ['15:5 This is no id of a work item: `CTO-WORK-` is followed by 3 digits.']],
  ['as a pattern', 'CTO-WORK-NNN', []],
])('a reference to an item %s', async (_, id, expected) => {
  const text = item('CTO-WORK-031', 'draft', [`See ${id} first.`]);
  const found = await judge(reference, { [PATH]: text, [OTHER]: item('CTO-WORK-032', 'draft') });
  expect(found).toEqual(expected.map((line) => `${PATH}:${line}`));
});

it('is not held against each of 10,000 headings that nearly define one', async () => {
  const headings = Array.from({ length: 10_000 }, (_, at) => `## CTO-WORK-${at + 10_000}: T\n`).join('\n');
  expect(await judge(reference, { [PATH]: `${headings}\nSee CTO-WORK-099.\n` })).toEqual([
    `${PATH}:20001:5 CTO-WORK-099 is defined nowhere, and the policy does not know it.`,
  ]);
});
