import { describe, expect, it } from 'vitest';
import { approvalSource } from '../../../rules/decision/approval-source.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, RECORD, recordText } from '../record.ts';

const told = (fields: Fields) => judge(approvalSource, { [RECORD]: recordText(fields) });

describe('decision/approval-source', () => {
  it.each([
    'JP chat approval on 2026-05-31',
    'JP',
    'jp approval, ticket 14',
    'Governed Core route CORE-ROUTE-12',
    'approved by JP on 2026-06-03',
    'JP-2026-06-03',
    'JP approval of the Codex branch on 2026-06-03',
    'JP chat approval for openai-codex on 2026-05-31',
    'JP approval in Hermes chat on 2026-06-03',
    'JP approval on 2026-06-03, not by Codex',
    'JP approval on 2026-06-03 (recorded by Codex)',
    'JP approval reference JP-2026-014',
    'Core route CTO-ROUTE-7',
    'approved by JP on 2026-06-02 after the review requested by the team',
    'JP approval of the proposed pair, 2026-06-02',
    'JP approval at the request of the team, 2026-06-02',
    'requested by the team on 2026-06-01, approved by JP on 2026-06-02',
    'JP approval requested 2026-06-01, given 2026-06-02',
    'JP approved the branch on 2026-06-02, as requested',
    'JP decided to approve the branch on 2026-06-02',
    'JP approval, 14 May 2026',
    'JP approval, CTO-REQUEST-14',
    'JP approval recorded in docs/requests/2026-06-02.md',
    'JP approval, https://mail.example/x?id=14',
    'JP approval no. 14',
    'JP approval of 2026-06-02, no objection',
    'JP approval of 2026-06-02, not conditional',
    'JP approval of 2026-06-02, replaces the withdrawn one of 2026-05-31',
    'JP approval on 2026-06-02, valid until 2027-06-02',
    'JP approval provided on 2026-06-02',
    'JP approved on 2026-06-02: Stage 2 may be prepared',
    'JP approval, in the meeting held on 2026-06-02',
  ])('%s is an authority’s', async (approval) => {
    expect(await told({ ...EXTERNAL, approval_source: approval })).toEqual([]);
  });

  const MESSAGES = {
    agent: '`approval_source` names as an authority what the policy says is none.',
    nobody: '`approval_source` names none of the policy’s authorities.',
    notGiven: '`approval_source` speaks of an approval that has not been given.',
  };
  it.each([
    ['Codex', 'agent'],
    ['Case runtime approval', 'agent'],
    ['Hermes approved on 2026-06-01', 'agent'],
    ['approved by Codex, JP informed', 'agent'],
    ['Codex on behalf of JP', 'agent'],
    ['JP and Codex', 'agent'],
    ['JP / Hermes', 'agent'],
    ['JP via Codex', 'agent'],
    ['JP (relayed by Codex on behalf of JP)', 'agent'],
    ['Pi agent decision', 'agent'],
    ['the backend approved', 'agent'],
    ['ＣＯＤＥＸ approval', 'agent'],
    ['Bob, on 2026-06-01', 'nobody'],
    ['JPX approval', 'nobody'],
    ['JP-bot approval', 'nobody'],
    ['Core route', 'nobody'],
    ['ЈР approval', 'nobody'],
    ['see the ticket', 'nobody'],
    ['pending JP approval', 'notGiven'],
    ['no JP approval yet', 'notGiven'],
    ['JP has not approved', 'notGiven'],
    ['awaiting JP', 'notGiven'],
    ['JP declined on 2026-06-01', 'notGiven'],
    ['JP approval required', 'notGiven'],
    ['without approval of JP', 'notGiven'],
    ['JP approval outstanding', 'notGiven'],
    ['not yet approved by JP', 'notGiven'],
    ['to be approved by JP', 'notGiven'],
    ['waiting for JP', 'notGiven'],
    ['JP approval requested on 2026-06-01', 'notGiven'],
    ['JP approval 2026-06-01 (requested)', 'notGiven'],
    ['JP approval for gpt-5.5 requested by the team', 'notGiven'],
    ['request for JP approval, 2026-06-01', 'notGiven'],
    ['draft for JP approval', 'notGiven'],
    ['with JP for approval', 'notGiven'],
    ['submitted to JP on 2026-06-01', 'notGiven'],
    ['JP to approve', 'notGiven'],
    ['JP must approve', 'notGiven'],
    ['JP may approve', 'notGiven'],
    ['JP approval planned for 2026-12-01', 'notGiven'],
    ['JP approval due', 'notGiven'],
    ['JP (to be confirmed)', 'notGiven'],
    ['JP approval (unverified)', 'notGiven'],
    ['JP approval, not sure', 'notGiven'],
    ['JP?', 'notGiven'],
    ['JP was informed on 2026-06-02', 'notGiven'],
    ['JP approval of 2026-05-31, withdrawn on 2026-06-02', 'notGiven'],
    ['approved by JP on 2026-06-02 and later revoked', 'notGiven'],
    ['JP approval of 2026-05-31 (expired)', 'notGiven'],
    ['JP approval no longer valid', 'notGiven'],
    ['JP approval, TBD-2026', 'notGiven'],
    ['JP turned down on 2026-06-02', 'notGiven'],
    ['JP said no', 'notGiven'],
    ['JP approval subject to a review', 'notGiven'],
    ['JP approval in principle', 'notGiven'],
    ['JP approval provided the build is green', 'notGiven'],
    ['JP approval once Stage 2 passes', 'notGiven'],
    ['after JP approval', 'notGiven'],
    ['instead of JP approval', 'notGiven'],
    ['governed Core route CORE-7 (suspended)', 'notGiven'],
  ] as const)('%s is not', async (approval, fault) => {
    expect(await told({ ...EXTERNAL, approval_source: approval })).toEqual([
      `${RECORD}:14:20 ${MESSAGES[fault]}`,
    ]);
  });

  it('is not what goes on for ever', async () => {
    const approval = `JP approval, ${'JP 2026-06-03 '.repeat(20_000)}`;
    expect(await told({ ...EXTERNAL, approval_source: approval })).toEqual([
      `${RECORD}:14:20 ${MESSAGES.notGiven}`,
    ]);
  });
});
