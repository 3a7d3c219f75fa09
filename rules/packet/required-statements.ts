import { type Document, defineRule, renamedDocuments, unkeptStatements } from '../../src/rule.ts';

const PACKET = `# Provider Decision Packet

## What This Is

CTO-WORK-020 waits for a decision about the provider. This packet neither approves nor admits a provider.
It is no evidence that Stage 2 passed.

- The safe default is \`not_decided\`.
- Exactly two branches are open: \`external_provider_approved\` and \`local_provider_required\`.
- The record is structured and holds one of \`not_decided\`, \`external_provider_approved\`, \`local_provider_required\`.
- Existing evidence is cited by path and commit; it is never pasted here.
- CTO-WORK-020 stays the authority for admission.
- Execution is gated by \`CTO_HARNESS_CASE_MODEL_ADMISSION_FILE\`.
- Before any admission the exact provider and model, approval source, credential source class, allowed network class, review trigger and evidence expectations must be recorded.
- \`external_openai_codex\` is merely a branch.
- Secrets never go into SOT, task files, argv, reports, traces, backend logs, generated config or commits.
- CTO-WORK-022 cannot start unless \`decision_status=local_provider_required\`.
- Real Case Stage 2 is on hold until a pair is admitted and a pass report exists.
- Paths of a Target Repository must not be inspected or copied.

Run \`python3 tools/validate_cto_child.py\` to check this packet.
`;

/** A packet is read for what it rules out as much as for what it offers. */
export const requiredStatements = defineRule({
  id: 'packet/required-statements',
  severity: 'error',
  summary: 'A decision packet keeps making every statement that the policy asks of it.',
  why: 'A packet offers options while nothing is decided. What keeps it from being taken for a decision is what it says of itself: that it approves nothing, that the gates stay, that nothing is copied. When such a sentence falls out in an edit, or is turned round, the next reader acts on a packet that no longer says it.',
  help: 'Say it in a plain sentence, in words of your own. `cto-lint explain` with the path of the document tells what each statement says; `packet.statements` of the policy lists them.',
  requirements: [
    ...['PKT-1', 'PKT-2', 'PKT-3', 'PKT-4', 'PKT-5', 'PKT-6', 'PKT-7'],
    ...['PKT-8', 'PKT-9', 'PKT-10', 'PKT-11', 'PKT-12', 'PKT-13', 'PKT-14'],
  ],
  messages: {
    missing: 'Nothing in the packet makes the statement `{statement}`.',
    changed:
      'The packet makes the statement `{statement}` nowhere; this speaks of it, but says something else.',
    contradicted: 'This contradicts the statement `{statement}`, which the packet has to make.',
  },
  examples: {
    good: { path: 'route/PROVIDER-DECISION-PACKET-PRD.md', text: PACKET },
    bad: {
      path: 'route/PROVIDER-DECISION-PACKET-PRD.md',
      text: PACKET.replace('must not be inspected', 'may be inspected'),
    },
  },
  each: ['decision-packet', 'change'],
  *check(subject, policy) {
    const isPacket = ({ kinds }: Document): boolean => kinds.includes('decision-packet');
    // A packet that gets a name of no kind in passing is still that packet.
    const packets =
      'document' in subject
        ? [subject.document]
        : renamedDocuments(subject, isPacket).flatMap(({ now }) => (isPacket(now) ? [] : [now]));
    for (const packet of packets)
      for (const { statement, how, at } of unkeptStatements(packet, policy.packet?.statements ?? [], policy))
        yield { at, message: how, data: { statement } };
  },
});
