import { defineConfig } from 'vitest/config';
import { yamlTesting } from './scripts/yaml-data.js';

export default defineConfig({
  plugins: [yamlTesting],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-once.ts', 'test/temporary-place.ts', 'test/lean-workers.ts'],
    setupFiles: ['test/each-file.ts', 'test/drawn-cases.ts'],
    // A machine that builds other things beside may be several times slower; what hangs still fails.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // No test changes what a module holds, so that modules are loaded once a worker and not once a file.
    isolate: false,
    // Two cores in CI: more workers than that only make each slower.
    maxWorkers: 2,
  },
});
