import { partitionPoint } from '../../partition-point.ts';
import type { Span } from '../../place.ts';
import type { Document } from '../document.ts';

const TAG = /<(\/?)([A-Za-z][\w-]{0,30})([^<>]{0,1000})>/g;
/** These hold nothing, so that they hide nothing. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const HIDDEN = /\shidden(?=[\s=/]|$)/i;
/** What a style draws nothing of. */
const UNDRAWN =
  /\sstyle\s{0,4}=[^<>]{0,300}?(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse)|(?:opacity|font-size)\s{0,4}:\s{0,4}0(?![.\d]))/i;

interface Open {
  readonly name: string;
  readonly start: number;
  depth: number;
}

function hides(name: string, attributes: string): boolean {
  return !VOID.test(name) && (HIDDEN.test(attributes) || UNDRAWN.test(attributes));
}

/**
 * The elements of a document that are written not to be seen, by `hidden` or by their style, with what stands between
 * their tags, markdown or not. One that is never closed goes on to the end; a `<p>` ends with its block of HTML.
 */
export function hiddenElements({ markdown, file }: Document): readonly Span[] {
  const found: Span[] = [];
  let open: Open | undefined;
  for (const { start, end } of (markdown?.html ?? []).toSorted((a, b) => a.start - b.start)) {
    for (const match of file.text.slice(start, end).matchAll(TAG)) {
      const [tag, slash = '', shown = '', attributes = ''] = match;
      const name = shown.toLowerCase();
      if (open === undefined) {
        if (slash === '' && hides(name, attributes)) open = { name, start: start + match.index, depth: 1 };
        continue;
      }
      if (name !== open.name || attributes.endsWith('/')) continue;
      open.depth += slash === '' ? 1 : -1;
      if (open.depth > 0) continue;
      found.push({ start: open.start, end: start + match.index + tag.length });
      open = undefined;
    }
    if (open?.name === 'p') {
      found.push({ start: open.start, end });
      open = undefined;
    }
  }
  if (open) found.push({ start: open.start, end: file.text.length });
  return found;
}

/** Those of some elements, in order and apart from each other, that a span meets. */
export function meeting(elements: readonly Span[], { start, end }: Span): readonly Span[] {
  const first = partitionPoint(elements, (one) => one.end <= start);
  return elements.slice(
    first,
    partitionPoint(elements, (one) => one.start < end),
  );
}

/** Tells of a span of a document whether most of it is hidden. */
export function hiddenIn(document: Document): (span: Span) => boolean {
  const hidden = hiddenElements(document);
  return ({ start, end }) =>
    meeting(hidden, { start, end }).some(
      (one) => 2 * (Math.min(end, one.end) - Math.max(start, one.start)) > end - start,
    );
}
