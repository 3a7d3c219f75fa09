import { describe, expect, it } from 'vitest';
import { history } from '../../../rules/decision/history.ts';
import { transition } from '../../../rules/decision/transition.ts';
import { RULES } from '../../../rules/registry.ts';
import { type Files, judge } from '../judge.ts';
import { BESIDE, COMMITS, EXTERNAL, type Fields, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';

const record = (fields: Fields, history: readonly string[] = ['not_decided']): Files => ({
  ...BESIDE,
  [RECORD]: recordText(fields, history),
});

const MOVED = ['not_decided', 'external_provider_approved'];

describe('a decision that moves as it should', () => {
  it.each([
    ['first, to the external branch', record(UNDECIDED, []), record(EXTERNAL)],
    ['first, to the local branch', record(UNDECIDED, []), record(LOCAL)],
    ['from external to local', record(EXTERNAL), record(LOCAL, MOVED)],
    [
      'and back to external, with a third approval',
      record(LOCAL, MOVED),
      record({ ...EXTERNAL, approval_source: 'JP, third note of 2026-06-12' }, [
        ...MOVED,
        'local_provider_required',
      ]),
    ],
    ['with the newest past state first', record(EXTERNAL), record(LOCAL, [...MOVED].reverse())],
    ['as a new record', {}, record(EXTERNAL)],
    [
      'to another model under a new approval',
      record(EXTERNAL),
      record({ ...EXTERNAL, model: 'gpt-5.6', approval_source: 'JP, note of 2026-06-12' }),
    ],
    ['in no field at all', record(EXTERNAL), record(EXTERNAL)],
    [
      'to another file name',
      record(EXTERNAL),
      { ...BESIDE, 'route/OTHER-DECISION-RECORD.md': recordText(EXTERNAL) },
    ],
    [
      'in what is no part of the approval',
      record(EXTERNAL),
      record({ ...EXTERNAL, review_trigger: 'before 2027-01-31' }),
    ],
    [
      'in the remark after a class',
      record(EXTERNAL),
      record({ ...EXTERNAL, credential_source_class: 'team-oauth-config; no secret value' }),
    ],
  ])('%s', async (_, base, next) => {
    const rules = RULES.filter(({ id }) => /^(?:decision|evidence|secrets|admission)\//.test(id));
    expect(await judge(rules, next, { base, commits: COMMITS })).toEqual([]);
  });
});

const was = (line: number, column: number): string =>
  ` <- ${RECORD}:${line}:${column} Before the change it said so here.`;

describe('a change after which the state is unclear', () => {
  it.each([
    ['a misspelt status', { ...EXTERNAL, decision_status: 'external_provider_aproved' }],
    ['a status that is none', { ...EXTERNAL, decision_status: 'pending' }],
    ['no status', { ...EXTERNAL, decision_status: '' }],
  ])('%s is one finding', async (_, fields) => {
    const all = RULES.filter((rule) => /^(?:decision\/|work\/drift)/.test(rule.id));
    expect(await judge(all, record(fields), { base: record(EXTERNAL), commits: COMMITS })).toHaveLength(1);
    const one = RULES.filter((rule) => rule.id === 'decision/status-value');
    expect(await judge(one, record(fields), { base: record(EXTERNAL) })).toHaveLength(1);
  });

  it('is one finding for a misspelt key, and for two statuses', async () => {
    const text = record(EXTERNAL)[RECORD] as string;
    const all = RULES.filter((rule) => /^(?:decision\/|work\/drift)/.test(rule.id));
    const told = (next: string) =>
      judge(all, { ...BESIDE, [RECORD]: next }, { base: record(EXTERNAL), commits: COMMITS });
    expect(await told(text.replace('decision_status:', 'decision_statuss:'))).toHaveLength(1);
    expect(
      await told(text.replace(/^- decision_status.*$/m, '$&\n- decision_status: local_provider_required.')),
    ).toHaveLength(1);
  });
});

describe('decision/transition', () => {
  it('knows an approval of an earlier move by its date, though the record does not remember it', async () => {
    const again = (approval_source: string) => ({ ...EXTERNAL, approval_source });
    const local = record({ ...LOCAL, approval_source: 'JP, second note of 2026-06-05' }, MOVED);
    const back = (approval: string) => record(again(approval), [...MOVED, 'local_provider_required']);
    expect(await judge(transition, back('JP, note of 2026-06-03'), { base: local })).toHaveLength(1);
    expect(await judge(transition, back('JP, note of 2026-06-05'), { base: local })).toEqual([]);
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
