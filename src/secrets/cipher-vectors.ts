import type { Span } from '../place.ts';

/** A member that holds bytes, in hex or in base64; bare only in hex. */
const BYTES = String.raw`["']?[ \t]{0,8}[:=]\s{0,8}(?:["'](?:[0-9a-f]{0,8000}|[\w+/-]{12,8000}={0,2})["']|(?:0x)?[0-9a-f]{2,8000}\b)`;

/** The members of a vector beside its key, as NIST's response files and the Wycheproof project name them. */
const PART = new RegExp(
  `(?<!\\w)(?:(?<iv>iv|nonce)|(?<aad>aad|ad)|(?<plain>msg|message|pt|plain[-_ ]?text|input|in)|(?<cipher>ct|cipher[-_ ]?text|output|out)|(?<tag>tag|mac))${BYTES}`,
  'gi',
);

/** A message may be some thousand bytes long. */
const LONGEST = 8000;

/**
 * Tells the keys of a cipher's test vectors: beside such a key stand the text and what became of it, or all else that
 * somebody needs who checks the arithmetic. An object or a paragraph is read once, however many keys stand in it.
 */
export function vectorReader(text: string): (at: number) => boolean {
  let last: Span & { readonly isVector: boolean } = { start: 0, end: 0, isVector: false };
  return (at) => {
    if (at < last.start || at >= last.end) {
      const around = spanAround(text, at);
      last = { ...around, isVector: isVector(text.slice(around.start, around.end)) };
    }
    return last.isVector;
  };
}

/** The innermost object, or the paragraph. */
function spanAround(text: string, at: number): Span {
  const reach = text.slice(at, at + LONGEST);
  const closing = reach.indexOf('}');
  const after = closing < 0 ? reach : reach.slice(0, closing);
  const blank = after.search(/\n\r?\n/);
  const lead = text.slice(Math.max(0, at - LONGEST), at);
  const before = lead.slice(lead.lastIndexOf('{') + 1);
  const lastBlank = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\n\r\n'));
  return {
    start: at - before.length + lastBlank + 1,
    end: at + (blank < 0 ? after.length : blank),
  };
}

function isVector(text: string): boolean {
  const parts = new Set<string>();
  for (const { groups } of text.matchAll(PART))
    for (const [part, value] of Object.entries(groups!)) if (value !== undefined) parts.add(part);
  if (!parts.has('cipher')) return false;
  return parts.has('plain') || (parts.has('iv') && (parts.has('tag') || parts.has('aad')));
}
