import { describe, expect, it } from 'vitest';
import { pathsOf, searchedPaths } from '../../src/route/paths.ts';

const LISTED = ['a', 'b/c.md', 'd/e/f'];

describe('the paths of a revision', () => {
  it.each([
    ['a', true, true],
    ['b/c.md', true, false],
    ['c.md', false, true],
    ['d/e', false, false],
    ['e', false, false],
    ['', false, false],
  ])('are told by path and by name: %s', (asked, isPath, isName) => {
    const paths = pathsOf(() => LISTED);
    expect([paths.has(asked), paths.hasName(asked)]).toEqual([isPath, isName]);
  });

  it('are searched a few times, and then listed once', () => {
    let searched = 0;
    let listed = 0;
    const search = {
      has: (path: string) => {
        searched += 1;
        return LISTED.includes(path);
      },
      hasName: () => false,
    };
    const paths = searchedPaths(search, () => {
      listed += 1;
      return LISTED;
    });
    const isEven = Array.from({ length: 200 }, (_, at) => at % 2 === 0);
    expect(isEven.map((even) => paths.has(even ? 'a' : 'b'))).toEqual(isEven);
    expect([searched, listed]).toEqual([40, 1]);
    expect(paths.hasName('f')).toBe(true);
  });
});
