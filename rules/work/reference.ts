import { defineRule, itemReferences, nameOf, toName } from '../../src/rule.ts';

/** Whoever refers to a work item refers to one that there is. */
export const reference = defineRule({
  id: 'work/reference',
  severity: 'error',
  summary: 'An id of a work item that a document refers to is defined, or known elsewhere by the policy.',
  why: 'A gate, a blocker or an authority that is an id nobody defined holds nothing back: it reads as if somebody took care of it.',
  help: 'Mend the id, define the item, or list it under `work.known` if it is defined in another repository.',
  requirements: ['WRK-2'],
  messages: {
    undefined: '{item} is defined nowhere, and the policy does not know it.',
    malformed: 'This is no id of a work item: `{prefix}` is followed by {digits} digits.',
  },
  examples: {
    good: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-031 - Write the guide\n\nIt comes after CTO-WORK-018.\n',
    },
    bad: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-031 - Write the guide\n\nIt comes after CTO-WORK-099.\n',
    },
  },
  each: 'route',
  *check({ documents, items }, { work }) {
    if (work === undefined) return;
    const defined = new Set<string>([...work.known, ...items.map(({ id }) => id)]);
    for (const document of documents) {
      const said = new Set<string>();
      const headed = (document.markdown?.headings ?? []).filter(({ prose }) =>
        prose.text.trimStart().startsWith(work.prefix),
      );
      for (const { text, place } of itemReferences(document, work)) {
        const item = toName(text);
        if (item === undefined || defined.has(item) || said.has(item)) continue;
        // A heading that fails to define it is a fault of its shape.
        if (
          document.kinds.includes('work-items') &&
          headed.some(({ start, end }) => start <= place.start && place.end <= end)
        )
          continue;
        said.add(item);
        const isId = item.length === work.prefix.length + work.digits;
        if (isId) yield { at: place, message: 'undefined', data: { item } };
        else {
          const data = { prefix: nameOf(work.prefix), digits: work.digits };
          yield { at: place, message: 'malformed', data };
        }
      }
    }
  },
});
