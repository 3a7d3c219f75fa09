/** V8's own is 66 KB. */
const BUDGET = '--interrupt-budget=1000000';

/**
 * Node 20 optimises a function when it has run through so many bytes of its code, which here is far too soon: a hook is
 * over before that is of use, but a process waits at its end for what was begun, and a tree of 20 MB took a quarter less
 * time of the processor. Later versions have no such flag, and wait for nothing. Code is kept with the flags that it was
 * compiled under, so that this comes before any is loaded.
 */
export function delayOptimising(): void {
  if (process.versions.node.startsWith('20.')) {
    process.getBuiltinModule('node:v8').setFlagsFromString(BUDGET);
  }
}
