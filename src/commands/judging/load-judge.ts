import type { judge } from './judge.ts';

/** What `judge` is made of. Each takes milliseconds to start: tables of what is looked for, grammars, rules. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('../../secrets/find-secrets.ts'),
  () => import('../../evidence/file-kind.ts'),
  () => import('../../check/detect.ts'),
  () => import('../../../rules/registry.ts'),
  () => import('../../check.ts'),
];

/** As of `node:timers/promises`, which is one more module to load. */
function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** Loads `judge` while git answers: what has arrived is taken between its parts. */
export async function loadJudge(): Promise<typeof judge> {
  for (const load of PARTS) {
    await load();
    await turn();
  }
  return (await import('./judge.ts')).judge;
}
