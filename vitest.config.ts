import { defineConfig } from 'vitest/config';
import { yamlTesting } from './scripts/yaml-data.js';

export default defineConfig({
  plugins: [yamlTesting],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-once.ts'],
    testTimeout: 30_000,
    // Two cores in CI: more workers than that only make each slower.
    maxWorkers: 2,
  },
});
