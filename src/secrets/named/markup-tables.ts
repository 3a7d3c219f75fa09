import type { Span } from '../../place.ts';
import { cellsOf, lineAt, MOST_ROWS, type Row, type Table, trimmed } from './table.ts';

/** Its columns are as wide as the stretches of the rule above, below and at the end. */
const SIMPLE_RULE = /^[ \t]{0,40}={2,200}(?:[ \t]{1,40}={2,200}){1,49}[ \t]{0,20}\r?$/;
const ASCIIDOC_EDGE = /^\|={3,80}[ \t]{0,20}\r?$/;

/** A table in another markup than bars with a rule below: reStructuredText, AsciiDoc, MediaWiki, Jira, LaTeX. */
export function markupTable(text: string, header: Span): Table | undefined {
  const line = textOf(text, header).trim();
  if (line.startsWith('||')) return jiraTable(text, header);
  if (line.startsWith('!')) return wikiTable(text, header);
  if (line.endsWith('\\\\')) return latexTable(text, header);
  const above = lineAt(text, header.start - 1);
  if (above === undefined) return undefined;
  const edge = textOf(text, above);
  if (line.startsWith('|')) return ASCIIDOC_EDGE.test(edge) ? asciidocTable(text, header) : undefined;
  return SIMPLE_RULE.test(edge) ? simpleTable(text, header, edge) : undefined;
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What ends nowhere is no table; that its lines were read is told, so that none is read again for the next name. */
function unended(headerLine: Span, last: Span): Table {
  return { headerEnd: headerLine.end, end: last.end, header: [], rows: [] };
}

/** The lines from a place on, until one that ends the table or is too long for one. */
function* linesFrom(text: string, start: number): Generator<Span> {
  let at = start;
  for (let count = 0; count < MOST_ROWS; count++) {
    const line = lineAt(text, at);
    if (line === undefined) return;
    yield line;
    at = line.end + 1;
  }
}

/** https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables */
function simpleTable(text: string, headerLine: Span, rule: string): Table | undefined {
  const widths = Array.from(rule.matchAll(/={2,200}/g), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const rowOf = (line: Span): Row =>
    widths.map(({ start, end }, column) => {
      const isLast = column === widths.length - 1;
      return trimmed(
        text,
        Math.min(line.start + start, line.end),
        isLast ? line.end : Math.min(line.start + end, line.end),
      );
    });
  const rows: Row[] = [];
  let rules = 0;
  let last = headerLine;
  for (const line of linesFrom(text, headerLine.end + 1)) {
    last = line;
    const isRule = SIMPLE_RULE.test(textOf(text, line));
    if (isRule) rules++;
    // Only a header has a rule below it in the next line.
    else if (rules === 0) return undefined;
    else rows.push(rowOf(line));
    if (rules === 2) return { headerEnd: headerLine.end, end: line.end, header: rowOf(headerLine), rows };
  }
  return unended(headerLine, last);
}

/** A row may have a line for each of its cells. https://docs.asciidoctor.org/asciidoc/latest/tables/build-a-basic-table/ */
function asciidocTable(text: string, headerLine: Span): Table | undefined {
  const header = cellsOf(text, headerLine, '|');
  const cells: Span[] = [];
  let last = headerLine;
  for (const line of linesFrom(text, headerLine.end + 1)) {
    last = line;
    const written = textOf(text, line);
    if (ASCIIDOC_EDGE.test(written))
      return { headerEnd: headerLine.end, end: line.end, header, rows: inRows(cells, header.length) };
    if (written.startsWith('|')) cells.push(...cellsOf(text, line, '|'));
  }
  return unended(headerLine, last);
}

function inRows(cells: readonly Span[], width: number): readonly Row[] {
  return Array.from({ length: Math.ceil(cells.length / width) }, (_, row) =>
    cells.slice(row * width, (row + 1) * width),
  );
}

/** `! User !! Password`, or a line each, then `|-` between the rows. https://www.mediawiki.org/wiki/Help:Tables */
function wikiTable(text: string, headerLine: Span): Table | undefined {
  const header = [...cellsOf(text, headerLine, '!!')];
  header[0] = trimmed(text, headerLine.start + 1, header[0]!.end);
  let above = lineAt(text, headerLine.start - 1);
  while (above !== undefined && text[above.start] === '!' && header.length < 50) {
    header.unshift(trimmed(text, above.start + 1, above.end));
    above = lineAt(text, above.start - 1);
  }
  const rows: Span[][] = [];
  let last = headerLine;
  for (const line of linesFrom(text, headerLine.end + 1)) {
    last = line;
    const written = textOf(text, line);
    if (written.startsWith('|}')) return { headerEnd: headerLine.end, end: line.end, header, rows };
    if (written.startsWith('|-')) rows.push([]);
    else if (written.startsWith('|') && rows.length > 0)
      rows.at(-1)!.push(...cellsOf(text, { start: line.start + 1, end: line.end }, '||'));
  }
  return unended(headerLine, last);
}

/** `||User||Password||`, then `|ops|…|`. https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=tables */
function jiraTable(text: string, headerLine: Span): Table | undefined {
  const start = headerLine.start + textOf(text, headerLine).indexOf('||') + 2;
  const header = cellsOf(text, { start, end: headerLine.end }, '||');
  const rows: Row[] = [];
  let end = headerLine.end;
  for (const line of linesFrom(text, headerLine.end + 1)) {
    if (!/^[ \t]{0,20}\|[^|]/.test(textOf(text, line))) break;
    rows.push(cellsOf(text, line, '|'));
    end = line.end;
  }
  return rows.length > 0 ? { headerEnd: headerLine.end, end, header, rows } : undefined;
}

/** `User & Password \\`, then rows like it and rules, up to the `\end` of the environment. */
function latexTable(text: string, headerLine: Span): Table | undefined {
  const rowOf = (line: Span): Row => {
    const ending = textOf(text, line).lastIndexOf('\\\\');
    return cellsOf(text, { start: line.start, end: ending === -1 ? line.end : line.start + ending }, '&');
  };
  const rows: Row[] = [];
  let last = headerLine;
  for (const line of linesFrom(text, headerLine.end + 1)) {
    last = line;
    const written = textOf(text, line);
    if (written.includes('\\end{'))
      return { headerEnd: headerLine.end, end: line.end, header: rowOf(headerLine), rows };
    if (written.includes('&')) rows.push(rowOf(line));
  }
  return unended(headerLine, last);
}
