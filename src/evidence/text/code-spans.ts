/** A short span of code in a sentence mentions evidence, it doesn't copy it: `case_process_started`. */
const CODE_SPAN = /`[^`\n\r]{1,64}`/g;

/** Two words of a sentence: letters, with nothing but blanks between. */
const PROSE = /(?<![\w`])[A-Za-z][a-z]{1,20}[,;:]? (?:[A-Za-z][a-z]{1,20}|a|I)(?![\w`])/;

/** Blanks the short code spans of lines that also hold prose. Offsets stay. */
export function withoutCodeSpans(text: string): string {
  let result = '';
  let done = 0;
  for (let tick = text.indexOf('`'); tick !== -1; tick = text.indexOf('`', done)) {
    const start = Math.max(done, text.lastIndexOf('\n', tick) + 1);
    const newline = text.indexOf('\n', tick);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    const blanked = line.replace(CODE_SPAN, (span) => ' '.repeat(span.length));
    result += text.slice(done, start) + (PROSE.test(blanked) ? blanked : line);
    done = end;
  }
  return result + text.slice(done);
}
