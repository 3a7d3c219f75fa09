import type { Line } from '../text/lines.ts';
import { GRAM, WINDOW } from './grams.ts';

/** A program that waits says the same few lines over and over. */
const LONGEST_PERIOD = 8;

/**
 * So many times what repeats is kept: with a symbol or more each time, these are a file's worth of symbols, and all grams
 * and windows of grams that any number of times has.
 */
const KEPT_TIMES = GRAM + WINDOW + 16;

/** The times that are left out are a multiple of this, so that winnowing goes on as it would have. */
const STEP = WINDOW;

/**
 * The lines of evidence without what one to eight lines that repeat for long say again: it would give the entries that are
 * there already. A log of 60 MB may be one line.
 */
export function withoutRepeats(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  let from = 0;
  const equal = new Uint32Array(LONGEST_PERIOD + 1);
  for (let at = 1; at < lines.length; at++) {
    for (let period = 1; period <= LONGEST_PERIOD; period++) {
      equal[period] = isSame(lines, at, period) ? equal[period]! + 1 : 0;
      if (equal[period]! < (KEPT_TIMES + STEP) * period) continue;
      const first = at + 1 - equal[period]! - period;
      while (at + 1 < lines.length && isSame(lines, at + 1, period)) at++;
      const times = Math.floor((at + 1 - first) / period) - KEPT_TIMES;
      const keptUpTo = first + KEPT_TIMES * period;
      for (let line = from; line < keptUpTo; line++) kept.push(lines[line]!);
      from = keptUpTo + Math.floor(times / STEP) * STEP * period;
      equal.fill(0);
      break;
    }
  }
  if (from === 0) return lines;
  for (let line = from; line < lines.length; line++) kept.push(lines[line]!);
  return kept;
}

function isSame(lines: readonly Line[], at: number, before: number): boolean {
  if (at < before) return false;
  const a = lines[at]!;
  const b = lines[at - before]!;
  return a.marks === b.marks && a.change === b.change && a.text === b.text;
}
