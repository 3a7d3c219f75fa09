import { isLogged } from './logged.ts';

/** A time alone in its cell; Python's default writes `10:15:03,123 ` before a message. */
const TIME_CELL =
  /(?:^|[,;\t]|\| ?)["'`]?(?:(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d(?![,.]\d{3} )(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d(?::?\d\d)?| [A-Z]{3,4})?|\d{13})["'`]?(?:[,;\t]| ?\||$)/;

/** Cells by commas, semicolons or tabs, of at most two words each: a message has more. */
const CELLS = [',', ';', '\\t'].map((mark) => {
  const cell = `[^${mark}\\s]{0,60}(?: [^${mark}\\s]{1,60})?`;
  return new RegExp(`^${cell}(?:${mark}${cell}){1,400}$`);
});

/** Cells of a table, of so many words. */
const tableOf = (words: number): RegExp => {
  const cell = `(?: {0,9}[^|\\s]{1,80}(?: [^|\\s]{1,60}){0,${words - 1}})? {0,9}`;
  return new RegExp(`^${cell}(?:\\|${cell}){1,100}$`);
};
const TABLE = tableOf(2);
/** Behind a time that comes first stands what happened then, in two words already. */
const TABLE_BY_TIME = tableOf(1);
const TIME_FIRST = /^[^A-Za-z]{0,8}?(?:\d{4}[-/]\d\d[-/]|\d\d:\d\d|\d{13})/;

/** `00:00:01,123 --> 00:00:04,456` of subtitles. */
const CUE = /^\d\d:\d\d:\d\d[.,]\d{3} --> \d\d:\d\d:\d\d[.,]\d{3}(?!\d)/;

/** Whether a line is a row of a file of data, of which a time is a value as any. */
export function isDataRow(line: string): boolean {
  if (CUE.test(line)) return true;
  return TIME_CELL.test(line) && isOfCells(line) && !isLogged(line);
}

function isOfCells(line: string): boolean {
  if (CELLS.some((cells) => cells.test(line))) return true;
  return line.includes('|') && (TIME_FIRST.test(line) ? TABLE_BY_TIME : TABLE).test(line);
}
