import { type Place, placeOf } from '../file.ts';
import type { Document, Field } from './document.ts';

/** One element of a comma-separated value, without backticks or quotes. */
export interface Element {
  readonly text: string;
  readonly place: Place;
}

const MAX_ELEMENTS = 500;

const DECORATION = /^[\s`"'*_<[]+|[\s`"'*>\]]+$/g;

/**
 * The elements of a comma-separated value. Places are looked up in the text in order, since between the commas there may
 * be markup that the value does not have.
 */
export function elementsOf(document: Document, field: Field): readonly Element[] {
  const { file } = document;
  const end = field.valueSpan.end;
  let from = field.valueSpan.start;
  const parts = field.value.split(/[,，、]/);
  // More than anybody lists: one element that means nothing, instead of a search for each.
  if (parts.length > MAX_ELEMENTS) return [{ text: field.value, place: placeOf(file, field.valueSpan) }];
  return parts.flatMap((part) => {
    const text = part.replace(DECORATION, '').trim();
    if (text === '') return [];
    const at = file.text.slice(from, end).indexOf(text);
    if (at < 0) return [{ text, place: placeOf(file, field.valueSpan) }];
    const start = from + at;
    from = start + text.length;
    return [{ text, place: placeOf(file, { start, end: from }) }];
  });
}
