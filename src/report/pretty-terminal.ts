import { frameRows } from './frame.ts';
import { type Colors, eachFinding, paintSeverity, position, shortCommit } from './pretty-finding.ts';
import { summaryEntries, verdict } from './pretty-summary.ts';
import type { Finding, Frame, Report } from './report.ts';
import { safeLine } from './safe-text.ts';
import { wrappedBehind } from './wrapped.ts';

const INDENT = '  ';
/** Labels stand in a column of their own, as wide as the widest, so that texts begin under one another. */
const padded = (label: string): string => label.padEnd('warning'.length);

function labelled(label: string, text: string, columns: number): string[] {
  return wrappedBehind(`${INDENT}${label}  `, text, columns);
}

function framed(finding: Finding, frame: Frame | undefined, columns: number, colors: Colors): string[] {
  if (frame === undefined || frame.lines.length === 0) return [];
  const rows = frameRows(frame, finding, columns - INDENT.length, {
    gutter: colors.dim,
    context: colors.dim,
    caret: (text) => paintSeverity(finding, colors, text),
  });
  return ['', ...rows.map((row) => INDENT + row), ''];
}

/** Each finding as a block that fits the width: the place, the message, the lines that are meant, what to do. */
export function terminalRows(
  report: Report,
  frames: ReadonlyMap<Finding, Frame>,
  columns: number,
  colors: Colors,
  command: string,
): string[] {
  const rows: string[] = [];
  for (const { finding, isFirstOfFile, withHelp } of eachFinding(report)) {
    const path = safeLine(finding.path);
    rows.push((isFirstOfFile ? colors.bold(path) : colors.dim(path)) + colors.cyan(position(finding)));
    const message = `${safeLine(finding.message)}  ${colors.dim(safeLine(finding.ruleId))}`;
    rows.push(...labelled(paintSeverity(finding, colors, padded(finding.severity)), message, columns));
    rows.push(...framed(finding, frames.get(finding), columns, colors));
    if (withHelp) rows.push(...labelled(colors.green(padded('help')), safeLine(finding.help), columns));
    for (const place of finding.related) {
      const text = `${safeLine(place.path)}${colors.cyan(position(place))}  ${safeLine(place.message)}`;
      rows.push(...labelled(colors.cyan(padded('see')), text, columns));
    }
    if (finding.commit !== null) {
      rows.push(...labelled(colors.cyan(padded('commit')), shortCommit(finding.commit), columns));
    }
    if (rows.at(-1) !== '') rows.push('');
  }
  rows.push(verdict(report, colors));
  for (const [label, text] of summaryEntries(report, command)) {
    rows.push(...labelled(colors.dim(label), text, columns));
  }
  return rows;
}
