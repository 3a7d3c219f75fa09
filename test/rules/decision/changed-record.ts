import type { Files } from '../judge.ts';
import { BESIDE, type Fields, RECORD, recordText } from '../record.ts';

/** A revision with one record, and what its sources lead to. */
export const record = (fields: Fields, history: readonly string[] = ['not_decided']): Files => ({
  ...BESIDE,
  [RECORD]: recordText(fields, history),
});

/** What has been decided before, where an external branch was left. */
export const MOVED = ['not_decided', 'external_provider_approved'];
