import type { Name } from '../../name.ts';
import { nameOf } from '../../name.ts';
import type { Line } from '../text/lines.ts';
import type { Binding, Kind, Signal } from './kind.ts';
import { KINDS } from './kinds.ts';
import { isDiffHead, isFilledHunk } from './output-grammar.ts';

const DIFF = nameOf('diff');

const RANK: readonly Name[] = [DIFF, ...KINDS.map(({ told }) => told)];

/** Of two blocks that are one, the first that either has. */
const BINDINGS: readonly Binding[] = ['marks', 'name', 'nothing'];

/** Two blocks this many physical lines apart are one finding: a report's `{` and braces stand between. */
const JOIN = 3;

export interface Block {
  readonly told: Name;
  readonly bindsBy: Binding;
  /** None where nothing binds it. */
  readonly isCommon: boolean;
  /** It begins and ends among the lines that a string holds, as a value of JSON. */
  readonly isInStrings: boolean;
  readonly first: number;
  readonly last: number;
}

/** Where a kind's signals stand close enough together. Each signal enters and leaves the window once. */
export function blocksOf(kind: Kind, signals: readonly Signal[], lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  const seen = new Tally();
  for (let to = 0; to < signals.length; to++) {
    seen.add(signals[to]!, 1);
    const row = lines[signals[to]!.line]!.row;
    while (lines[signals[from]!.line]!.row <= row - kind.window) seen.add(signals[from++]!, -1);
    if (!seen.reaches(kind)) continue;
    const first = signals[from]!.line;
    const last = signals[to]!.line;
    const previous = blocks.at(-1);
    if (previous && first <= previous.last) blocks[blocks.length - 1] = { ...previous, last };
    else {
      const { told, bindsBy = 'marks', isCommon = false } = kind;
      blocks.push({ told, bindsBy, isCommon, isInStrings: false, first, last });
    }
  }
  return blocks.map((block) => ({ ...block, isInStrings: isInStrings(block, lines) }));
}

function isInStrings({ first, last }: Pick<Block, 'first' | 'last'>, lines: readonly Line[]): boolean {
  return isPart(lines[first]!) && isPart(lines[last]!);
}

/** One of several that a physical line holds. */
function isPart({ text, start, end }: Line): boolean {
  return text.length < end - start;
}

/** What the window holds right now. */
class Tally {
  readonly #keys = new Map<string, number>();
  #weight = 0;
  #volatile = 0;

  add(signal: Signal, sign: 1 | -1): void {
    this.#weight += sign * signal.weight;
    this.#volatile += sign * (signal.volatile ?? 0);
    for (const key of signal.keys ?? []) {
      const count = (this.#keys.get(key) ?? 0) + sign;
      if (count === 0) this.#keys.delete(key);
      else this.#keys.set(key, count);
    }
  }

  reaches(kind: Kind): boolean {
    if (kind.weight !== undefined && this.#weight < kind.weight) return false;
    if (kind.keys !== undefined && this.#keys.size < kind.keys) return false;
    if (kind.values !== undefined && this.#volatile < kind.values) return false;
    return kind.needs === undefined || this.#hasKey(kind.needs);
  }

  #hasKey(isNeeded: (key: string) => boolean): boolean {
    for (const key of this.#keys.keys()) if (isNeeded(key)) return true;
    return false;
  }
}

/** Physical lines from one changed line of a diff to the next, at most. */
export const DIFF_GAP = 6;

/** A header or hunk, and after it at least one changed line. */
export function diffBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!isDiffHead(lines[index]!.text)) continue;
    const first = index;
    let changed = isFilledHunk(lines[index]!.text);
    let last = index;
    for (
      let next = index + 1;
      next < lines.length && lines[next]!.row - lines[last]!.row <= DIFF_GAP;
      next++
    ) {
      const isChange = lines[next]!.change !== '';
      if (!isChange && !isDiffHead(lines[next]!.text)) continue;
      changed ||= isChange;
      last = next;
    }
    if (changed) {
      // What it changes may hold ids and times of anything.
      const inStrings = isInStrings({ first, last }, lines);
      blocks.push({ told: DIFF, bindsBy: 'name', isCommon: false, isInStrings: inStrings, first, last });
    }
    index = last;
  }
  return blocks;
}

/** Blocks that overlap, or stand next to each other, are one. */
export function joined(blocks: readonly Block[], lines: readonly Line[]): readonly Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const previous = result.at(-1);
    if (previous && lines[block.first]!.row - lines[previous.last]!.row <= JOIN)
      result[result.length - 1] = both(previous, block);
    else result.push(block);
  }
  return result;
}

function both(previous: Block, block: Block): Block {
  const told = RANK.indexOf(block.told) < RANK.indexOf(previous.told) ? block.told : previous.told;
  const areInStrings = previous.isInStrings && block.isInStrings;
  const isOfData = areInStrings && told === DIFF && !isRecord(previous) && !isRecord(block);
  return {
    told,
    bindsBy: isOfData ? 'name' : BINDINGS.find((by) => by === previous.bindsBy || by === block.bindsBy)!,
    isCommon: previous.isCommon && block.isCommon,
    isInStrings: areInStrings,
    first: previous.first,
    last: Math.max(previous.last, block.last),
  };
}

/** Or a diff that was joined with one. */
function isRecord({ told, bindsBy }: Block): boolean {
  return RECORDS.has(told) || (told === DIFF && bindsBy === 'marks');
}

/** Told by the record itself: beside anything else a diff in a string is a value of a data set, as the words of its task are. */
const RECORDS: ReadonlySet<Name> = new Set(
  ['event-lines', 'event-keys', 'report-keys', 'harness-keys'].map(nameOf),
);
