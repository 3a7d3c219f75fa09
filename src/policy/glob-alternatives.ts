import micromatch from 'micromatch';

// `{1..12}` and `{a..z}`
const RANGE = /^(-?\d{1,9}|[^\d])\.\.(-?\d{1,9}|[^\d])(?:\.\.\d{1,9})?$/;

function lengthOfRange(text: string): number {
  const [, from = '', to = ''] = RANGE.exec(text) ?? [];
  if (from === '') return text.includes('..') ? Number.POSITIVE_INFINITY : 1;
  const [first, last] = [from, to].map((end) => (/\d/.test(end) ? Number(end) : end.codePointAt(0)!));
  return Math.abs(last! - first!) + 1;
}

/** For how many globs without braces one stands, or more: what is in quotes or brackets counts too. */
export function countAlternatives(glob: string): number {
  // For each list that is open: its alternatives before the last comma, and the ways to read what follows it.
  const open = [{ before: 0, ways: 1, start: 0 }];
  for (const [at, sign] of [...glob].entries()) {
    const innermost = open.at(-1)!;
    if (sign === '{') open.push({ before: 0, ways: 1, start: at + 1 });
    else if (sign === ',' && open.length > 1) {
      innermost.before += innermost.ways;
      innermost.ways = 1;
    } else if (sign === '}' && open.length > 1) {
      const { before, ways, start } = open.pop()!;
      const inside = [...glob].slice(start, at).join('');
      open.at(-1)!.ways *= before > 0 ? before + ways : ways * lengthOfRange(inside);
    }
  }
  return open.reduce((product, { before, ways }) => product * (before + ways), 1);
}

/** One list of plain words, `*.task.{json,yaml}`: most globs with braces, told without a library that has to be loaded. */
const ONE_LIST = /^([\w./*-]*)\{([\w-]+(?:,[\w-]+)+)\}([\w./*-]*)$/;

/** The globs without braces that one stands for. They are as many as `countAlternatives` says, or fewer. */
export function alternatives(glob: string): readonly string[] {
  if (!glob.includes('{')) return [glob];
  const list = ONE_LIST.exec(glob);
  if (list) return list[2]!.split(',').map((word) => `${list[1]}${word}${list[3]}`);
  const expanded = micromatch.braces(glob, { expand: true });
  return expanded.length === 0 ? [glob] : expanded;
}
