import {
  agentsIn,
  defineRule,
  isApprovedByMachine,
  isBareApproval,
  isGiven,
  isPartOfName,
  isPlaceholder,
  keysOf,
  namesImpossibleDay,
  phraseStarts,
  wordsOf,
} from '../../src/rule.ts';

type Words = ReturnType<typeof wordsOf>;

/** `relayed by Codex on behalf of JP`: who has put itself in the place of the authority, and not who wrote it down. */
function isOnBehalf(words: Words, agents: ReadonlySet<number>): boolean {
  return words.some(
    ({ text }, at) => text === 'behalf' && [at - 2, at - 3, at - 4].some((before) => agents.has(before)),
  );
}

type Fault = 'agent' | 'nobody' | 'notGiven' | 'impossible';

function faultOf(value: string, approve: readonly string[], never: readonly string[]): Fault | undefined {
  const words = wordsOf(value);
  const agents = agentsIn(words, never);
  // `JP-bot` is a bot, `JP-2026-05` a reference of JP's.
  const approvers = approve
    .flatMap((phrase) => phraseStarts(words, phrase))
    .filter((at) => !isPartOfName(value, words, at))
    .filter((at) => !(agents.has(at + 1) && isPartOfName(value, words, at + 1)));
  if (isApprovedByMachine(value, words, approvers, never)) return 'agent';
  if (approvers.length === 0 || isPlaceholder(value)) return 'nobody';
  if (isGiven(value, approvers) && isBareApproval(value, words, approve))
    return namesImpossibleDay(value) ? 'impossible' : undefined;
  return agents.size > 0 && isOnBehalf(words, agents) ? 'agent' : 'notGiven';
}

/** An approval is an authority's; what runs, and what writes, has none. */
export const approvalSource = defineRule({
  id: 'decision/approval-source',
  severity: 'error',
  summary: 'The approval source names an authority of the policy, and no backend or agent as one.',
  why: 'The backend that wants to run, or the agent that writes the record, would otherwise approve itself. Only who is named in the policy decides.',
  help: 'Name the approval that an authority gave, with its date or reference. Where there is none yet, the decision is still open.',
  requirements: ['DEC-7'],
  messages: {
    agent: '`{key}` names as an authority what the policy says is none.',
    nobody: '`{key}` names none of the policy’s authorities.',
    notGiven: '`{key}` speaks of an approval that has not been given.',
    impossible: '`{key}` names a day that no calendar has.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- approval_source: JP, signed note of 2026-06-03.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- approval_source: Codex, after its own review.\n',
    },
  },
  each: 'decision-record',
  *check({ document, state, status }, policy) {
    const fields = status === undefined ? undefined : policy.decision?.branches[status]?.fields;
    if (fields === undefined) return;
    const { approve, never } = policy.authorities;
    for (const field of state) {
      const key = keysOf(fields).find((known) => known === field.key);
      if (key === undefined || fields[key]?.is !== 'authority' || field.value.trim() === '') continue;
      const fault = faultOf(field.value, approve, never);
      if (fault) yield { at: document.at(field.valueSpan), message: fault, data: { key } };
    }
  },
});
