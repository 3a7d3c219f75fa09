/**
 * V8's optimising compiler. A hook on a few documents is over before its code is of use, and Node before 24 waits at its
 * end until all that was begun is done, which took a tenth of a commit's time. So it stays off there for the beginning.
 */
const OFF = '--no-opt';
const ON = '--opt';
const NEEDS_NO_WAIT = 24;

export function waitsForOptimiser(): boolean {
  return Number.parseInt(process.versions.node, 10) < NEEDS_NO_WAIT;
}

export function optimise(on: boolean): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(on ? ON : OFF);
}
