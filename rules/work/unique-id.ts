import { defineRule } from '../../src/rule.ts';

/** An id names one work item. */
export const uniqueId = defineRule({
  id: 'work/unique-id',
  severity: 'error',
  summary: 'The id of a work item is defined once in the whole repository.',
  why: 'Two items with one id have two statuses, and a gate that asks for the id gets the answer that it likes.',
  help: 'Give the later item an id of its own, or join the two.',
  requirements: ['WRK-2'],
  messages: { twice: '{item} is defined a second time.', first: 'It is defined here first.' },
  examples: {
    good: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-031 - Write the guide\n\n## CTO-WORK-032 - Print the guide\n',
    },
    bad: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-031 - Write the guide\n\n## CTO-WORK-031 - Print the guide\n',
    },
  },
  each: 'route',
  *check({ items }) {
    const defined = new Map<string, (typeof items)[number]>();
    for (const item of items) {
      const first = defined.get(item.id);
      if (first === undefined) defined.set(item.id, item);
      else {
        const related = [{ at: first.at, message: 'first' }] as const;
        yield { at: item.at, message: 'twice', data: { item: item.id }, related };
      }
    }
  },
});
