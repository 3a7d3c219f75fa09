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
  ] as const)('%s is not', async (approval, fault) => {
    expect(await told({ ...EXTERNAL, approval_source: approval })).toEqual([
      `${RECORD}:14:20 ${MESSAGES[fault]}`,
    ]);
  });
});
