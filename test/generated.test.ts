import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../scripts/generated-files.ts';

/** Formatting is the formatter's: what counts is what is said. */
function content(path: string, text: string): unknown {
  return path.endsWith('.json') ? JSON.parse(text) : text;
}

describe('what is made from the sources is current: npm run generate', () => {
  it.each([...generatedFiles()])('%s', (path, text) => {
    expect(existsSync(path)).toBe(true);
    expect(content(path, readFileSync(path, 'utf8'))).toEqual(content(path, text));
  });
});
