import {
  defineRule,
  type Field,
  isCounterExample,
  isFieldDescription,
  type Kind,
  resembles,
  runningValue,
  spellsOut,
} from '../../src/rule.ts';

/** Kinds that speak of a decision. */
const DECIDING: ReadonlySet<Kind> = new Set<Kind>(['decision-record', 'decision-packet']);

/** Forms that keep a final full stop, since they are no sentences. */
function isData({ form }: Pick<Field, 'form'>): boolean {
  return form === 'block' || form === 'tree' || form === 'front-matter';
}

/** `Decision status: approved` states one; `Decision status: see the record of March` tells where one stands. */
const MOST_WORDS = 2;

function isShort(value: string): boolean {
  return value.trim() !== '' && value.trim().split(/\s+/).length <= MOST_WORDS;
}

/** `=======` below an item is read as its second line. A conflict's markers are seven signs: git-merge(1). */
function holdsMarker(value: string): boolean {
  return /(?:^|\s)(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/.test(value);
}

/** A decision has one of three states, wherever it is written. What only resembles one is none. */
export const statusValue = defineRule({
  id: 'decision/status-value',
  severity: 'error',
  summary:
    'The status of a decision is one of the policy’s values, in every form and every markdown, JSON and YAML file.',
  why: 'A status that is no state at all, or only looks like one, is read as a decision by whoever wants it to be one. The safe state is the one that the policy names as undecided. Where the policy’s key is a single word, such as `state`, it is the key of many other things: then decision records and packets are judged, and no other file. What lists all values, or says of the field that it is required, describes it, and a wrong status in backticks behind `Do not write` is an example: neither is a status, but in the record’s own state.',
  help: 'Write the key and one of the values exactly as the policy has them.',
  requirements: ['DEC-1', 'DEC-2', 'PKT-5'],
  messages: {
    invalid: '`{key}` is to be {allowed}.',
    empty: '`{key}` has no value: it is to be {allowed}.',
    nearValue: 'This value only resembles `{value}`: write it exactly.',
    fullStop: 'The full stop is part of this value: write `{value}` without it.',
    conflict: 'A merge is unfinished here: `{key}` is to be {allowed}, with no conflict marker behind it.',
    nearKey: 'This key only resembles `{key}`: write it exactly.',
  },
  examples: {
    good: { path: 'docs/decision.md', text: '# Decision\n\n- decision_status: not_decided.\n' },
    bad: { path: 'docs/decision.md', text: '# Decision\n\n- decision_status: approved.\n' },
  },
  each: 'document',
  mentions: ({ decision }) => (decision ? [decision.status] : []),
  *check(document, policy) {
    const { decision } = policy;
    if (decision === undefined) return;
    const key = decision.status;
    // `decision_status` means itself wherever it stands. `status` alone is a word of many formats, and of work items.
    const isTelling = /[_-]/.test(key);
    const isDeciding = document.kinds.some((kind) => DECIDING.has(kind));
    if (!isTelling && !isDeciding) return;
    const allowed = [decision.undecided, ...Object.keys(decision.branches)] as (typeof decision.undecided)[];
    const parts = [decision.section, decision.history.section];
    let told = -1;
    for (const field of document.fields) {
      if (field.key !== key) {
        // The head of a column is the key of each of its rows.
        if (field.keySpan.start === told) continue;
        const inWords = isDeciding && isShort(field.value) && spellsOut(field.key, key);
        if (!inWords && !resembles(field.key, key)) continue;
        if (isCounterExample(field, document)) continue;
        told = field.keySpan.start;
        yield { at: document.at(field.keySpan), message: 'nearKey', data: { key } };
        continue;
      }
      const given = runningValue(field, document, allowed, parts);
      if (allowed.some((value) => value === given) && !holdsMarker(field.value)) continue;
      if (isFieldDescription(field, document, allowed, parts) || isCounterExample(field, document)) continue;
      const at = document.at(field.valueSpan);
      const near = allowed.find((value) => resembles(field.value, value));
      if (field.value.trim() === '')
        yield { at: document.at(field.keySpan), message: 'empty', data: { key, allowed } };
      else if (holdsMarker(field.value)) yield { at, message: 'conflict', data: { key, allowed } };
      else if (near && field.value === `${near}.` && isData(field))
        yield { at, message: 'fullStop', data: { value: near } };
      else if (near) yield { at, message: 'nearValue', data: { value: near } };
      else yield { at, message: 'invalid', data: { key, allowed } };
    }
  },
});
