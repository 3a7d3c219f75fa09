import { describe, expect, it } from 'vitest';
import { reference } from '../../../rules/work/reference.ts';
import { shape } from '../../../rules/work/shape.ts';
import { judge } from '../judge.ts';
import { item, PATH } from './item.ts';

describe('work/shape', () => {
  const told = (text: string) => judge(shape, { [PATH]: text });
  const GOOD = item('CTO-WORK-031', 'blocked');

  it.each([
    ['as it should be', GOOD],
    ['bold labels', GOOD.replace('Status:', '**Status:**').replace('Acceptance:', '**Acceptance**:')],
    [
      'labels as headings',
      GOOD.replace('Acceptance:', '### Acceptance').replace('Blocked by:', '### Blocked by'),
    ],
    ['a status in backticks', GOOD.replace('blocked.', '`blocked`.')],
    ['a status as an item', GOOD.replace('Status:', '- Status:')],
    ['no blocker where nothing blocks', item('CTO-WORK-031', 'ready').split('Blocked by:')[0]!],
    ['a dash of another length', GOOD.replace(' - ', ' – ')],
    ['a heading of the item below it', `${GOOD}### Notes\n\nNothing.\n`],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual([]);
  });

  const LIST = 'draft, ready, in_progress, blocked, validated, resolved or withdrawn';
  it.each([
    ['no status', GOOD.replace('Status: blocked.\n', ''), ['3:4 CTO-WORK-031 has no status.']],
    [
      'an empty status',
      GOOD.replace('Status: blocked.', 'Status:'),
      ['5:8 The status of CTO-WORK-031 is empty.'],
    ],
    [
      'an unknown status',
      GOOD.replace('blocked.', 'nearly done.'),
      [`5:9 The status of CTO-WORK-031 is to be ${LIST}.`],
    ],
    [
      'a status in capitals',
      GOOD.replace('blocked.', 'Blocked.'),
      [`5:9 The status of CTO-WORK-031 is to be ${LIST}.`],
    ],
    [
      'a status with more',
      GOOD.replace('blocked.', 'blocked, almost ready.'),
      [`5:9 The status of CTO-WORK-031 is to be ${LIST}.`],
    ],
    [
      'two statuses',
      GOOD.replace('Status: blocked.', 'Status: blocked.\n\nStatus: ready.'),
      ['7:9 CTO-WORK-031 has a second status. <- route/MODEL-ISSUES.md:5:9 The first stands here.'],
    ],
    [
      'no acceptance',
      GOOD.replace('Acceptance:\n\n- It is done.\n', ''),
      ['3:4 CTO-WORK-031 has no acceptance criteria.'],
    ],
    [
      'an empty acceptance',
      GOOD.replace('- It is done.\n', ''),
      ['3:4 CTO-WORK-031 has no acceptance criteria.'],
    ],
    [
      'a misspelt acceptance',
      GOOD.replace('Acceptance:', 'Acceptence:'),
      ['3:4 CTO-WORK-031 has no acceptance criteria.'],
    ],
    [
      'none as its only blocker',
      GOOD.replace(/(Blocked by:\n\n- ).*/, '$1None.'),
      ['3:4 CTO-WORK-031 is blocked and does not say by what.'],
    ],
    ['no blocker', GOOD.split('Blocked by:')[0]!, ['3:4 CTO-WORK-031 is blocked and does not say by what.']],
    [
      'an id with too few digits',
      GOOD.replace('031', '31'),
      ['3:4 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    [
      'an id with a colon',
      GOOD.replace('031 - ', '031: '),
      ['3:4 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    [
      'an id in small letters',
      GOOD.replace('CTO-WORK', 'cto-work'),
      ['3:4 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    [
      'a heading of another depth',
      GOOD.replace('## CTO', '### CTO'),
      ['3:5 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    [
      'no title',
      GOOD.replace(' - Do it', ''),
      ['3:4 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    ['nothing at all', '# Issues\n', ['1:1 This document of work items defines none.']],
  ])('%s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected.map((line) => `${PATH}:${line}`));
  });
});

it('a heading that is no item is a fault of its shape, not a reference, and ends the item before it', async () => {
  const text = `${item('CTO-WORK-031', 'draft')}\n### CTO-WORK-033 - Of another depth\n\nStatus: ready.\n`;
  expect(await judge([reference, shape], { [PATH]: text })).toEqual([
    expect.stringContaining('This heading looks like a work item and is not of its shape'),
  ]);
});
