// Runs after `npm ci` in a clone. In a production install (`npm ci --omit=dev`) there is nothing to build with, and
// what was published is built already: leaving quietly is right there.
import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';

/** `npx cto-lint` in a clone then runs what was just built; without the link npx makes one in a cache of its own. */
function linkOwnCommand() {
  const link = 'node_modules/.bin/cto-lint';
  if (process.platform !== 'win32' && !existsSync(link)) symlinkSync('../../dist/main.js', link);
}

/**
 * pre-commit installs a hook by `npm install --global git+file://…`. npm before 12 then prepares the package without its
 * development dependencies, since its inner `npm install` takes `global` for its own: https://github.com/npm/cli/issues/8440
 */
function installForBuild() {
  const { npm_execpath: npm, npm_config_global: isGlobal } = process.env;
  if (isGlobal !== 'true' || npm === undefined || existsSync('node_modules/esbuild')) return;
  const install = ['ci', '--no-global', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync(process.execPath, [npm, ...install], { stdio: ['ignore', 'ignore', 'inherit'] });
}

installForBuild();
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
