import type { Name } from '../name.ts';
import { toName } from '../name.ts';
import { foldedName } from './folded-name.ts';

/**
 * `20260602T101500Z-r1-string-slugify-4711`: time, slug, process id. The time must be one that a clock can show, so
 * that a slug of digits is no run.
 */
const RUN =
  /(?<![0-9A-Za-z])20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ-[a-z0-9](?:[a-z0-9._]|-(?=[a-z0-9])){0,63}-\d{1,10}(?![0-9A-Za-z])/gi;

/** Stands in each of them. Few texts hold it, and to look for all of a name takes longer to get ready. */
const MOMENT = /T\d{6}Z-/i;

/** Whether one segment of a path is the name of a run directory, in any case and Unicode form. */
export function isRunDirectoryName(segment: string): boolean {
  RUN.lastIndex = 0;
  const folded = foldedName(segment);
  if (!MOMENT.test(folded)) return false;
  const found = RUN.exec(folded);
  return found !== null && found.index === 0 && found[0].length === folded.length;
}

/** Every run directory that a text names, once each, in the order of the text. */
export function runDirectoriesNamed(text: string): readonly Name[] {
  if (!MOMENT.test(text)) return [];
  const names = new Set<Name>();
  RUN.lastIndex = 0;
  for (let found = RUN.exec(text); found; found = RUN.exec(text)) {
    const name = toName(found[0]);
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

export function namesRunDirectory(text: string): boolean {
  RUN.lastIndex = 0;
  return MOMENT.test(text) && RUN.test(text);
}

/** Milliseconds. Runs end within a day. */
export const LONGEST_RUN = 24 * 60 * 60 * 1000;

/** When a run began, by its name: milliseconds since 1970. */
export function startOfRun(run: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i.exec(run) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}
