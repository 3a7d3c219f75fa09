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
  ])('%s names nothing', async (trigger) => {
    expect(await told({ ...EXTERNAL, review_trigger: trigger })).toEqual([
      `${RECORD}:17:19 \`review_trigger\` names no expiry, date or condition. [warning]`,
    ]);
  });
});
