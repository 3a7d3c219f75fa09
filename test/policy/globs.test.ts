import fc from 'fast-check';
import micromatch from 'micromatch';
import { describe, expect, it } from 'vitest';
import { alternatives } from '../../src/policy/glob-alternatives.ts';
import { exactMatcher } from '../../src/policy/glob-matcher.ts';
import { compileGlobs, globFault, lastSigns } from '../../src/policy/globs.ts';
import { LateError } from '../../src/time-limit.ts';

describe('compileGlobs', () => {
  it.each([
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'a/b/c.md', true],
    ['**/*.md', '.github/x.md', true],
    ['**/.sot/**/*.md', 'cto/.sot/03/a.md', true],
    ['**/.sot/**/*.md', 'cto/sot/a.md', false],
    ['**/CODEOWNERS', 'CODEOWNERS', true],
    ['**/CODEOWNERS', 'x/y/CODEOWNERS', true],
    ['**/CODEOWNERS', 'xCODEOWNERS', false],
    ['**/CODEOWNERS', 'CODEOWNERS/x', false],
    ['**/.case/config.json', '.case/config.json', true],
    ['**/.case/config.json', 'x.case/config.json', false],
    ['{x,**}/a.md', 'a.md', true],
    ['**{/a.md,/b.md}', 'b.md', true],
    ['{a.md,**/}', 'a.md', true],
    ['a/**/b.md', 'a/b.md', true],
    ['./a.md', 'a.md', true],
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
    '{a,aa}'.repeat(9),
    '{a,{a,{a,b}}}'.repeat(5),
    '{1..257}',
    '{1..99999999999}',
  ])('refuses %j', (glob) => {
    expect(globFault(glob)).toBeTypeOf('string');
    expect(() => compileGlobs([glob])).toThrow(RangeError);
  });

  it.each([
    ['**/*a*b*c', `${'a/'.repeat(2000)}${'ab'.repeat(500)}`],
    ['**/a/**/b/**/c/**/*.md', `${'a/'.repeat(2000)}${'ab'.repeat(500)}`],
    ['{a,b}{c,d}{e,f}{g,h}/**', 'a/'.repeat(2000)],
    // One expression for all of it took 27 s for a path of 80 folders, ten times as much for each 40 more.
    ['**/a/**/a/**/a/**/a/**/a/**/a/**/c/b', `${'a/'.repeat(20_000)}b`],
    [`${'{a,aa}'.repeat(8)}xb`, `${'a'.repeat(20_000)}xb`],
    ['*a*a*[b]', 'a'.repeat(900)],
  ])('comes to an end with %j on a hostile path', (glob, path) => {
    expect(compileGlobs([glob])(path)).toBe(false);
  });

  it('stops where a name is longer than any file system has, and its glob takes too long', () => {
    expect(() => compileGlobs(['*a*a*[b]'])('a'.repeat(60_000))).toThrow(LateError);
    expect(compileGlobs(['*c.md'])(`${'a'.repeat(60_000)}.md`)).toBe(false);
  });

  it('takes a range for its members', () => {
    expect(['09', '10', '13'].map(compileGlobs(['{08..12}']))).toEqual([true, true, false]);
  });

  it('means what micromatch means by it', () => {
    const glob = fc.array(
      fc.constantFrom('a', 'b', '/', '*', '/**/', '?', '[ab]', '{a,b/c}', 'b{,a}', '.a'),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    const path = fc.array(fc.constantFrom('a', 'b', 'c', '.a', '-', '!b', '[ab]'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(glob, path, fc.constantFrom('', '/'), (parts, names, between) => {
        const [one, name] = [parts.join(''), names.join(between)];
        fc.pre(globFault(one) === undefined && !one.includes('//') && !one.endsWith('/'));
        // Two stars in a name are one, of which micromatch makes an exception for `a/.a` and `**.a`.
        fc.pre(one.split('/').every((part) => part === '**' || !part.includes('**')));
        expect(exactMatcher(one)(name)).toBe(
          micromatch.isMatch(name, one, { dot: true, strictSlashes: true }),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('tells no path apart that the matcher of its glob means', () => {
    const signs = [
      'a',
      'b',
      '/',
      '*',
      '**/',
      '/**/',
      '?',
      '[ab]',
      '{a,b/c}',
      'b{,/a}',
      '{a..c,b}',
      '.a',
      './',
      '"a"',
    ];
    const glob = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 6 });
    const path = fc.array(fc.constantFrom('a', 'b', 'c', '.a', 'ab'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(glob, path, (parts, names) => {
        const [one, name] = [parts.join(''), names.join('/')];
        fc.pre(globFault(one) === undefined);
        expect(compileGlobs([one])(name)).toBe(exactMatcher(one)(name));
      }),
      { numRuns: 1000 },
    );
  });

  it('means by a star in a name what micromatch means by it', () => {
    const signs = fc.array(fc.constantFrom('a', 'B', '.', '..', '-', '_', '9'), { maxLength: 3 });
    fc.assert(
      fc.property(signs, signs, signs, (start, end, between) => {
        const part = `${start.join('')}*${end.join('')}`;
        const pattern = micromatch.makeRe(`x/${part}`, { dot: true, strictSlashes: true });
        for (const name of [between, [...start, ...between, ...end], [...start, ...end], start, end])
          expect([part, name, exactMatcher(`x/${part}`)(`x/${name.join('')}`)]).toEqual([
            part,
            name,
            pattern.test(`x/${name.join('')}`),
          ]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the last sign of a path', () => {
  it.each<[string[], string, string]>([
    [['plans/*.md'], 'dD', 'cmé'],
    [['a.{json,yaml}'], 'nNlL', 'dé'],
    [['docs/**', 'x'], 'xaZ é', ''],
    [['straße/ſ'], '', 'sSa'],
    [['a b~'], '~', 'b '],
  ])('%o', (globs, fits, others) => {
    const mayEnd = lastSigns(globs);
    for (const sign of fits) expect([sign, mayEnd(sign.charCodeAt(0))]).toEqual([sign, true]);
    for (const sign of others) {
      const code = sign.charCodeAt(0);
      expect([sign, mayEnd(code)]).toEqual([sign, code >= 0x7f]);
    }
    expect(mayEnd(0x0a)).toBe(true);
    expect(mayEnd(0x7f)).toBe(true);
    expect(mayEnd(Number.NaN)).toBe(true);
  });
});

describe('alternatives', () => {
  it.each([
    ['a/*.{md,txt}', ['a/*.md', 'a/*.txt']],
    ['{a,b}', ['a', 'b']],
    ['x.{json,json}', ['x.json', 'x.json']],
    ['{a,b}/{c,d}', ['a/c', 'a/d', 'b/c', 'b/d']],
    ['{1..3}', ['1', '2', '3']],
    ['{a}', ['{a}']],
  ])('%s', (glob, globs) => {
    expect(alternatives(glob)).toEqual(globs);
  });

  it('are those of micromatch', () => {
    const signs = fc.constantFrom('a', 'B', '1', '_', '-', '.', '/', '*', ',', '{', '}', 'json');
    const lists = fc
      .tuple(fc.string({ unit: signs, maxLength: 4 }), fc.array(fc.string({ unit: signs, maxLength: 2 })))
      .map(([start, words]) => `${start}{${words.join(',')}}`);
    fc.assert(
      fc.property(fc.oneof(lists, fc.string({ unit: signs, maxLength: 10 })), (glob) => {
        const expanded = micromatch.braces(glob, { expand: true });
        expect(alternatives(glob)).toEqual(glob.includes('{') && expanded.length > 0 ? expanded : [glob]);
      }),
      { numRuns: 1000 },
    );
  });
});
