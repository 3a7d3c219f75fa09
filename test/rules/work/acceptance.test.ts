import { describe, expect, it } from 'vitest';
import { acceptance } from '../../../rules/work/acceptance.ts';
import { judge } from '../judge.ts';
import { PATH } from './item.ts';

describe('work/acceptance', () => {
  const LISTS =
    '# Issues\n\n## CTO-WORK-031 - Ship\n\nStatus: blocked.\n\nAcceptance:\n\n- Every page is read twice.\n- Every link works.\n\nBlocked by:\n\n- The reader of the pages.\n';
  const told = (next: string, base = LISTS) =>
    judge(acceptance, { [PATH]: next }, { base: { [PATH]: base } });

  it.each([
    ['nothing changes', LISTS],
    ['an entry is added', LISTS.replace('- Every link', '- Every table fits.\n- Every link')],
    ['an entry becomes stricter', LISTS.replace('read twice', 'read aloud twice by two people')],
    [
      'entries change places',
      LISTS.replace(
        '- Every page is read twice.\n- Every link works.',
        '- Every link works.\n- Every page is read twice.',
      ),
    ],
    ['two entries become one', LISTS.replace('twice.\n- Every link', 'twice, and every link')],
    [
      'two entries, one of which denies, become one',
      LISTS.replace('twice.\n- Every link works', 'twice, and no link fails'),
      LISTS.replace('Every link works', 'No link fails'),
    ],
    ['an entry gets a box', LISTS.replace('- Every link', '- [ ] Every link')],
    ['what is struck out stands beside', LISTS.replace('Every link', '~~Nearly~~ Every link')],
    ['markup changes', LISTS.replace('Every link works.', '**Every** `link` works')],
    ['it is freed, and what blocked it goes', LISTS.replace('blocked.', 'ready.').split('Blocked by:')[0]!],
    ['the item moves to another document', undefined],
  ])('%s', async (_, next, base = LISTS) => {
    if (next === undefined) {
      const files = { 'route/OTHER-ISSUES.md': LISTS };
      expect(await judge(acceptance, files, { base: { [PATH]: LISTS } })).toEqual([]);
    } else expect(await told(next, base)).toEqual([]);
  });

  const criterion = (line: number): string =>
    `${PATH}:3:4 An acceptance criterion of CTO-WORK-031 was dropped or loosened while it was blocked. <- ${PATH}:${line}:3 Before the change it stood here.`;
  const blocker = `${PATH}:3:4 What blocks CTO-WORK-031 was dropped or loosened while it is blocked. <- ${PATH}:14:3 Before the change it stood here.`;
  it.each([
    [
      'two criteria become a choice',
      LISTS.replace('twice.\n- Every link', 'twice, or every link'),
      [criterion(9)],
    ],
    [
      'two criteria become one that loosens the second',
      LISTS.replace('twice.\n- Every link works', 'twice, and every link works if possible'),
      [criterion(9)],
    ],
    ['a criterion is dropped', LISTS.replace('- Every link works.\n', ''), [criterion(10)]],
    ['a criterion is shortened', LISTS.replace(' twice', ''), [criterion(9)]],
    [
      'a criterion gets an exception',
      LISTS.replace('Every link works', 'Every link works unless it is late'),
      [criterion(10)],
    ],
    ['a criterion is denied', LISTS.replace('is read', 'is not read'), [criterion(9)]],
    [
      'a criterion becomes optional',
      LISTS.replace('Every link works', 'Optionally, every link works'),
      [criterion(10)],
    ],
    [
      'a criterion is struck out',
      LISTS.replace('Every link works.', '~~Every link works.~~'),
      [criterion(10)],
    ],
    ['a word of one is', LISTS.replace('twice', '<s>twice</s>'), [criterion(9)]],
    [
      'a blocker is',
      LISTS.replace('The reader of the pages.', '<del>The reader of the pages.</del>'),
      [blocker],
    ],
    ['a blocker is done', LISTS.replace('The reader', '(done) The reader'), [blocker]],
    ['a blocker is n/a', LISTS.replace('The reader', 'N/A: The reader'), [blocker]],
    ['a number changes', LISTS.replace('twice', 'once'), [criterion(9)]],
    ['a blocker is dropped', LISTS.replace('- The reader of the pages.\n', '- Nothing.\n'), [blocker]],
    ['the label goes', LISTS.replace('Acceptance:', 'Notes:'), [criterion(9)]],
    [
      'a criterion is dropped on the way out',
      LISTS.replace('blocked.', 'ready.').replace('- Every link works.\n', ''),
      [criterion(10)],
    ],
    ['the item is gone', '# Issues\n', [`${PATH}:3:4 CTO-WORK-031 was blocked and is gone.`]],
  ])('%s', async (_, next, expected) => {
    expect(await told(next)).toEqual(expected);
  });

  it('asks nothing of an item that was not blocked', async () => {
    const ready = LISTS.replace('blocked.', 'ready.');
    expect(await told(ready.replace('- Every link works.\n', ''), ready)).toEqual([]);
  });

  it.each([
    'Every link works (see `docs/links.md`).',
    'Every link works; JP checks it until 2026-07-01.',
    'Every single link works, closed tickets included.',
    'Every link works [REQ-12].',
    'JP: Every link works — on each page, in each language.',
    'Every link works in the completed book.',
    'Reminder: every link works!',
    'Every link works (stricter since 2026-06-01: each anchor too).',
  ])('takes detail: %s', async (line) => {
    expect(await told(LISTS.replace('Every link works.', line))).toEqual([]);
  });

  it.each([
    'N/A: Every link works.',
    'n.a. - Every link works.',
    'TODO Every link works.',
    '[TBD] Every link works.',
    'Every link works (nice to have).',
    'Every link works (optional).',
    'Every link works — waived by JP.',
    '(done) Every link works.',
    'Done: Every link works.',
    'Every link works. Already done.',
    'Every link works (2026-06-01: fulfilled).',
    'OBSOLETE: Every link works.',
    'Every link works - deprecated.',
    'WIP: Every link works.',
    'Every link works [out of scope].',
    'Every link works (best effort).',
    'Skip: Every link works.',
    'Later: Every link works.',
    'Pending – Every link works.',
    'Every link works (status: on hold).',
    'To do: Every link works.',
  ])('takes no mark: %s', async (line) => {
    expect(await told(LISTS.replace('Every link works.', line))).toEqual([criterion(10)]);
  });
});
