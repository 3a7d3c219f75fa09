// Runs after `npm ci` in a clone. In a production install (`npm ci --omit=dev`) there is nothing to build with, and
// what was published is built already: leaving quietly is right there.
try {
  await import('esbuild');
} catch {
  process.exit(0);
}
await import('./build.js');
if (process.env.CI === undefined) {
  const { default: installHooks } = await import('husky');
  process.stdout.write(installHooks());
}
