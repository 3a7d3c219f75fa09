import type { Timing } from '../../check/timing.ts';

/** Steps that took less are added up: they are none that anybody looks for. */
const LEAST = 1;

/** What `--timing` prints: milliseconds a step, the steps that hold others first, then the rules by what they took. */
export function timingTable({ steps }: Timing, total: number): string {
  const rules = [...steps].filter(([step]) => step.includes('/')).sort((a, b) => b[1] - a[1]);
  const others = [...steps].filter(([step]) => !step.includes('/'));
  const shown = [...others, ...rules.filter(([, took]) => took >= LEAST)];
  const rest = rules.filter(([, took]) => took < LEAST);
  const small = rest.reduce((sum, [, took]) => sum + took, 0);
  const rows: [string, number][] = [
    ...shown,
    ...(rest.length > 0 ? [[`${rest.length} other rules`, small] satisfies [string, number]] : []),
    ['total', total],
  ];
  const width = Math.max(...rows.map(([step]) => step.length));
  return rows.map(([step, took]) => `${step.padEnd(width)}  ${took.toFixed(1).padStart(8)} ms\n`).join('');
}
