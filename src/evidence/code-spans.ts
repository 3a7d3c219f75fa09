/** A short span of code in a sentence mentions evidence, it doesn't copy it: `case_process_started`. */
const CODE_SPAN = /`[^`\n\r]{1,64}`/g;

/** Two words of a sentence: letters, with nothing but blanks between. */
const PROSE = /(?<![\w`])[A-Za-z][a-z]{1,20}[,;:]? (?:[A-Za-z][a-z]{1,20}|a|I)(?![\w`])/;

/** Blanks the short code spans of lines that also hold prose. Offsets stay. */
export function withoutCodeSpans(text: string): string {
  if (!text.includes('`')) return text;
  return text.replace(/[^\n\r]*`[^\n\r]*/g, (line) => {
    const blanked = line.replace(CODE_SPAN, (span) => ' '.repeat(span.length));
    return PROSE.test(blanked) ? blanked : line;
  });
}
