import type { Place } from '../file.ts';
import { positionOf } from '../place.ts';
import type { Frame } from '../report/report.ts';
import { startsOf } from './lines.ts';
import { maskText } from './masking.ts';

const AROUND = 1;

/** UTF-16 units of a line on either side of the finding: more than any terminal shows, and no line of megabytes. */
const REACH = 5000;

/** The line of a finding and one on either side, detected secrets masked. For a terminal only. */
export function frameOf({ file, start, end }: Place): Frame {
  const starts = startsOf(file);
  const { line } = positionOf(starts, { start, end });
  const first = Math.max(1, line - AROUND);
  // Behind the line break that ends a file there is no line to show.
  const all = starts.at(-1) === file.text.length ? starts.length - 1 : starts.length;
  const last = Math.max(line, Math.min(all, line + AROUND));
  const lines: string[] = [];
  const skipped = Math.max(0, start - REACH - starts[line - 1]!);
  for (let number = first; number <= last; number++) {
    const from = starts[number - 1]! + (number === line ? skipped : 0);
    const to = Math.min(starts[number] ?? file.text.length, from + 2 * REACH);
    lines.push(maskText(file, from, to).replace(/[\r\n]+$/, ''));
  }
  return skipped === 0 ? { firstLine: first, lines } : { firstLine: first, lines, skipped };
}
