import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/**
 * Rows of a text behind a label, the later ones as far in as the first. Words are kept whole: a path that is cut can't be
 * copied.
 */
export function wrappedBehind(label: string, text: string, columns: number): string[] {
  const indent = stringWidth(label);
  const rows = wrapAnsi(text, Math.max(columns - indent, 20), { hard: false }).split('\n');
  return rows.map((row, index) => `${index === 0 ? label : ' '.repeat(indent)}${row}`.trimEnd());
}

/** Rows of lines that are indented, the later ones of a line four columns further in than its first. */
export function wrappedLines(lines: readonly string[], columns: number): string[] {
  return lines.flatMap((line) => {
    const indent = line.length - line.trimStart().length;
    const [first = '', ...rest] = wrapAnsi(line.trimStart(), Math.max(columns - indent - 4, 20), {
      hard: false,
    }).split('\n');
    return [first, ...rest.map((row) => `    ${row}`)].map((row) => `${' '.repeat(indent)}${row}`.trimEnd());
  });
}
