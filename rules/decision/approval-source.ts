import {
  APPROVING,
  defineRule,
  isGiven,
  isPlaceholder,
  keysOf,
  phraseStarts,
  wordSet,
  wordsOf,
} from '../../src/rule.ts';

type Words = ReturnType<typeof wordsOf>;

const ARTICLES = wordSet('the a an our its his her this that');
/** After one of these a name is what the approval is about, or where it was written down. */
const ABOUT = wordSet('of for on about regarding concerning in at under using use run into over to covering');
/** Before a name that is said to have done the approving. */
const ACTING = wordSet('by via through from and or');
const WRITING = wordSet(
  'recorded relayed written noted logged transcribed filed captured stored drafted typed',
);
/** `openai-codex` and `codex/session` are names of other things than `Codex`. */
function isPartOfName(text: string, words: Words, at: number): boolean {
  const before = text[words[at]!.start - 1] ?? '';
  return /[-_/.@]/.test(before) && words[at - 1]?.end === words[at]!.start - 1;
}

function previous(words: Words, at: number): number {
  let index = at - 1;
  while (index >= 0 && ARTICLES.has(words[index]!.text)) index--;
  return index;
}

/** Whether what is no authority acts as one here: named first, beside an authority, as its agent, or as who approved. */
function actsAsAuthority(text: string, words: Words, at: number, approvers: readonly number[]): boolean {
  const index = previous(words, at);
  const word = words[index]?.text ?? '';
  const earlier = words[index - 1]?.text ?? '';
  if (word === 'not' || (ACTING.has(word) && earlier === 'not')) return false;
  if (word === 'of' && earlier === 'behalf') return true;
  if (word === 'by' && WRITING.has(earlier)) return false;
  if (ACTING.has(word)) return true;
  if (ABOUT.has(word) && index === at - 1) return APPROVING.has(words[at + 1]?.text ?? '') && word === 'on';
  if (ABOUT.has(word)) return false;
  if (!approvers.some((approver) => approver < at)) return true;
  if (APPROVING.has(words[at + 1]?.text ?? '')) return true;
  return index >= 0 && /[/,&+|;]/.test(text.slice(words[index]!.end, words[at]!.start));
}

/** `relayed by Codex on behalf of JP`: who has put itself in the place of the authority, and not who wrote it down. */
function isOnBehalf(words: Words, agents: ReadonlySet<number>): boolean {
  return words.some(
    ({ text }, at) => text === 'behalf' && [at - 2, at - 3, at - 4].some((before) => agents.has(before)),
  );
}

type Fault = 'agent' | 'nobody' | 'notGiven';

function faultOf(value: string, approve: readonly string[], never: readonly string[]): Fault | undefined {
  const words = wordsOf(value);
  const starts = (phrases: readonly string[]): number[] =>
    phrases.flatMap((phrase) => phraseStarts(words, phrase)).filter((at) => !isPartOfName(value, words, at));
  const agents = new Set(never.flatMap((phrase) => phraseStarts(words, phrase)));
  // `JP-bot` is a bot, `JP-2026-05` a reference of JP's.
  const approvers = starts(approve).filter(
    (at) => !(agents.has(at + 1) && isPartOfName(value, words, at + 1)),
  );
  if (starts(never).some((at) => actsAsAuthority(value, words, at, approvers))) return 'agent';
  if (approvers.length === 0 || isPlaceholder(value)) return 'nobody';
  if (isGiven(value, approvers)) return undefined;
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
