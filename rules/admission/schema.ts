import {
  dayAfter,
  defineRule,
  firstDayGiven,
  holdsPlaceholder,
  inexactness,
  isAhead,
  isPlaceholder,
  nameOf,
  namesNothing,
  readReviewTrigger,
  saysNothing,
  wholeFile,
} from '../../src/rule.ts';

const TEXTS = [
  'credential_source_class',
  'allowed_network_class',
  'approval_source',
  'review_trigger',
] as const;

/** Whether a time comes before a day, wherever that day was. */
function isBefore(timestamp: string, day: string | undefined): boolean {
  const time = new Date(timestamp);
  if (day === undefined || Number.isNaN(time.getTime())) return false;
  return dayAfter(time.toISOString().slice(0, 10)) < day;
}

function isExpectation(text: string): boolean {
  return !isPlaceholder(text) && !holdsPlaceholder(text) && !saysNothing(text);
}

/** An admission says which pair may run, by whose approval, with what, until when: all of it, and nothing else. */
export const schema = defineRule({
  id: 'admission/schema',
  severity: 'error',
  summary: 'An admission has every key of its format, and no other.',
  why: 'The admission is what lets a backend start. A key that is missing, misspelt or holds a placeholder is a condition that nobody set.',
  help: 'Write the keys of the format: provider, model, credential_source_class, allowed_network_class, approval_source, admission_timestamp with a zone, review_trigger, evidence_expectations, and fallback where one is admitted.',
  requirements: ['ADM-1', 'ADM-2'],
  messages: {
    missing: 'The admission lacks `{key}`.',
    unknown: 'The format of an admission has no such key.',
    empty: 'In the admission `{key}` is empty.',
    wrong: 'In the admission `{key}` is not of the form that it must have.',
    noAdmission: 'This is no mapping of keys, so nothing is admitted.',
    inexact: 'In the admission `{key}` is to be one exact name.',
    placeholder: 'In the admission `{key}` holds a placeholder.',
    trigger: 'In the admission `{key}` names no expiry, date or condition.',
    future: 'The admission lies in the future.',
    early: 'The admission is dated before the approval that it names.',
  },
  examples: {
    good: {
      path: 'route/lint-model-admission.json',
      text: '{\n  "provider": "vllm",\n  "model": "qwen3.6-35b-a3b",\n  "credential_source_class": "no-secret",\n  "allowed_network_class": "loopback-only",\n  "approval_source": "JP, signed note of 2026-06-03",\n  "admission_timestamp": "2026-06-04T08:00:00Z",\n  "review_trigger": "before any model change",\n  "evidence_expectations": ["pass report of the run"]\n}\n',
    },
    bad: { path: 'route/lint-model-admission.json', text: '{ "provider": "vllm" }\n' },
  },
  each: 'admission',
  *check({ document, shortcomings, value, at }, { today }) {
    for (const { problem, key, ...span } of shortcomings) {
      const place = document.at(span);
      if (problem === 'unknown') yield { at: place, message: 'unknown' };
      else if (key === undefined) {
        if (document.faults.length === 0) yield { at: wholeFile(document.file), message: 'noAdmission' };
      } else yield { at: place, message: problem, data: { key } };
    }
    if (value === undefined) return;
    const pairs = [
      { path: ['provider'], text: value.provider },
      { path: ['model'], text: value.model },
      ...(value.fallback
        ? [
            { path: ['fallback', 'provider'], text: value.fallback.provider },
            { path: ['fallback', 'model'], text: value.fallback.model },
          ]
        : []),
    ];
    for (const { path, text } of pairs) {
      if (inexactness(text, path.at(-1) === 'provider' ? 'provider' : 'model') !== undefined)
        yield { at: document.at(at(...path)), message: 'inexact', data: { key: nameOf(path.join('.')) } };
    }
    if (isAhead(value.admission_timestamp, today))
      yield { at: document.at(at('admission_timestamp')), message: 'future' };
    else if (isBefore(value.admission_timestamp, firstDayGiven(value.approval_source)))
      yield { at: document.at(at('admission_timestamp')), message: 'early' };
    for (const key of TEXTS) {
      if (isPlaceholder(value[key]))
        yield { at: document.at(at(key)), message: 'placeholder', data: { key: nameOf(key) } };
    }
    // A day that passed, or that no calendar has, is the gate's to say: it depends on when the run is to start.
    const trigger = readReviewTrigger(value.review_trigger);
    if (!isPlaceholder(value.review_trigger) && !trigger.isImpossible && namesNothing(trigger))
      yield {
        at: document.at(at('review_trigger')),
        message: 'trigger',
        data: { key: nameOf('review_trigger') },
      };
    if (!value.evidence_expectations.every(isExpectation))
      yield {
        at: document.at(at('evidence_expectations')),
        message: 'placeholder',
        data: { key: nameOf('evidence_expectations') },
      };
  },
});
