import type { Span } from '../../place.ts';
import type { Fault } from '../document.ts';
import type { Tree } from './tree.ts';

/** From offsets in the text that a parser was given to the file's: a fence in a quote has `> ` before each line. */
export type Placing = (start: number, end: number) => Span;

/** For a text that stands in its file as it is, `offset` UTF-16 units from the start. */
export function placedFrom(offset: number): Placing {
  return (start, end) => ({ start: start + offset, end: end + offset });
}

/** What a parser made of a text. There may be trees beside faults: what could be read of a broken text. */
export interface Parsed {
  readonly trees: readonly Tree[];
  readonly faults: readonly Fault[];
}

/** Rules and schemas walk trees by recursion; what lies deeper is a fault and is cut off there. */
export const MAX_DEPTH = 100;

/** A broken file says so a few times, not once for each of a million wrong lines. */
const MAX_FAULTS = 50;

/** Collects the faults of one text. */
export class Faults {
  readonly list: Fault[] = [];
  readonly #at: Placing;

  constructor(at: Placing) {
    this.#at = at;
  }

  add(fault: Fault['fault'], start: number, end: number): void {
    if (this.list.length < MAX_FAULTS) this.list.push({ fault, ...this.#at(start, Math.max(start, end)) });
  }

  /** For faults of which one in a text says all: the first stays. */
  addOnce(fault: Fault['fault'], start: number, end: number): void {
    if (!this.list.some((known) => known.fault === fault)) this.add(fault, start, end);
  }
}
