import { type Document, defineRule, isDate, resembles } from '../../src/rule.ts';

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Nothing, or a list of nothing: `[]`. */
function isEmpty(value: string): boolean {
  return /^[\s[\],]*$/.test(value);
}

/** Of a block that was not read whole nobody can tell what it lacks: that it can't be read is a finding already. */
function isUnread({ faults, frontMatter: mapping }: Pick<Document, 'faults' | 'frontMatter'>): boolean {
  const start = mapping?.start ?? 0;
  return faults.some(
    ({ fault, start: at }) =>
      fault === 'front-matter-language' || (fault === 'front-matter-invalid' && at >= start),
  );
}

/** The front matter of a planning document: whose it is, how old, of which route. */
export const frontMatter = defineRule({
  id: 'sot/front-matter',
  severity: 'error',
  summary:
    'The front matter of a SOT document is complete, its dates are real, and its title is the first heading.',
  why: 'Owner, dates, route and lifecycle tell whether a document may be relied on. A document without them, or whose review lies in the future, cannot be judged by a reader.',
  help: 'Fill in the front matter keys that the policy lists under `sot`, with dates as YYYY-MM-DD.',
  requirements: ['SOT-1', 'SOT-4'],
  messages: {
    missing: 'The front matter has no `{key}`.',
    empty: '`{key}` has no value.',
    value: '`{key}` is to be {allowed}.',
    doubled: '`{key}` stands more than once.',
    resembles: 'This key only resembles `{key}`: write it exactly.',
    date: '`{key}` is not a date of the calendar, written YYYY-MM-DD.',
    future: '`{key}` lies in the future.',
    order: '`{second}` lies before `{first}`.',
    title: 'The first heading is not the title of the front matter.',
    untitled: 'There is no first heading that repeats the title.',
  },
  examples: {
    good: {
      path: 'route/.sot/plan.md',
      text: '---\ntitle: Plan\nstatus: draft\nlifecycle_classification: sot\nowner: ada\ncreated: 2026-03-01\nlast_reviewed: 2026-03-02\ncore_promotion_status: not-promoted\nroute: shop\n---\n\n# Plan\n',
    },
    bad: {
      path: 'route/.sot/plan.md',
      text: '---\ntitle: Plan\nstatus: draft\nlifecycle_classification: sot\nowner: ada\ncreated: 2026-03-01\nlast_reviewed: 2026-02-30\ncore_promotion_status: not-promoted\nroute: shop\n---\n\n# Plan\n',
    },
  },
  each: 'sot',
  *check(subject, policy) {
    const { sot } = policy;
    if (sot === undefined) return;
    const { document, frontMatterPlace, heading } = subject;
    if (isUnread(document)) return;
    const fields = document.fields.filter(
      ({ form, path, isMapping }) => form === 'front-matter' && path.length === 1 && !isMapping,
    );
    for (const key of sot.required) {
      const own = fields.filter((field) => field.key === key);
      const near = own.length === 0 ? fields.find((field) => resembles(field.key, key)) : undefined;
      if (near) yield { at: document.at(near.keySpan), message: 'resembles', data: { key } };
      else if (own.length === 0) yield { at: frontMatterPlace, message: 'missing', data: { key } };
      else if (isEmpty(own[0]!.value))
        yield { at: document.at(own[0]!.keySpan), message: 'empty', data: { key } };
      for (const again of own.slice(1))
        yield { at: document.at(again.keySpan), message: 'doubled', data: { key } };
    }
    for (const field of fields) {
      const [key, allowed] = Object.entries(sot.values).find(([name]) => name === field.key) ?? [];
      if (key === undefined || allowed === undefined || allowed.some((value) => value === field.value))
        continue;
      if (isEmpty(field.value) && sot.required.some((wanted) => wanted === key)) continue;
      yield {
        at: document.at(field.valueSpan),
        message: 'value',
        data: { key: key as (typeof allowed)[number], allowed },
      };
    }
    for (const key of sot.dates) {
      const field = subject.field(key);
      if (field === undefined || isEmpty(field.value)) continue;
      if (!isDate(field.value)) yield { at: document.at(field.valueSpan), message: 'date', data: { key } };
      else if (field.value > policy.today)
        yield { at: document.at(field.valueSpan), message: 'future', data: { key } };
    }
    for (const [first, second] of sot.order) {
      const [before, after] = [subject.field(first), subject.field(second)];
      if (!before || !after || !isDate(before.value) || !isDate(after.value) || before.value <= after.value)
        continue;
      yield {
        at: document.at(after.valueSpan),
        message: 'order',
        data: { first, second },
        related: [{ at: document.at(before.valueSpan), message: 'order', data: { first, second } }],
      };
    }
    const title = subject.field('title');
    if (title === undefined || isEmpty(title.value)) return;
    if (heading === undefined) yield { at: document.at(title.valueSpan), message: 'untitled' };
    else if (folded(heading.prose.text) !== folded(title.value))
      yield { at: document.at(heading.prose), message: 'title' };
  },
});
