import type picocolors from 'picocolors';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { frameRows } from './frame.ts';
import type { Finding, Frame } from './report.ts';
import { safeLine } from './safe-text.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

const INDENT = '  ';
/** Labels stand in a column of their own, as wide as the widest, so that texts begin under one another. */
const label = (name: string): string => name.padEnd('warning'.length);

function paintSeverity({ severity }: Finding, colors: Colors, text: string = severity): string {
  return colors.bold(severity === 'error' ? colors.red(text) : colors.yellow(text));
}

/** Rows of a text beside its label. Words are kept whole: a path that is cut can't be copied. */
export function labelled(name: string, text: string, columns: number): string[] {
  const indent = INDENT.length + stringWidth(name) + 2;
  const rows = wrapAnsi(text, columns - indent, { hard: false }).split('\n');
  return rows.map((row, index) => (index === 0 ? `${INDENT}${name}  ${row}` : `${' '.repeat(indent)}${row}`));
}

function position({ line, column }: { readonly line: number; readonly column: number }): string {
  return `:${line}:${column}`;
}

/** A commit is named by as much as people type; refs and the like as they are. */
function shortCommit(commit: string): string {
  return /^[0-9a-f]{40,64}$/.test(commit) ? commit.slice(0, 12) : safeLine(commit);
}

/**
 * One line a finding and one a remark, never wrapped: what is no terminal is read by `grep` and by programs.
 * `path:line:column  severity  message  rule-id`
 */
export function plainFinding(finding: Finding, help: boolean, colors: Colors): string[] {
  const where = safeLine(finding.path) + position(finding);
  const rule = colors.dim(safeLine(finding.ruleId));
  const rows = [`${where}  ${paintSeverity(finding, colors)}  ${safeLine(finding.message)}  ${rule}`];
  if (help) rows.push(`    help: ${safeLine(finding.help)}`);
  for (const place of finding.related) {
    rows.push(`    see: ${safeLine(place.path)}${position(place)}  ${safeLine(place.message)}`);
  }
  if (finding.commit !== null) rows.push(`    commit: ${shortCommit(finding.commit)}`);
  return rows;
}

/** The same for eyes: the place, the message under it, the lines that are meant, what to do. */
export function terminalFinding(
  finding: Finding,
  frame: Frame | undefined,
  shown: { readonly help: boolean; readonly path: boolean },
  columns: number,
  colors: Colors,
): string[] {
  const path = safeLine(finding.path);
  const rows = [(shown.path ? colors.bold(path) : colors.dim(path)) + colors.cyan(position(finding))];

  const severity = paintSeverity(finding, colors, label(finding.severity));
  const rule = colors.dim(safeLine(finding.ruleId));
  rows.push(...labelled(severity, `${safeLine(finding.message)}  ${rule}`, columns));

  if (frame !== undefined && frame.lines.length > 0) {
    const paint = {
      gutter: colors.dim,
      context: colors.dim,
      caret: (text: string) => paintSeverity(finding, colors, text),
    };
    const framed = frameRows(frame, finding, columns - INDENT.length, paint).map((row) => INDENT + row);
    rows.push('', ...framed, '');
  }

  if (shown.help) rows.push(...labelled(colors.green(label('help')), safeLine(finding.help), columns));
  for (const place of finding.related) {
    const text = `${safeLine(place.path)}${colors.cyan(position(place))}  ${safeLine(place.message)}`;
    rows.push(...labelled(colors.cyan(label('see')), text, columns));
  }
  if (finding.commit !== null)
    rows.push(...labelled(colors.cyan(label('commit')), shortCommit(finding.commit), columns));
  return rows;
}
