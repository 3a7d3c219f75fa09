import { describe, expect, it } from 'vitest';
import { isRunDirectoryName, runDirectoriesNamed } from '../../src/evidence/run-directory.ts';

describe('run directory names', () => {
  it.each([
    ['20260602T101500Z-r1-string-slugify-4711', true],
    ['20260602t101500z-R1-STRING-SLUGIFY-4711', true],
    ['20260602T101500Z-r1\u200b-string-slugify-4711', true],
    ['20260602T101500Z-a-1', true],
    ['20260602T101500Z-4711', false],
    ['20261302T101500Z-r1-string-slugify-4711', false],
    ['20260602T251500Z-r1-string-slugify-4711', false],
    ['20260602T101500Z-r1-string-slugify-4711.txt', false],
    ['x20260602T101500Z-r1-string-slugify-4711', false],
    ['20260602-r1-string-slugify-4711', false],
    ['', false],
  ])('%s is one: %s', (segment, expected) => {
    expect(isRunDirectoryName(segment)).toBe(expected);
  });

  it('finds each once, in the order of the text', () => {
    const text =
      'See `runs/20260602T101500Z-b-2/report.json`, 20260602T101500Z-a-1 and (20260602T101500Z-b-2).';
    expect(runDirectoriesNamed(text)).toEqual(['20260602T101500Z-b-2', '20260602T101500Z-a-1']);
  });
});
