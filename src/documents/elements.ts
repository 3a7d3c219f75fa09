import { type Place, placeOf } from '../file.ts';
import type { Span } from '../place.ts';
import type { Document, Field } from './document.ts';

/** One element of a comma-separated value, without backticks or quotes. */
export interface Element {
  readonly text: string;
  readonly place: Place;
  /** Where the link leads that it stands in. */
  readonly target?: string;
}

const MAX_ELEMENTS = 500;

const DECORATION = /^[\s`"'*_<[]+|[\s`"'*>\]]+$/g;

function unmarked(text: string): string {
  return text.replace(/[*_`\\]/g, '');
}

/**
 * The elements of a comma-separated value. Places are looked up in the text in order, since between the commas there may
 * be markup that the value does not have.
 */
export function elementsOf(document: Document, field: Field): readonly Element[] {
  const { valueSpan } = field;
  const links = (document.markdown?.links ?? []).filter(
    ({ start, end }) => start < valueSpan.end && end > valueSpan.start,
  );
  return partsOf(document, field).map(({ text, span }) => {
    // With emphasis within it an element has no place of its own: the link is known by its text then.
    const isShownBy = ({ start, end }: Span): boolean =>
      span === valueSpan && unmarked(document.file.text.slice(start, end)).includes(unmarked(text));
    const link =
      links.find(({ start, end }) => start <= span.start && end >= span.end) ?? links.find(isShownBy);
    const place = placeOf(document.file, span);
    return link === undefined ? { text, place } : { text, place, target: link.target };
  });
}

function partsOf(
  document: Document,
  field: Field,
): readonly { readonly text: string; readonly span: Span }[] {
  const { file } = document;
  const end = field.valueSpan.end;
  let from = field.valueSpan.start;
  const parts = field.value.split(/[,，、]/);
  // More than anybody lists: one element that means nothing, instead of a search for each.
  if (parts.length > MAX_ELEMENTS) return [{ text: field.value, span: field.valueSpan }];
  return parts.flatMap((part) => {
    const text = part.replace(DECORATION, '').trim();
    if (text === '') return [];
    const at = file.text.slice(from, end).indexOf(text);
    if (at < 0) return [{ text, span: field.valueSpan }];
    const start = from + at;
    from = start + text.length;
    return [{ text, span: { start, end: from } }];
  });
}
