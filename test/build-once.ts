import { execFileSync } from 'node:child_process';

/** The end-to-end tests run what a user runs: the bundle, built from the sources under test. */
export default function buildOnce(): void {
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
}
