import { expect, it } from 'vitest';
import { uniqueId } from '../../../rules/work/unique-id.ts';
import { judge } from '../judge.ts';
import { item, PATH } from './item.ts';

const OTHER = 'other/LATER-ISSUES.md';

const FIRST = item('CTO-WORK-031', 'draft');
const again = (place: string, first: string): string =>
  `${PATH}:${place} CTO-WORK-031 is defined a second time. <- ${first} It is defined here first.`;

it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['once', { [PATH]: FIRST }, []],
  ['once, beside another in its document', { [PATH]: `${FIRST}\n## CTO-WORK-032 - More\n` }, []],
  ['once, beside another elsewhere', { [OTHER]: item('CTO-WORK-032', 'draft'), [PATH]: FIRST }, []],
  ['in two documents', { [OTHER]: FIRST, [PATH]: FIRST }, [again('3:4', `${OTHER}:3:4`)]],
  [
    'twice in one document',
    { [PATH]: `${FIRST}\n## CTO-WORK-031 - Again\n` },
    [again('15:4', `${PATH}:3:4`)],
  ],
])('an id that is defined %s', async (_, files, expected) => {
  expect(await judge(uniqueId, files)).toEqual(expected);
});
