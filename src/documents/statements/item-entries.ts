import type { Name } from '../../name.ts';
import type { Work } from '../../policy/policy.ts';
import { sentencesOf } from '../markdown/sentences.ts';
import { itemOf, namedStatuses } from './named-items.ts';
import { readingOf } from './reading.ts';
import type { Said } from './speech.ts';
import { type StatedItem, statedItems } from './stated-items.ts';

/** An entry of a board or list: what it says of items, and its remarks, each of which says something of its own. */
interface Entry {
  readonly items: readonly StatedItem[];
  readonly remarks: readonly string[];
}

function holding(items: readonly Name[], statuses: readonly Name[]): readonly StatedItem[] {
  return items.map((item) => ({ item, statuses, holds: true }));
}

const STATUS_HEAD = /^(?:current )?(?:status|state)$/i;

/** `| CTO-WORK-016 | blocked | no pass report |`: the column of the status says it, and the next one why. */
function ofRow({ cells, heads }: NonNullable<Said['row']>, work: Work): Entry | undefined {
  const id = cells.findIndex((cell) => itemOf(cell, work) !== undefined);
  if (id < 0) return undefined;
  const named = cells.flatMap((cell, at) => (at !== id && namedStatuses(cell, work).length > 0 ? [at] : []));
  const headed = named.filter((at) => STATUS_HEAD.test(heads[at] ?? ''));
  const [at, other] = headed.length > 0 ? headed : named;
  if (at === undefined || other !== undefined) return undefined;
  return {
    items: holding([itemOf(cells[id]!, work)!], namedStatuses(cells[at]!, work)),
    remarks: cells.filter((_, one) => one !== id && one !== at),
  };
}

/** `CTO-WORK-016: done`, `CTO-WORK-016 - blocked - no pass report` */
const LED_BY_ITEM = /^([A-Z][\w-]{0,79}?)(?::|\s[-–—])\s([A-Za-z_ ]{1,40}?)(?:\.?$|(?::|;|\s[-–—])\s(?=\S))/;
/** `Ready items: CTO-WORK-016, CTO-WORK-020 and CTO-WORK-022.` */
const LED_BY_STATUS =
  /^([A-Za-z_ ]{1,40}?)(?: (?:work )?(?:items?|tasks?))?: ((?:[A-Z][\w-]{0,79}(?:, and |, | and |\.?$)){1,50})$/;

function ofText(text: string, work: Work): Entry | undefined {
  const led = LED_BY_ITEM.exec(text.slice(0, 200));
  if (led) {
    const item = itemOf(led[1]!, work);
    const statuses = namedStatuses(led[2]!, work);
    const rest = text.slice(led[0].length);
    if (item === undefined || statuses.length === 0) return undefined;
    // What is blocked is so whatever it waits for; what is ready once something comes is not yet.
    if (isConditional(rest) && !statuses.includes(work.blocked)) return undefined;
    return { items: holding([item], statuses), remarks: [rest] };
  }
  const [, status = '', list = ''] = LED_BY_STATUS.exec(text.slice(0, 2000)) ?? [];
  const statuses = namedStatuses(status, work);
  if (statuses.length === 0) return undefined;
  const items = list
    .replace(/\.$/, '')
    .split(/,? and |, /)
    .map((id) => itemOf(id, work));
  return items.every((item) => item !== undefined)
    ? { items: holding(items, statuses), remarks: [] }
    : undefined;
}

/** `ready - once JP agrees` */
function isConditional(rest: string): boolean {
  const { clauses, moods, question } = readingOf(rest);
  return question || moods.hedged || clauses.some(({ kind }) => kind === 'condition');
}

/** What a text says of the state of items: as an entry, or in its sentences. */
function itemsIn(
  entry: Entry | undefined,
  said: () => readonly StatedItem[],
  work: Work,
): readonly StatedItem[] {
  if (entry === undefined) return said();
  return [...entry.items, ...entry.remarks.flatMap((remark) => statedItems(readingOf(remark), work))];
}

/** What a sentence, an entry of a list or the row of a board says of the state of items. */
export function itemsSaid(said: Said, work: Work): readonly StatedItem[] {
  const { row, text } = said;
  if (row === undefined) return itemsIn(ofText(text, work), () => statedItems(said.reading, work), work);
  const ofCells = (): readonly StatedItem[] => {
    const sentences = sentencesOf({ text });
    const [, ...later] = sentences;
    // A row is read as one sentence, unless a later one of a cell speaks of an item of its own.
    if (!later.some((one) => one.text.includes(work.prefix))) return statedItems(said.reading, work);
    return sentences.flatMap((one) =>
      itemsIn(ofText(one.text, work), () => statedItems(readingOf(one.text), work), work),
    );
  };
  const last = row.cells.at(-1) ?? '';
  return itemsIn(ofRow(row, work) ?? ofText(last, work), ofCells, work);
}
