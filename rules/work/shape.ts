import { defineRule, nameOf, wholeFile } from '../../src/rule.ts';

/** `- None.` blocks nothing. */
function blocksNothing(text: string): boolean {
  return /^(?:none|nil|nothing|nobody|n\/?a|tb[acd]|todo|[-–—?.]{1,10})$/i.test(text.trim());
}

/** A work item is written so that its status, what it must fulfil and what it waits for can be read. */
export const shape = defineRule({
  id: 'work/shape',
  severity: 'error',
  summary:
    'A work item has an id and a title, one known status, acceptance criteria, and what blocks it while it is blocked.',
  why: 'An item whose status nobody can read, or that is blocked by nothing, is taken up by whoever comes along.',
  help: 'Write `## ID - Title`, then `Status:`, `Acceptance:` with a list, and `Blocked by:` with a list while it is blocked.',
  requirements: ['WRK-1'],
  messages: {
    heading: 'This heading looks like a work item and is not of its shape: `## {prefix}NNN - Title`.',
    noItems: 'This document of work items defines none.',
    noStatus: '{item} has no status.',
    empty: 'The status of {item} is empty.',
    unknown: 'The status of {item} is to be {allowed}.',
    twice: '{item} has a second status.',
    first: 'The first stands here.',
    noAcceptance: '{item} has no acceptance criteria.',
    noBlockers: '{item} is {blocked} and does not say by what.',
  },
  examples: {
    good: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-031 - Write the guide\n\nStatus: draft.\n\nAcceptance:\n\n- The guide has a page for each command.\n',
    },
    bad: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-031 - Write the guide\n\nStatus: nearly done.\n\nAcceptance:\n\n- The guide has a page for each command.\n',
    },
  },
  each: 'work-items',
  *check({ document, items, malformed }, { work }) {
    if (work === undefined) return;
    for (const at of malformed) yield { at, message: 'heading', data: { prefix: nameOf(work.prefix) } };
    if (items.length === 0 && malformed.length === 0)
      yield { at: wholeFile(document.file), message: 'noItems' };
    for (const { id: item, at, statuses, status, acceptance, blockers } of items) {
      const [first, ...others] = statuses;
      if (first === undefined) yield { at, message: 'noStatus', data: { item } };
      for (const second of others) {
        const related = [{ at: first!.place, message: 'first' }] as const;
        yield { at: second.place, message: 'twice', data: { item }, related };
      }
      for (const { text, place } of statuses) {
        if (text === '') yield { at: place, message: 'empty', data: { item } };
        else if (!work.statuses.some((known) => known === text))
          yield { at: place, message: 'unknown', data: { item, allowed: work.statuses } };
      }
      if (acceptance.length === 0) yield { at, message: 'noAcceptance', data: { item } };
      if (status === work.blocked && blockers.every(({ text }) => blocksNothing(text)))
        yield { at, message: 'noBlockers', data: { item, blocked: work.blocked } };
    }
  },
});
