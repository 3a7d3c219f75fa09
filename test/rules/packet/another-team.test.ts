import { describe, expect, it } from 'vitest';
import { noApproval } from '../../../rules/packet/no-approval.ts';
import { requiredStatements } from '../../../rules/packet/required-statements.ts';
import { noAuthorityClaim } from '../../../rules/sot/no-authority-claim.ts';
import { judge } from '../judge.ts';

// A team that decides about architecture, in words that the built-in policy does not know.
const ADR = {
  extends: 'none',
  kinds: { 'decision-packet': ['adr/*-options.md'], sot: ['adr/*.md'] },
  vocabulary: { ship: ['deploy | ship | roll out', 'release'], closed: ['closed | frozen'] },
  packet: {
    statements: [
      {
        id: 'no-deploy',
        says: 'Nothing is deployed by a proposal.',
        any: [{ names: ['proposal | options'], denies: ['<ship>'] }],
        against: [{ names: ['proposal'], asserts: ['<ship>'] }],
      },
      {
        id: 'gate',
        says: 'Production stays closed until the review is signed.',
        any: [{ names: ['production'], gate: { closed: '<closed>', open: 'open', until: ['review'] } }],
      },
    ],
  },
  claims: [
    {
      id: 'accepted',
      says: 'A proposal is accepted.',
      in: ['decision-packet'],
      any: [{ names: ['proposal'], asserts: ['accept | adopt'] }],
      unless: [{ names: ['board'], asserts: ['accept'] }],
    },
    { id: 'bot', says: 'A bot decides.', in: ['sot'], any: [{ names: ['Bot'], asserts: ['decide'] }] },
  ],
};

const told = (sentences: string): Promise<readonly string[]> =>
  judge(
    [requiredStatements, noApproval, noAuthorityClaim],
    { 'adr/queue-options.md': `# Queue\n\n${sentences}\n` },
    { policy: ADR },
  );

const KEPT = 'This proposal deploys nothing. Production remains frozen until the review is signed.';

describe("another team's policy", () => {
  it.each([
    KEPT,
    'No deployment here: the proposal ships nothing. Production opens only after the review.',
    'Without deploying anything, the options are compared. Unless the review is signed, production is closed.',
    `${KEPT} The board accepted the proposal.`,
    `${KEPT} If the board agrees, the proposal is adopted.`,
    `${KEPT} The robot bot decides nothing.`,
  ])('is kept by: %s', async (sentences) => {
    expect(await told(sentences)).toEqual([]);
  });

  it.each([
    ['Production is frozen until the review is signed.', 'no-deploy'],
    ['This proposal deploys nothing. Production is open.', 'gate'],
    ['This proposal deploys nothing. Production is frozen once the review is signed.', 'gate'],
    [`${KEPT} This proposal ships on Friday.`, 'no-deploy'],
    [`${KEPT} The proposal is adopted.`, 'accepted'],
    [`${KEPT} Bot decides.`, 'bot'],
  ])('is broken by: %s', async (sentences, id) => {
    const findings = await told(sentences);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`\`${id}\``);
  });
});
