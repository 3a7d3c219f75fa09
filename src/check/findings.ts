import { createHash } from 'node:crypto';
import type { Place, SourceFile } from '../file.ts';
import { partsUsed } from '../parts-used.ts';
import { positionOf } from '../place.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding, RelatedPlace } from '../report/report.ts';
import type { Severity } from '../rule.ts';
import { startsOf } from './lines.ts';
import { maskPath, maskText } from './masking.ts';
import { fillMessage } from './message.ts';
import type { Hit } from './run-rules.ts';

/** A finding with the problem that it was made from, whose place still knows its file. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly hit: Hit;
}

function severityOf({ rule, problem }: Hit, policy: Policy): Severity {
  const set = (policy.rules as Record<string, Severity | 'off' | undefined>)[rule.id];
  if (set === 'error' || set === 'warning') return set;
  return problem.certainty === 'likely' ? 'warning' : rule.severity;
}

/**
 * Tells findings apart without line numbers or commits, so that it survives edits elsewhere in the file and a rebase.
 * The line's secrets are masked first: a fingerprint must not confirm a guess.
 */
function fingerprintOf(ruleId: string, path: string, message: string, line: string): string {
  const text = [ruleId, path, message, line.replace(/\s+/g, ' ').trim()].join('\0');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Around a finding, as much of a line of a megabyte as tells it apart: whole lines for each would take minutes. */
const MAX_AROUND = 500;

function lineAt(file: SourceFile, place: Place): string {
  const { line } = positionOf(startsOf(file), place);
  const from = Math.max(startsOf(file)[line - 1]!, place.start - MAX_AROUND);
  const to = Math.min(startsOf(file)[line] ?? file.text.length, place.start + MAX_AROUND);
  return maskText(file, from, to);
}

function related(hit: Hit): RelatedPlace[] {
  return (hit.problem.related ?? []).map(({ at, message, data }) => {
    const { line, column } = positionOf(startsOf(at.file), at);
    return { path: maskPath(at.file), line, column, message: fillMessage(hit.rule.messages[message]!, data) };
  });
}

/** Lines, columns, severity and fingerprint of what the rules reported; sorted, and of equal ones the first. */
export function toFindings(hits: readonly Hit[], policy: Policy, commit?: string): PlacedFinding[] {
  // Of nearly every file.
  if (hits.length === 0) return [];
  partsUsed.add('findings');
  const made = hits.map((hit) => {
    const { rule, problem } = hit;
    const { file } = problem.at;
    const path = maskPath(file);
    const message = fillMessage(rule.messages[problem.message]!, problem.data);
    const finding: Finding = {
      ruleId: rule.id,
      severity: severityOf(hit, policy),
      message,
      help: rule.help,
      path,
      ...positionOf(startsOf(file), problem.at),
      commit: commit ?? file.commit ?? null,
      fingerprint: problem.fingerprint ?? fingerprintOf(rule.id, path, message, lineAt(file, problem.at)),
      related: related(hit),
    };
    return { finding, hit };
  });
  made.sort((a, b) => compareFindings(a.finding, b.finding));
  const seen = new Set<string>();
  return made.filter(({ finding }) => {
    const key = JSON.stringify([
      finding.path,
      finding.line,
      finding.column,
      finding.ruleId,
      finding.message,
      finding.commit,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** By path, line, column, rule; what is still equal by message and commit, so that the order never depends on the run. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.message, b.message) ||
    compare(a.commit ?? '', b.commit ?? '') ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn ||
    compare(a.fingerprint, b.fingerprint)
  );
}

/** By code units: the order of no language, and the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
