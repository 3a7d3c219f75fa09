import { describe, expect, it } from 'vitest';
import { RULES } from '../../rules/registry.ts';
import { type Files, judge } from './judge.ts';

/** Another team, without a line of code: architecture decisions of three statuses, and a gate before deployments. */
const POLICY = {
  extends: 'none',
  kinds: {
    'decision-record': ['adr/*-adr.md'],
    'work-items': ['work/*.md'],
  },
  decision: {
    status: 'adr_status',
    section: 'Status',
    history: { section: 'Log', label: 'Before' },
    identity: 'topic',
    undecided: 'proposed',
    transitions: { proposed: ['accepted', 'rejected'], accepted: ['rejected'], rejected: [] },
    renew: ['decided_by'],
    guarded: ['database'],
    branches: {
      accepted: {
        title: 'Accepted',
        fields: {
          decided_by: { is: 'authority' },
          database: { is: 'exact' },
          revisit: { is: 'review' },
          sources: { is: 'references' },
        },
      },
      rejected: { title: 'Rejected', fields: { decided_by: { is: 'authority' } } },
    },
  },
  authorities: { approve: ['architecture board'], never: ['copilot'] },
  work: {
    prefix: 'OPS-',
    digits: 4,
    statuses: ['waiting', 'open', 'done'],
    blocked: 'waiting',
    labels: { status: 'State', acceptance: 'Done when', blockers: 'Waits for', evidence: 'Proof' },
    gates: {
      'OPS-0002': {
        needs: [
          { fact: 'decision', status: ['accepted'] },
          { fact: 'item', item: 'OPS-0001', status: ['done'] },
        ],
      },
    },
  },
};

const ADR = 'adr/0001-adr.md';
const WORK = 'work/deploy.md';

const adr = (status: string, fields: readonly string[] = [], log: readonly string[] = []): string =>
  [
    '---',
    'topic: storage',
    '---',
    '',
    '# Storage',
    '',
    '## Status',
    '',
    `- adr_status: ${status}`,
    ...fields,
    '',
    '## Log',
    '',
    'Before:',
    '',
    ...log,
    '',
  ].join('\n');
const ACCEPTED = [
  '- decided_by: architecture board, minutes of 2026-06-02',
  '- database: postgres-17.2',
  '- revisit: before the next major release',
  '- sources: benchmark.md',
];
const work = (first: string, second: string): string =>
  [
    '# Work',
    '',
    ...['OPS-0001', 'OPS-0002'].flatMap((id, at) => [
      `## ${id} - ${at === 0 ? 'Measure' : 'Deploy'}`,
      '',
      `State: ${at === 0 ? first : second}`,
      '',
      'Done when:',
      '',
      '- It runs.',
      '',
      'Waits for:',
      '',
      '- The board.',
      '',
    ]),
  ].join('\n');

const RULES_OF_A_TEAM = RULES.filter(({ id }) => !id.startsWith('policy/'));
const told = (files: Files, base?: Files) =>
  judge(
    RULES_OF_A_TEAM,
    { 'docs/benchmark.md': '# Benchmark\n', ...files },
    { policy: POLICY, ...(base && { base }) },
  );

describe('another team’s policy', () => {
  it.each([
    ['proposed, deployment waits', { [ADR]: adr('proposed'), [WORK]: work('open', 'waiting') }],
    [
      'accepted and measured, deployment is open',
      { [ADR]: adr('accepted', ACCEPTED), [WORK]: work('done', 'open') },
    ],
    ['rejected', { [ADR]: adr('rejected', [ACCEPTED[0]!]), [WORK]: work('open', 'waiting') }],
  ])('%s', async (_, files) => {
    expect(await told(files)).toEqual([]);
  });

  it.each([
    [
      'a status that is none of theirs',
      { [ADR]: adr('not_decided') },
      [`${ADR}:9:15 \`adr_status\` is to be proposed, accepted or rejected.`],
    ],
    [
      'a field less',
      { [ADR]: adr('accepted', ACCEPTED.slice(1)) },
      [`${ADR}:9:15 \`accepted\` requires \`decided_by\`, and the record does not have it.`],
    ],
    [
      'no authority',
      { [ADR]: adr('accepted', ['- decided_by: copilot', ...ACCEPTED.slice(1)]) },
      [`${ADR}:10:15 \`decided_by\` names as an authority what the policy says is none.`],
    ],
    [
      'a database of any version',
      { [ADR]: adr('accepted', [ACCEPTED[0]!, '- database: postgres-latest', ...ACCEPTED.slice(2)]) },
      [`${ADR}:11:13 \`database\` is to be one exact name, and this is whatever is newest at the time.`],
    ],
    [
      'a source that is not there',
      { [ADR]: adr('accepted', [...ACCEPTED.slice(0, 3), '- sources: other.md']) },
      [`${ADR}:13:12 Source 1 of \`sources\` leads to nothing that is known.`],
    ],
    [
      'deployed before the decision',
      { [ADR]: adr('proposed'), [WORK]: work('done', 'open') },
      [`${WORK}:17:8 OPS-0002 stays waiting without the decision accepted.`],
    ],
    [
      'deployed before it is measured',
      { [ADR]: adr('accepted', ACCEPTED), [WORK]: work('open', 'done') },
      [`${WORK}:17:8 OPS-0002 stays waiting without OPS-0001 as done.`],
    ],
    [
      'an item that nobody defined',
      { [WORK]: `${work('open', 'waiting')}\nAfter OPS-0009.\n` },
      [`${WORK}:27:7 OPS-0009 is defined nowhere, and the policy does not know it.`],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await told(files)).toEqual(expected);
  });

  it('lets a decision move as they say', async () => {
    const accepted = { [ADR]: adr('accepted', ACCEPTED) };
    const by = '- decided_by: architecture board, minutes of 2026-06-12';
    expect(await told({ [ADR]: adr('rejected', [by], ['- adr_status: accepted']) }, accepted)).toEqual([]);
    const rejected = { [ADR]: adr('rejected', [ACCEPTED[0]!]) };
    const back = adr('accepted', [by, ...ACCEPTED.slice(1)], ['- adr_status: rejected']);
    expect(await told({ [ADR]: back }, rejected)).toEqual([
      `${ADR}:9:15 The policy allows no move from rejected to accepted. <- ${ADR}:9:15 Before the change it said so here.`,
    ]);
    expect(await told({ [ADR]: adr('proposed', [], ['- adr_status: accepted']) }, accepted)).toEqual([
      `${ADR}:9:15 A decision never moves back: this record was accepted and is proposed now. <- ${ADR}:9:15 Before the change it said so here.`,
    ]);
  });
});
