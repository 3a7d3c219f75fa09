import { describe, expect, it } from 'vitest';
import { partitionPoint } from '../src/partition-point.ts';

describe('the first thing that a test no longer holds of', () => {
  it.each([
    [[], 5, 0],
    [[5], 5, 1],
    [[6], 5, 0],
    [[1, 3, 5, 5, 8], 0, 0],
    [[1, 3, 5, 5, 8], 4, 2],
    [[1, 3, 5, 5, 8], 5, 4],
    [[1, 3, 5, 5, 8], 9, 5],
  ])('of %j, at most %i, is number %i', (things, most, expected) => {
    expect(partitionPoint(things, (thing) => thing <= most)).toBe(expected);
  });
});
