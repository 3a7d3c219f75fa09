import {
  defineRule,
  elementsOf,
  fitsClass,
  isPlaceholder,
  keysOf,
  resembles,
  saysAll,
} from '../../src/rule.ts';

/** Shapes that no other rule looks at closely enough to see a placeholder, or to be sure that it is one. */
const MEANS_SOMETHING: ReadonlySet<string> = new Set(['text', 'class', 'credential', 'review', 'statement']);

/** Where something else is to be named, `none` is as good as a dash. A mapping is read as `{…}`. */
function isNoSource(text: string): boolean {
  return isPlaceholder(text) || /^(?:none|nil|nothing|[^\p{L}\p{N}]*)$/iu.test(text);
}

/** A decided record has every field that its branch asks for, once, with a value that the branch allows. */
export const branchFields = defineRule({
  id: 'decision/branch-fields',
  severity: 'error',
  summary: 'A decided record has every field of its branch, with a value that the branch allows.',
  why: 'A decision without its approval, class or review date cannot be acted on, or checked later. What is left out gets filled in by whoever acts first.',
  help: 'Add the field under the heading for the current state; the policy lists what each branch requires and which values it allows.',
  requirements: ['DEC-4', 'DEC-5', 'DEC-10', 'PKT-9'],
  messages: {
    missing: '`{status}` requires `{key}`, and the record does not have it.',
    nearKey: '`{status}` requires `{key}`: this key only resembles it.',
    empty: '`{status}` requires a value for `{key}`.',
    early: '`{key}` stays empty under `{status}` until an admission names exactly this pair.',
    value: '`{key}` is to be {allowed} under `{status}`.',
    classWords: '`{key}` names no class that `{status}` allows.',
    placeholder: '`{key}` holds a placeholder where `{status}` requires a value.',
    unsaid: '`{key}` does not say what `{status}` demands of it: {statements}.',
    twice: '`{key}` is stated twice.',
    first: 'The first stands here.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: local_provider_required.\n- provider_class: external_anthropic.\n',
    },
  },
  each: 'decision-record',
  *check(record, policy) {
    const { document, status, statuses, nearMisses, admitted } = record;
    const branch = status === undefined ? undefined : policy.decision?.branches[status];
    if (status === undefined || branch === undefined) return;
    for (const key of keysOf(branch.fields)) {
      const shape = branch.fields[key]!;
      const field = record.field(key);
      if (field === undefined) {
        const near = nearMisses.find((miss) => resembles(miss.key, key));
        if (near) yield { at: document.at(near.keySpan), message: 'nearKey', data: { status, key } };
        else yield { at: document.at(statuses[0]!.valueSpan), message: 'missing', data: { status, key } };
        continue;
      }
      const at = document.at(field.valueSpan);
      const twice = record.restated(key);
      if (twice) {
        const related = [{ at: document.at(twice.first.keySpan), message: 'first' }] as const;
        yield { at: document.at(twice.second.keySpan), message: 'twice', data: { key }, related };
      }
      // `[]`, `[~]` and `, ,` are lists of nothing.
      const sources = shape.is === 'references' ? elementsOf(document, field) : undefined;
      if (field.value.trim() === '' || sources?.length === 0) {
        if (shape.emptyUntil === undefined)
          yield { at: document.at(field.keySpan), message: 'empty', data: { status, key } };
      } else if (shape.emptyUntil === 'admission' && admitted === undefined) {
        yield { at, message: 'early', data: { status, key } };
      } else if (shape.oneOf !== undefined && !shape.oneOf.some((allowed) => allowed === field.value)) {
        yield { at, message: 'value', data: { status, key, allowed: shape.oneOf } };
      } else if (
        sources?.every(({ text }) => isNoSource(text)) ??
        (MEANS_SOMETHING.has(shape.is) && isPlaceholder(field.value))
      ) {
        yield { at, message: 'placeholder', data: { status, key } };
      } else if (!fitsClass(field.value, shape)) {
        yield { at, message: 'classWords', data: { status, key } };
      } else if (shape.says !== undefined && !saysAll(field.value, shape.says, policy)) {
        yield { at, message: 'unsaid', data: { status, key, statements: shape.says } };
      }
    }
  },
});
