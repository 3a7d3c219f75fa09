import { type Document, isMap, type LineCounter } from 'yaml';

/** The line, from 1, of what a path of keys and indexes leads to, or of the last of its parents that is there. */
export function lineOf(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range) return lines.linePos(range[0]!).line;
  }
  return undefined;
}

/** The line of a key itself, for what is wrong with a key: the value may begin on a later line. */
export function keyLine(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
  key: string,
): number | undefined {
  const parent: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => String((item.key as { value?: unknown }).value) === key);
  const range = (pair?.key as { range?: readonly number[] } | undefined)?.range;
  return range ? lines.linePos(range[0]!).line : undefined;
}
