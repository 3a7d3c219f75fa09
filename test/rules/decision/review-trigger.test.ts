import { describe, expect, it } from 'vitest';
import { reviewTrigger } from '../../../rules/decision/review-trigger.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, RECORD, recordText } from '../record.ts';

const told = (fields: Fields) => judge(reviewTrigger, { [RECORD]: recordText(fields) });

describe('decision/review-trigger', () => {
  it.each([
    'before any model change',
    '2026-06-15',
    'on 2027-01-31 or when the licence changes',
    'expires with the contract',
    '31 January 2027',
    'December 2026',
    'Q4 2026',
    'every quarter',
    'decided on 2026-05-31; before any model change',
    'before release 2026.13.45',
    'before any model change (approved by JP on 31 May 2026)',
    'last reviewed 2026-05-31, next on 2027-05-31',
    '31.01.2027',
    '07/06/2026',
    'end of June 2026',
    'by the end of the year 2026',
    'before 2027',
    'H1 2026',
    'summer 2026',
    '6/2026',
    '2026-W25',
    'as soon as a local provider is available',
    'in case of an incident at the vendor',
    'the pin of the backend moves',
    'after 90 days',
    'next year',
    'no fixed date; before any model change',
    'before any model change (see the packet) [1]',
  ])('%s', async (trigger) => {
    expect(await told({ ...EXTERNAL, review_trigger: trigger })).toEqual([]);
  });

  it.each([
    ['2026-06-14', '2026-06-14'],
    ['before 2026-01-31 or any model change', '2026-01-31'],
    ['2025/12/31', '2025-12-31'],
    ['31 January 2026', '2026-01-31'],
    ['January 31, 2026', '2026-01-31'],
    ['May 2026', '2026-05-31'],
    ['Q1 2026', '2026-03-31'],
    ['to be approved on 2026-05-31', '2026-05-31'],
    ['decided on 2026-04-30, review on 2026-05-31', '2026-05-31'],
    ['reviewed and decided on 2026-05-31', '2026-05-31'],
    ['end of May 2026', '2026-05-31'],
    ['31st of May 2026', '2026-05-31'],
    ['31.05.2026', '2026-05-31'],
    ['01/05/2026', '2026-05-01'],
    ['31-May-2026', '2026-05-31'],
    ['20260531', '2026-05-31'],
    ['valid until end of 2025', '2025-12-31'],
    ['before 2026', '2025-12-31'],
    ['before the end of 2025', '2025-12-31'],
    ['second half of 2025', '2025-12-31'],
    ['first quarter of 2026', '2026-03-31'],
    ['winter 2025', '2026-03-31'],
    ['5/2026', '2026-05-31'],
    ['week 24 of 2026', '2026-06-14'],
  ])('%s has passed', async (trigger, date) => {
    expect(await told({ ...EXTERNAL, review_trigger: trigger })).toEqual([
      `${RECORD}:17:19 The review date ${date} in \`review_trigger\` has passed. [warning]`,
    ]);
  });

  it.each([
    '2026-13-45',
    'expires 2026-02-30',
    'before any model change, at the latest on 31 April 2027',
    'June 31, 2027',
    'by 2027/02/29',
    '31.02.2027',
    '30-Feb-2027',
  ])('%s is on no calendar', async (trigger) => {
    expect(await told({ ...EXTERNAL, review_trigger: trigger })).toEqual([
      `${RECORD}:17:19 \`review_trigger\` names a day that no calendar has. [warning]`,
    ]);
  });

  it.each([
    'later',
    'none',
    'never',
    'TBD',
    'soon enough',
    'decided on 2026-05-31',
    'not needed if all is well',
    'whenever',
    'at some point',
    'when appropriate',
    'as needed',
    'when the time comes',
    'until further notice',
    'on a regular basis',
    'expires never',
    'none, as agreed with JP',
    'on YYYY-MM-DD',
    'before <event>',
  ])('%s names nothing', async (trigger) => {
    expect(await told({ ...EXTERNAL, review_trigger: trigger })).toEqual([
      `${RECORD}:17:19 \`review_trigger\` names no expiry, date or condition. [warning]`,
    ]);
  });

  it.each(['expired', 'the review is overdue', 'yesterday', 'last month'])('%s is over', async (trigger) => {
    expect(await told({ ...EXTERNAL, review_trigger: trigger })).toEqual([
      `${RECORD}:17:19 The review that \`review_trigger\` names has passed. [warning]`,
    ]);
  });

  it.each(['before ', '01/02/2027 ', '2027-01-31 ', 'end of ', '{'])('%s, for ever', async (part) => {
    const trigger = `${part.repeat(20_000)}until 2026-01-31`;
    expect(await told({ ...EXTERNAL, review_trigger: trigger })).toEqual([
      `${RECORD}:17:19 The review date 2026-01-31 in \`review_trigger\` has passed. [warning]`,
    ]);
  });
});
