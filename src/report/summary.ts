import type { Finding, Report } from './report.ts';
import { safeLine } from './safe-text.ts';

/** `1 error`, `12 files`. Digits are not grouped: scripts read them. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Decimal units, as disks and `ls --si` have them: 48211 is `48 KB`. */
export function sized(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const units = ['KB', 'MB', 'GB', 'TB'];
  let size = bytes / 1000;
  let unit = 0;
  // 999.5 would be rounded to `1000 KB`.
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 9.95 ? size.toFixed(1).replace('.0', '') : Math.round(size)} ${units[unit]}`;
}

/** What a run judged: `12 files, 48 KB, 3 commits`; commits where the scope has any. */
export function judgedText({ judged, scope }: Pick<Report, 'judged' | 'scope'>): string {
  const parts = [counted(judged.files, 'file'), sized(judged.bytes)];
  if (scope.kind === 'message') parts.push('1 message');
  const hasCommits = ['range', 'history', 'push'].includes(scope.kind);
  if (hasCommits || judged.commits > 0) parts.push(counted(judged.commits, 'commit'));
  return parts.join(', ');
}

/** `2 errors, 1 warning`; `no findings`, or `no new findings` where known ones are left out. */
export function countsText({ counts, known = 0 }: Pick<Report, 'counts' | 'known'>): string {
  const parts = [];
  if (counts.error > 0) parts.push(counted(counts.error, 'error'));
  if (counts.warning > 0) parts.push(counted(counts.warning, 'warning'));
  if (parts.length === 0) return known === 0 ? 'no findings' : 'no new findings';
  return parts.join(', ');
}

/** What stands behind the counts and is in none of them: `, 2 suppressed, 11 known ones not counted`. */
export function uncountedText({ suppressed = [], known = 0 }: Pick<Report, 'suppressed' | 'known'>): string {
  const parts = [];
  if (suppressed.length > 0) parts.push(`, ${suppressed.length} suppressed`);
  if (known > 0) parts.push(`, ${counted(known, 'known one')} not counted`);
  return parts.join('');
}

/** Errors before warnings, each as they were: what is cut off is what matters least. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity);
  return [...of('error'), ...of('warning')];
}

/** Archives and pointers of a big tree could fill a screen. */
const NOT_JUDGED_SHOWN = 5;

/** `, not judged: TGT-1, a.zip, 2 more`; empty where all was judged. */
export function notJudgedText({ notJudged }: Pick<Report, 'notJudged'>): string {
  if (notJudged.length === 0) return '';
  const names = notJudged.slice(0, NOT_JUDGED_SHOWN).map(({ what }) => safeLine(what));
  const rest = notJudged.length - names.length;
  if (rest > 0) names.push(`${rest} more`);
  return `, not judged: ${names.join(', ')}`;
}
