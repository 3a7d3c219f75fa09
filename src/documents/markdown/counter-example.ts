import { partitionPoint } from '../../partition-point.ts';
import type { Document, Field } from '../document.ts';
import type { Prose } from './markdown.ts';

/** `Do not write`, `never set the field to`, `instead of`, `a wrong value such as`, and behind it the example. */
const FORBIDDEN =
  /\b(?:(?:(?:do|does|must|may|shall|should|can) ?not|don['’]t|never|not to|nobody may)\s+(?:write|use|set|put|record|enter|commit|accept|state|add|leave|keep|invent|type|spell|say)(?:\s+[\w-]{1,30}){0,4}|instead of|rather than|(?<!if )not|(?:wrong|invalid|bad|illegal|forbidden)(?:\s+(?:values?|states?|status|entry|form|example))?(?:,? (?:such as|like)|:)?)\s{0,3}["'“‘]?$/i;

/** `is refused`, `is no state`, and before it the example. */
const REFUSED =
  /^["'”’]?\s{0,3}(?:(?:is|are|was|would be|will be|counts as)\s+(?:always\s+)?(?:not (?:allowed|valid|accepted|permitted|a (?:valid )?(?:state|value|status))|no (?:valid )?(?:state|value|status)|wrong|refused|rejected|forbidden|illegal|an? (?:error|mistake|finding|violation)|(?:an )?invalid|reported)|fails\b|does not (?:count|pass))/i;

/** Of the sentence before and behind the example; what decides stands close to it. */
const BEFORE = 200;
const BEHIND = 80;

const known = new WeakMap<Document, readonly Prose[]>();

/** In the order of the text. */
function prosesOf(document: Document): readonly Prose[] {
  const { blocks = [], rows = [] } = document.markdown ?? {};
  const made =
    known.get(document) ??
    [...blocks.map(({ prose }) => prose), ...rows.flatMap(({ cells }) => cells)].sort(
      (one, other) => one.start - other.start,
    );
  known.set(document, made);
  return made;
}

/** The last of some things in order that starts at `offset` or before. */
function lastBefore<T>(things: readonly T[], startOf: (thing: T) => number, offset: number): T | undefined {
  return things[partitionPoint(things, (thing) => startOf(thing) <= offset) - 1];
}

/**
 * Whether a field with its value stands in backticks within a sentence that forbids it: ``Do not write `state: open`.``,
 * `` `state: open` is refused.``
 */
export function isCounterExample({ keySpan, form }: Field, document: Document): boolean {
  if (form !== 'inline' && form !== 'item' && form !== 'paragraph') return false;
  const prose = lastBefore(prosesOf(document), ({ start }) => start, keySpan.start);
  if (prose === undefined || prose.end < keySpan.end) return false;
  const code = lastBefore(prose.code, ({ start, end }) => prose.at(start, end).start, keySpan.start);
  if (code === undefined || prose.at(code.start, code.end).end < keySpan.end) return false;
  if (!/[:=]\s{0,3}\S/.test(prose.text.slice(code.start, code.end))) return false;
  const before = prose.text
    .slice(Math.max(0, code.start - BEFORE), code.start)
    .split(/[.!?;]\s/)
    .at(-1)!;
  return FORBIDDEN.test(before) || REFUSED.test(prose.text.slice(code.end, code.end + BEHIND));
}
