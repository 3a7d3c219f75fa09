import { type Document, defineRule, itemReferences, nameOf, type Place, toName } from '../../src/rule.ts';

/** Whether a place stands in a heading that begins like an item's; places are asked for in the order of the text. */
function headedPlaces(document: Document, prefix: string): (place: Place) => boolean {
  const headed = (document.markdown?.headings ?? [])
    .filter(({ prose }) => prose.text.trimStart().startsWith(prefix))
    .map(({ start, end }) => ({ start, end }));
  let at = 0;
  return (place) => {
    while (at < headed.length && headed[at]!.end < place.end) at++;
    return at < headed.length && headed[at]!.start <= place.start;
  };
}

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
      const isHeaded = headedPlaces(document, work.prefix);
      for (const { text, place } of itemReferences(document, work)) {
        const item = toName(text);
        if (item === undefined || defined.has(item) || said.has(item)) continue;
        // A heading that fails to define it is a fault of its shape.
        if (document.kinds.includes('work-items') && isHeaded(place)) continue;
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
