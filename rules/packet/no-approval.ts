import { claimsOf, defineRule, type Name, otherBranchesIn } from '../../src/rule.ts';

function namesOf(branches: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(branches) as Name[];
}

/** Neither a packet nor a record decides more than it is there for. */
export const noApproval = defineRule({
  id: 'packet/no-approval',
  severity: 'error',
  summary: 'No packet or record claims an approval, an admission, a pass or leave to execute.',
  why: 'A packet only offers branches, and a record only says which branch was chosen. A sentence in one of them that reads as an approval of a provider, as its admission, as proof that a stage passed or as leave to run is acted upon by whoever reads it next, although no gate was passed.',
  help: 'Say what is offered, or under which condition it would hold. An approval belongs to the one who gives it, an admission to the admission file, a pass to the run report.',
  requirements: ['PKT-15', 'PKT-16', 'DEC-14'],
  messages: {
    branch: 'This names a branch of its own: the policy knows none but {branches}.',
    claimed: 'This makes the claim `{claim}`, which no packet or record may make.',
  },
  examples: {
    good: {
      path: 'route/PROVIDER-DECISION-PACKET-PRD.md',
      text: '# Packet\n\nNo provider is approved. Case may run only when a provider is admitted.\n',
    },
    bad: {
      path: 'route/PROVIDER-DECISION-PACKET-PRD.md',
      text: '# Packet\n\nThe provider is hereby approved, and Case may run.\n',
    },
  },
  each: 'route',
  *check({ packets, records }, policy) {
    const governed = [
      ...packets.map(({ document }) => ({ document, kind: 'decision-packet' as const })),
      ...records.map(({ document }) => ({ document, kind: 'decision-record' as const })),
    ];
    const branches = namesOf(policy.decision?.branches ?? {});
    for (const { document, kind } of governed) {
      for (const at of otherBranchesIn(document, policy)) yield { at, message: 'branch', data: { branches } };
      for (const { claim, at } of claimsOf(document, kind, policy))
        yield { at, message: 'claimed', data: { claim } };
    }
  },
});
