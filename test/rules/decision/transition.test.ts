import { describe, expect, it } from 'vitest';
import { transition } from '../../../rules/decision/transition.ts';
import { judge } from '../judge.ts';
import { BESIDE, EXTERNAL, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';
import { MOVED, record } from './changed-record.ts';

const was = (line: number, column: number): string =>
  ` <- ${RECORD}:${line}:${column} Before the change it said so here.`;

describe('decision/transition', () => {
  it('knows an approval of an earlier move by its date, though the record does not remember it', async () => {
    const again = (approval_source: string) => ({ ...EXTERNAL, approval_source });
    const local = record({ ...LOCAL, approval_source: 'JP, second note of 2026-06-05' }, MOVED);
    const back = (approval: string) => record(again(approval), [...MOVED, 'local_provider_required']);
    expect(await judge(transition, back('JP, note of 2026-06-03'), { base: local })).toHaveLength(1);
    expect(await judge(transition, back('JP, note of 2026-06-06'), { base: local })).toEqual([]);
    expect(await judge(transition, back('governed Core route CORE-7'), { base: local })).toEqual([]);
  });

  it.each([
    [
      'back to undecided',
      record(EXTERNAL),
      record(UNDECIDED, MOVED),
      [
        `${RECORD}:10:20 A decision never moves back: this record was external_provider_approved and is not_decided now.${was(10, 20)}`,
      ],
    ],
    [
      'the record is deleted',
      record(EXTERNAL),
      BESIDE,
      [
        `${RECORD}:10:20 A decision never moves back: the record that was external_provider_approved is gone, or is no record any more.`,
      ],
    ],
    [
      'the record is renamed to what is none',
      record(EXTERNAL),
      { 'route/decision.md': recordText(EXTERNAL) },
      [
        `${RECORD}:10:20 A decision never moves back: the record that was external_provider_approved is gone, or is no record any more.`,
      ],
    ],
    [
      'the record is given to another route',
      record(EXTERNAL),
      { [RECORD]: recordText(EXTERNAL).replace('route: model', 'route: other') },
      [
        `${RECORD}:10:20 A decision never moves back: the record that was external_provider_approved is gone, or is no record any more.`,
      ],
    ],
    [
      'the current state loses its heading',
      record(EXTERNAL),
      { [RECORD]: recordText(EXTERNAL).replace('## Current Decision State', '## Notes') },
      [
        `${RECORD}:1:1 A decision never moves back: this record was external_provider_approved and is not_decided now.${was(10, 20)}`,
      ],
    ],
    [
      'a move under the old approval',
      record(EXTERNAL),
      record({ ...LOCAL, approval_source: EXTERNAL.approval_source! }, MOVED),
      [
        `${RECORD}:14:20 The move from external_provider_approved to local_provider_required needs a new \`approval_source\`.${was(10, 20)}`,
      ],
    ],
    [
      'a move under the old approval in other signs',
      record(EXTERNAL),
      record({ ...LOCAL, approval_source: 'jp  signed note of 2026-06-03' }, MOVED),
      [
        `${RECORD}:14:20 The move from external_provider_approved to local_provider_required needs a new \`approval_source\`.${was(10, 20)}`,
      ],
    ],
    [
      'another model under the old approval',
      record(EXTERNAL),
      record({ ...EXTERNAL, model: 'gpt-5.6' }),
      [
        `${RECORD}:13:10 A change of \`model\` in a decided record needs a new \`approval_source\`.${was(13, 10)}`,
      ],
    ],
    [
      'a fallback under the old approval',
      record(EXTERNAL),
      record({ ...EXTERNAL, fallback_provider: 'vllm', fallback_model: 'qwen3.6-35b-a3b' }),
      [
        `${RECORD}:20:22 A change of \`fallback_provider\` in a decided record needs a new \`approval_source\`.${was(10, 20)}`,
      ],
    ],
    [
      'another credential class under the old approval',
      record(EXTERNAL),
      record({ ...EXTERNAL, credential_source_class: 'ci-oauth-config' }),
      [
        `${RECORD}:15:28 A change of \`credential_source_class\` in a decided record needs a new \`approval_source\`.${was(15, 28)}`,
      ],
    ],
  ])('%s', async (_, base, next, expected) => {
    expect(await judge(transition, next, { base })).toEqual(expected);
  });

  const changedUnder = async (before: string, after: string) =>
    await judge(transition, record({ ...EXTERNAL, model: 'gpt-5.4', approval_source: after }), {
      base: record({ ...EXTERNAL, approval_source: before }),
    });

  it.each([
    'JP approval in chat on 2026-06-03',
    'JP chat approval on 3 June 2026',
    'JP chat approval on June 3rd, 2026',
    'JP chat approval on 03.06.2026',
    'JP chat approval on 3-Jun-2026',
    'JP chat approval on 20260603 at 10:30',
    'on 2026-06-03 JP approved in chat (confirmed)',
    'JP chat approval on 2026-06-03 of gpt-5.4 (CTO-WORK-024)',
    'JP chat approval on 2026-06-03, recorded on 2026-06-09',
    'JP chat approval on 2026-06-03, valid until 2027-06-03',
    'JP chat approval in June 2026',
    'JP chat approval',
    'JP chat approval on 2026-05-30',
  ])('takes %s for the approval that was there', async (after) => {
    expect(await changedUnder('JP chat approval on 2026-06-03', after)).toHaveLength(1);
  });

  it.each([
    ['JP chat approval on 2026-06-03', 'JP chat approval on 2026-06-04'],
    ['JP chat approval on 2026-06-03', 'JP chat approval on 4 June 2026'],
    ['JP chat approval on 2026-06-03', 'JP chat approval on 2026-06-03, ticket 99'],
    ['JP chat approval on 2026-06-03', 'JP second chat approval on 2026-06-03'],
    ['JP chat approval on 2026-06-03', 'JP approval of July 2026'],
    ['JP chat approval on 2026-06-03', 'JP approval of 2026-06-05, supersedes the one of 2026-06-03'],
    ['JP approval of 2026-06-03, ticket 14', 'JP approval of 2026-06-03, ticket 15'],
    ['JP approval, 2026-06-03 10:30', 'JP approval, 2026-06-03 16:40'],
    ['JP approval JP-2026-014', 'JP approval JP-2026-015'],
    ['JP approval in the planning call', 'JP approval in the steering call'],
    ['JP chat approval on 2026-06-03', 'governed Core route CORE-7'],
  ])('takes %s and %s for two', async (before, after) => {
    expect(await changedUnder(before, after)).toEqual([]);
  });

  it('sees through two commits that take the long way round a misspelt status', async () => {
    const garbled = record({ ...EXTERNAL, decision_status: 'external' });
    const authorship = {
      authorEmail: 'ada@example.org',
      committerEmail: 'ada@example.org',
      signature: 'not-asked',
      takenOver: new Set<string>(),
    } as const;
    expect(await judge(transition, garbled, { base: record(EXTERNAL), authorship })).toHaveLength(1);
    expect(await judge(transition, record(EXTERNAL), { base: garbled })).toEqual([]);
    const taken = record({ ...LOCAL, approval_source: EXTERNAL.approval_source! });
    expect(await judge(transition, taken, { base: garbled })).toHaveLength(1);
  });
});
