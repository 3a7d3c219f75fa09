import {
  defineRule,
  type Entry,
  entryOf,
  type ItemEntry,
  joinedEntries,
  keepsEntry,
} from '../../src/rule.ts';

/** Lists longer than anybody writes are compared entry by entry, without looking for reworded ones. */
const MAX_COMPARED = 1000;

function firstDropped(was: readonly ItemEntry[], now: readonly ItemEntry[]): ItemEntry | undefined {
  const key = ({ words }: Entry): string => words.join(' ');
  const left = new Map<string, { entry: Entry; count: number }>();
  for (const { text } of now) {
    const entry = entryOf(text);
    const known = left.get(key(entry));
    if (known) known.count++;
    else left.set(key(entry), { entry, count: 1 });
  }
  const changed = was.filter(({ text }) => {
    const same = left.get(key(entryOf(text)));
    if (same === undefined || same.count === 0) return true;
    same.count--;
    return false;
  });
  const rest = [...left.values()].filter(({ count }) => count > 0);
  if (changed.length > MAX_COMPARED || rest.length > MAX_COMPARED) return changed[0];
  const keeping = (asked: Entry): Entry | undefined => {
    const kept = rest.find(({ entry, count }) => count > 0 && keepsEntry(entry, asked));
    if (kept) kept.count--;
    return kept?.entry;
  };
  // What keeps the entry before, and all that it keeps: the two may have been joined.
  let last: { readonly entry: Entry; readonly asked: Entry } | undefined;
  for (const [index, { text }] of changed.entries()) {
    const asked = entryOf(text);
    const both = last && joinedEntries(last.asked, asked);
    if (last && both && keepsEntry(last.entry, both)) {
      last = { entry: last.entry, asked: both };
      continue;
    }
    const next = changed[index + 1];
    const entry = keeping(asked) ?? (next && keeping(joinedEntries(asked, entryOf(next.text))));
    if (entry === undefined) return changed[index];
    last = { entry, asked };
  }
  return undefined;
}

/** What a blocked item must fulfil, and what blocks it, is not bargained down while it waits. */
export const acceptance = defineRule({
  id: 'work/acceptance',
  severity: 'error',
  summary: 'While an item is blocked, its acceptance criteria and blockers are neither dropped nor loosened.',
  why: 'The easiest way past a gate is to lower it. A criterion that disappears while the item is blocked was never met.',
  help: 'Put the entry back as it was. Entries may be added, and words that make an entry stricter.',
  requirements: ['WRK-8'],
  messages: {
    gone: '{item} was {blocked} and is gone.',
    acceptance: 'An acceptance criterion of {item} was dropped or loosened while it was {blocked}.',
    blockers: 'What blocks {item} was dropped or loosened while it is {blocked}.',
    was: 'Before the change it stood here.',
  },
  examples: {
    good: {
      path: 'route/LINT-ISSUES.md',
      base: {
        'route/LINT-ISSUES.md':
          '# Issues\n\n## CTO-WORK-031 - Ship\n\nStatus: blocked.\n\nAcceptance:\n\n- Every page is read twice.\n\nBlocked by:\n\n- The reader.\n',
      },
      text: '# Issues\n\n## CTO-WORK-031 - Ship\n\nStatus: blocked.\n\nAcceptance:\n\n- Every page is read twice.\n- Every link works.\n\nBlocked by:\n\n- The reader.\n',
    },
    bad: {
      path: 'route/LINT-ISSUES.md',
      base: {
        'route/LINT-ISSUES.md':
          '# Issues\n\n## CTO-WORK-031 - Ship\n\nStatus: blocked.\n\nAcceptance:\n\n- Every page is read twice.\n\nBlocked by:\n\n- The reader.\n',
      },
      text: '# Issues\n\n## CTO-WORK-031 - Ship\n\nStatus: blocked.\n\nAcceptance:\n\n- Every page is read.\n\nBlocked by:\n\n- The reader.\n',
    },
  },
  each: 'change',
  *check({ base, next }, { work }) {
    if (work === undefined) return;
    const { blocked } = work;
    // The first of an id, as everywhere.
    const items = new Map(next.items.toReversed().map((one) => [one.id, one]));
    for (const was of base.items) {
      if (was.status !== blocked) continue;
      const item = was.id;
      const now = items.get(item);
      if (now === undefined) {
        yield { at: was.at, message: 'gone', data: { item, blocked } };
        continue;
      }
      const data = { item, blocked };
      const criterion = firstDropped(was.acceptance, now.acceptance);
      if (criterion) {
        const related = [{ at: criterion.place, message: 'was' }] as const;
        yield { at: now.at, message: 'acceptance', data, related };
      }
      // What leaves its blocked status is blocked by nothing any more; whether it may leave is another rule's question.
      const blocker = now.status === blocked ? firstDropped(was.blockers, now.blockers) : undefined;
      if (blocker) {
        const related = [{ at: blocker.place, message: 'was' }] as const;
        yield { at: now.at, message: 'blockers', data, related };
      }
    }
  },
});
