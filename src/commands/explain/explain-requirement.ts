import { RULES } from '../../../rules/registry.ts';
import { wrappedBehind } from '../../report/wrapped.ts';
import { enforcedBy } from './requirements.ts';

/** What enforces a requirement, a line or more each: `not judged  TGT-1` in a report leads here. */
export function explainRequirement(row: string, columns: number): string {
  const enforcing = enforcedBy(row);
  if (enforcing.length === 0) return `${row} is kept by cto-lint itself, whatever a repository holds.\n`;
  const width = Math.max(...enforcing.map((one) => one.length));
  const lines = enforcing.flatMap((one) => {
    const summary = RULES.find(({ id }) => id === one)?.summary ?? 'A command: `--help` tells what it asks.';
    return wrappedBehind(`  ${one.padEnd(width)}  `, summary, columns);
  });
  return [`${row} is enforced by`, '', ...lines, ''].join('\n');
}
