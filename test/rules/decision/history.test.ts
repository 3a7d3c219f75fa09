import { describe, expect, it } from 'vitest';
import { history } from '../../../rules/decision/history.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, LOCAL, RECORD, recordText } from '../record.ts';
import { MOVED, record } from './changed-record.ts';

const stood = (line: number): string => ` <- ${RECORD}:${line}:3 Before the change it stood here.`;

describe('decision/history', () => {
  const lost = `${RECORD}:21:1 A past entry of the decision history has been removed, rewritten or moved.${stood(25)}`;
  it.each([
    ['an entry removed', record(EXTERNAL), record(EXTERNAL, []), [lost]],
    ['an entry rewritten', record(EXTERNAL), record(EXTERNAL, ['local_provider_required']), [lost]],
    [
      'the second of two removed',
      record(EXTERNAL, MOVED),
      record(EXTERNAL),
      [lost.replace(stood(25), stood(26))],
    ],
    [
      'the previous state not recorded',
      record(EXTERNAL),
      record(LOCAL),
      [`${RECORD}:21:1 The move away from external_provider_approved is not recorded among the past states.`],
    ],
    [
      'the previous state recorded under another label only',
      record(EXTERNAL),
      {
        [RECORD]: `${recordText(LOCAL)}\nFuture changes:\n\n- decision_status: external_provider_approved.\n`,
      },
      [`${RECORD}:21:1 The move away from external_provider_approved is not recorded among the past states.`],
    ],
    [
      'the section gone',
      record(EXTERNAL),
      { [RECORD]: recordText(EXTERNAL).split('## Decision History')[0]! },
      [lost.replace(':21:1', ':8:1')],
    ],
  ])('%s', async (_, base, next, expected) => {
    expect(await judge(history, next, { base })).toEqual(expected);
  });

  it.each([
    [
      'prose around the entries changes',
      recordText(EXTERNAL).replace('Previous state:', 'Previous state:\n\nAs it was.\n\nPrevious state:'),
    ],
    [
      'an entry moves to a table',
      recordText(EXTERNAL).replace(
        '- decision_status: not_decided.',
        '| decision_status | not_decided |\n| --- | --- |\n',
      ),
    ],
    [
      'an entry gets backticks',
      recordText(EXTERNAL).replace('- decision_status: not_decided.', '- `decision_status`: `not_decided`.'),
    ],
    ['an entry is added', recordText(EXTERNAL, ['not_decided', 'local_provider_required'])],
  ])('%s', async (_, next) => {
    expect(await judge(history, { [RECORD]: next }, { base: record(EXTERNAL) })).toEqual([]);
  });
});
