/** A time alone in its cell; Python's default writes `10:15:03,123 ` before a message. */
const TIME_CELL =
  /(?:^|[,;\t])["']?(?:(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d(?![,.]\d{3} )(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d| [A-Z]{3,4})?|\d{13})["']?(?:[,;\t]|$)/;

/** Cells by commas, semicolons or tabs, of at most two words each: a message has more. */
const CELLS = [',', ';', '\\t'].map((mark) => {
  const cell = `[^${mark}\\s]{0,60}(?: [^${mark}\\s]{1,60})?`;
  return new RegExp(`^${cell}(?:${mark}${cell}){1,400}$`);
});

/** A cell of a program's log: its level, the name of a run, `tool_call`. */
const LOGGED =
  /[,;\t]["']?\[?(?:(?:trace|debug|info|notice|warn(?:ing)?|error|err|fatal|critical|severe|panic)(?![\w-])|(?:tool|turn|session|agent|backend|exec|call|run|harness|step|request|message)[_.[:-])|\d{6}Z-/i;

/** Whether a line is a row of a file of data, of which a time is a value as any. */
export function isDataRow(line: string): boolean {
  return TIME_CELL.test(line) && CELLS.some((cells) => cells.test(line)) && !LOGGED.test(line);
}
