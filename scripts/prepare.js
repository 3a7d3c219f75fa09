// Runs after `npm ci` in a clone. In a production install (`npm ci --omit=dev`) there is nothing to build with, and
// what was published is built already: leaving quietly is right there.
import { existsSync, symlinkSync } from 'node:fs';

/** `npx cto-lint` in a clone then runs what was just built; without the link npx makes one in a cache of its own. */
function linkOwnCommand() {
  const link = 'node_modules/.bin/cto-lint';
  if (process.platform !== 'win32' && !existsSync(link)) symlinkSync('../../dist/main.js', link);
}

try {
  await import('esbuild');
} catch {
  process.exit(0);
}
await import('./build.js');
linkOwnCommand();
if (process.env.CI === undefined) {
  const { default: installHooks } = await import('husky');
  process.stdout.write(installHooks());
}
