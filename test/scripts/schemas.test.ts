import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaFiles } from '../../scripts/schemas.ts';

it.each([...schemaFiles()])('%s is current (node scripts/write-schemas.js)', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});
