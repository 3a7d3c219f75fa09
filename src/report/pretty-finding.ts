import type picocolors from 'picocolors';
import type { Finding, Report } from './report.ts';
import { safeLine } from './safe-text.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

export function position({ line, column }: { readonly line: number; readonly column: number }): string {
  return `:${line}:${column}`;
}

export function paintSeverity({ severity }: Finding, colors: Colors, text: string): string {
  return colors.bold(severity === 'error' ? colors.red(text) : colors.yellow(text));
}

/** A commit is named by as much as people type; refs and the like as they are. */
export function shortCommit(commit: string): string {
  return /^[0-9a-f]{40,64}$/.test(commit) ? commit.slice(0, 12) : safeLine(commit);
}

interface FindingInFile {
  readonly finding: Finding;
  readonly isFirstOfFile: boolean;
  readonly withHelp: boolean;
}

/**
 * Goes through the findings file by file. What to do about a rule is said once a file: forty findings of one rule need
 * no forty times the same advice.
 */
export function* eachFinding({ findings }: Report): Iterable<FindingInFile> {
  const helped = new Set<string>();
  let path: string | undefined;
  for (const finding of findings) {
    const isFirstOfFile = finding.path !== path;
    if (isFirstOfFile) helped.clear();
    yield { finding, isFirstOfFile, withHelp: finding.help !== '' && !helped.has(finding.help) };
    helped.add(finding.help);
    path = finding.path;
  }
}
