import type { Use } from './use.ts';

/**
 * Executions after which a pattern is compiled to code of the machine, 1 by default: a hook holds most of its patterns
 * against a few paths and lines. A text of a thousand characters has it compiled at once, whatever is said here.
 */
const PATTERNS_LATER = '--regexp-tier-up-ticks=30';

/** Bytes of code of other functions in one; 920 by default. */
const LESS_INLINED = '--max-inlined-bytecode-size-cumulative=200';

/** Calls; 400 and 3000 by default. */
const AFTER_MORE_CALLS = '--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000';

const WITH_MAGLEV: Readonly<Record<Use, string>> = {
  hook: AFTER_MORE_CALLS,
  evidence: AFTER_MORE_CALLS,
  history: AFTER_MORE_CALLS,
  others: `--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=100000 ${LESS_INLINED}`,
};

/**
 * V8 optimises a function that was called often enough, or has run through enough of its code, which here is too soon: a
 * hook is over before that is of use, Node 20 waits at its end for what was begun, and compiling was a third of the
 * processor's time for a tree of 20 MB. There it is worth more, if less is compiled at a time: with a function goes what it
 * calls, and all of it anew, in each thread, whenever something rare in it is met for the first time. To index evidence takes
 * a seventh longer so on Node 20, a history a tenth on Node 24. The flags are those of the V8 of a version, and told to no other.
 */
const LATER: Readonly<Record<string, Readonly<Record<Use, string>>>> = {
  // Bytes of code, 66 KB by default.
  '20': {
    hook: '--interrupt-budget=1000000',
    evidence: '--interrupt-budget=1000000',
    history: `--interrupt-budget=500000 ${LESS_INLINED}`,
    others: `--interrupt-budget=500000 ${LESS_INLINED}`,
  },
  '22': WITH_MAGLEV,
  '24': WITH_MAGLEV,
};

/** Code is kept with the flags that it was compiled under, so that this comes before any is loaded. */
export function optimiseLater(use: Use): void {
  const flags = LATER[process.versions.node.split('.', 1)[0]!]?.[use];
  if (flags === undefined) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(`${flags} ${PATTERNS_LATER}`);
}
