import { describe, expect, it } from 'vitest';
import { compileGlobs, globFault } from '../../src/policy/globs.ts';

describe('compileGlobs', () => {
  it.each([
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'a/b/c.md', true],
    ['**/*.md', '.github/x.md', true],
    ['**/.sot/**/*.md', 'cto/.sot/03/a.md', true],
    ['**/.sot/**/*.md', 'cto/sot/a.md', false],
    ['**/*.task.{json,yaml}', 'x/a.task.yaml', true],
    ['**/*.task.{json,yaml}', 'x/a.task.yml', false],
    ['evidence/**', 'Evidence/a', true],
    ['évidence/**', 'e\u0301vidence/a', true],
    ['e\u0301vidence/**', 'évidence/a', true],
    ['evidence/**', 'evi\u200bdence/a', true],
    ['evidence/**', 'evidence-notes/a', false],
    ['docs/*', 'docs/a/b', false],
    ['a+b/*.md', 'a+b/c.md', true],
    ['**', 'a\nb', true],
    ['**/*.md', 'a b\t\\x00.md', true],
  ])('%j and %j: %j', (glob, path, expected) => {
    expect(compileGlobs([glob])(path)).toBe(expected);
  });

  it('matches what any of several matches, and nothing without a glob', () => {
    expect([compileGlobs(['a', 'b'])('b'), compileGlobs(['a', 'b'])('c'), compileGlobs([])('a')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    '',
    '{a',
    'a}',
    '!(a)',
    '!a',
    '[a',
    '(a+)+$',
    '*a*a*a*a*a*a*b',
    '@(a|b)',
    'a\\b',
    'x'.repeat(600),
  ])('refuses %j', (glob) => {
    expect(globFault(glob)).toBeTypeOf('string');
    expect(() => compileGlobs([glob])).toThrow(RangeError);
  });

  it.each(['**/*a*b*c', '**/a/**/b/**/c/**/*.md', '{a,b}{c,d}{e,f}{g,h}/**'])(
    'comes to an end with %j on a hostile path',
    (glob) => {
      expect(compileGlobs([glob])(`${'a/'.repeat(2000)}${'ab'.repeat(500)}`)).toBe(false);
    },
  );
});
