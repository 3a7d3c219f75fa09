import type { Placing } from './fragment.ts';
import type { Entry, Mapping } from './tree.ts';

/** `key: value` with signs that mean nothing to YAML within a value, beginning with a letter, or a date. */
const LINE = /^([A-Za-z_][A-Za-z0-9_-]{0,99}): ([A-Za-z][A-Za-z0-9 ._/@()+,;-]{0,300}|\d{4}-\d\d-\d\d)$/;

/** Letters that are no string in YAML's core schema, and keys that are left to the reader that reports them. */
const OTHERWISE = /^(?:true|false|null|__proto__|constructor|prototype)$/i;

/**
 * Front matter of nothing but plain lines, which most is: it saves loading the YAML parser, the slowest part of looking
 * at a document. `undefined` for anything that could mean more than it seems to; a test holds both readers together.
 */
export function readPlainMapping(source: string, at: Placing): Mapping | undefined {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let start = 0;
  let end = 0;
  for (const line of source.split('\n')) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    const isLast = start + line.length >= source.length;
    const match = LINE.exec(text);
    if (match === null) {
      if (isLast && text === '') break;
      return undefined;
    }
    const [, key, written] = match as unknown as [string, string, string];
    const value = written.trimEnd();
    if (keys.has(key) || OTHERWISE.test(key) || OTHERWISE.test(value)) return undefined;
    keys.add(key);
    const from = start + key.length + 2;
    end = from + value.length;
    entries.push({
      key,
      keySpan: at(start, start + key.length),
      value: { kind: 'scalar', value, ...at(from, end) },
    });
    start += line.length + 1;
  }
  return entries.length === 0 ? undefined : { kind: 'mapping', entries, ...at(0, end) };
}
