import { describe, expect, it } from 'vitest';
import { evidenceFinder } from '../../src/evidence/finder.ts';
import { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import { startOfRun } from '../../src/evidence/run-directory.ts';
import { HELD, KEY, PRINTED, partOf } from './run.ts';

const FORMULA =
  'Every run begins with a greeting that the harness prints by itself, names the engine with its stage, and wishes whoever reads it a good day.';

/** One a day, so that a text can be older than some of them. */
const runs = Array.from({ length: 8 }, (_, day) => `2026070${day + 1}T081502Z-r2-date-parse-9917`);

const traceOf = (texts: readonly string[]) =>
  texts.map((stdout) => `${JSON.stringify({ tool: 'bash', stdout })}\n`).join('');

function finder() {
  const parts = runs.map((run, day) => {
    const texts = [`${PRINTED} On day ${day}.`, HELD].slice(0, day === 0 ? 2 : 1);
    return partOf({ 'trace.jsonl': traceOf(day < 5 ? [FORMULA, ...texts] : texts) }, KEY, run);
  });
  // Takes the formula off the fourth run and the fifth, which leaves it in three of eight.
  const known = [{ text: `# Harness\n\n${FORMULA}\n`, since: startOfRun(runs[2]!) + 1 }];
  return evidenceFinder(new EvidenceIndex(parts, KEY), () => known);
}

const doc = (text: string): string => `# Notes\n\n${text}\n`;

describe('what a finder tells of a text', () => {
  it.each([
    ['a formula of the runs', FORMULA, 0],
    ['what a run printed', HELD, 1],
  ])('is the same before and after it has read what was held before: %s', async (_, text, copies) => {
    const find = finder();
    expect(await find(doc(text))).toHaveLength(copies);
    expect(await find(doc(HELD))).toHaveLength(1);
    expect(await find(doc(text))).toHaveLength(copies);
  });
});
