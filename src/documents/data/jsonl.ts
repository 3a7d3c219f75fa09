import { Faults, type Parsed, placedFrom } from './fragment.ts';
import { parseJson } from './json.ts';
import type { Tree } from './tree.ts';

/**
 * One strict JSON value a line, blank lines aside. Anything else in a line (a pretty-printed part, a second value, a
 * byte order mark) is a fault of that line, and the other lines are read all the same.
 */
export function parseJsonl(text: string): Parsed {
  const trees: Tree[] = [];
  const faults = new Faults(placedFrom(0));
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (/^[ \t]*$/.test(line)) continue;
    const parsed = parseJson(line, { at: placedFrom(start) });
    for (const tree of parsed.trees) trees.push(tree);
    for (const fault of parsed.faults) {
      faults.add(fault.fault === 'not-json' ? 'not-jsonl' : fault.fault, fault.start, fault.end);
    }
  }
  return { trees, faults: faults.list };
}

/** Whether each line is one JSON value, by the runtime's own parser: quicker than reading them with their places. */
export function isJsonl(text: string): boolean {
  try {
    for (const { start, end } of linesOf(text)) {
      const line = text.slice(start, end);
      if (!/^[ \t]*$/.test(line)) JSON.parse(line);
    }
    return true;
  } catch {
    return false;
  }
}

function* linesOf(text: string): Generator<{ start: number; end: number }> {
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
    yield { start, end: found.index };
    start = breaks.lastIndex;
  }
  if (start < text.length) yield { start, end: text.length };
}
