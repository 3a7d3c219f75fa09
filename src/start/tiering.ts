/**
 * Executions after which a pattern is compiled to code of the machine, 1 by default: a hook holds most of its patterns
 * against a few paths and lines. A text of a thousand characters has it compiled at once, whatever is said here.
 */
const PATTERNS_LATER = '--regexp-tier-up-ticks=30';

/**
 * V8 optimises a function that was called often enough, or has run through enough of its code, which here is too soon: a
 * hook is over before that is of use, Node 20 waits at its end for what was begun, and compiling was a third of the
 * processor's time for a tree of 20 MB. The flags are those of the V8 of a version, and told to no other.
 */
const LATER: Readonly<Record<string, string>> = {
  // Bytes of code; 66 KB by default.
  '20': `--interrupt-budget=1000000 ${PATTERNS_LATER}`,
  // Calls; 400 and 3000 by default.
  '24': `--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000 ${PATTERNS_LATER}`,
};

/** Code is kept with the flags that it was compiled under, so that this comes before any is loaded. */
export function optimiseLater(): void {
  const flags = LATER[process.versions.node.split('.', 1)[0]!];
  if (flags !== undefined) process.getBuiltinModule('node:v8').setFlagsFromString(flags);
}
