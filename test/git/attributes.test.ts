import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blindingAttributes } from '../../src/git/attributes.ts';
import { wildmatch } from '../../src/git/wildmatch.ts';
import { ENVIRONMENT, Temporary } from './temporary.ts';

function blinded(text: string, path: string): string[] {
  const found = blindingAttributes([{ source: '.gitattributes', folder: '', text }])(path);
  return found.map(({ attribute, line }) => `${attribute} ${line}`);
}

describe('attributes that blind', () => {
  it.each([
    ['*.md -diff', 'a/b.md', ['diff 1']],
    ['*.md -diff', 'a/b.txt', []],
    ['*.md diff', 'b.md', []],
    ['*.md diff=markdown', 'b.md', []],
    ['*.md binary', 'b.md', ['binary 1']],
    ['*.md -binary', 'b.md', []],
    ['*.md filter=lfs', 'b.md', ['filter 1']],
    ['*.md -filter', 'b.md', []],
    ['*.md working-tree-encoding=UTF-16', 'b.md', ['working-tree-encoding 1']],
    ['*.md working-tree-encoding=UTF-8', 'b.md', []],
    ['# comment\n\n*.md\t-diff\tfilter=x', 'b.md', ['diff 3', 'filter 3']],
    ['*.md -diff\nb.md diff', 'b.md', []],
    ['b.md diff\n*.md -diff', 'b.md', ['diff 2']],
    ['*.md -diff\n*.md !diff', 'b.md', []],
    ['*.md binary diff', 'b.md', []],
    ['*.md diff binary', 'b.md', ['binary 1']],
    ['[attr]quiet -diff\n*.md quiet', 'b.md', ['diff 2']],
    ['*.md quiet\n[attr]quiet binary', 'b.md', ['binary 1'.replace('binary', 'diff')]],
    ['"a b.md" -diff', 'a b.md', ['diff 1']],
    ['"\\303\\251.md" -diff', 'é.md', ['diff 1']],
    ['/docs/** -diff', 'docs/a/b.md', ['diff 1']],
    ['/docs/* -diff', 'docs/a/b.md', []],
    ['docs/ -diff', 'docs/a.md', []],
    ['!*.md -diff', 'b.md', []],
    ['\uFEFF*.md -diff\r', 'b.md', ['diff 1']],
    ['  *.md -diff', 'b.md', ['diff 1']],
    [`${' '.repeat(3_000)}*.md -diff`, 'b.md', []],
  ])('%j for %s', (text, path, expected) => {
    expect(blinded(text, path)).toEqual(expected);
  });

  it('weighs files: the nearer folder over the farther, info/attributes over all', () => {
    const [root, docs, info] = [
      { source: '.gitattributes', folder: '', text: '*.md -diff' },
      { source: 'docs/.gitattributes', folder: 'docs', text: 'a.md diff' },
      { source: 'info/attributes', folder: { info: true } as const, text: 'docs/b.md filter=x' },
    ];
    const found = blindingAttributes([info, docs, root]);
    expect(found('docs/a.md')).toEqual([]);
    expect(found('docs/b.md')).toEqual([
      { attribute: 'diff', source: '.gitattributes', line: 1 },
      { attribute: 'filter', source: 'info/attributes', line: 1 },
    ]);
    expect(found('other/a.md').map(({ source }) => source)).toEqual(['.gitattributes']);
  });

  it('agrees with git, whatever is written', () => {
    const made = Temporary.init();
    const paths = ['a.md', 'd/a.md', 'd/e/b.md', 'd/[x].md', 'é.md', 'd/e/f/a b'];
    for (const path of paths) {
      mkdirSync(dirname(join(made.root, path)), { recursive: true });
      writeFileSync(join(made.root, path), '');
    }
    const pattern = fc
      .array(
        fc.constantFrom(
          '*',
          '**',
          '?',
          '/',
          'a',
          'd',
          'e',
          '.md',
          '[a-e]',
          '[!a]',
          '[[:alpha:]]',
          '\\[',
          'é',
          '"',
          ' ',
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((parts) => parts.join(''));
    const word = fc.constantFrom(
      '-diff',
      'diff',
      '!diff',
      'binary',
      '-binary',
      'filter=x',
      '-filter',
      'quiet',
      'diff=y',
    );
    const line = fc
      .tuple(pattern, fc.array(word, { minLength: 1, maxLength: 3 }))
      .map(([one, words]) => `${one} ${words.join(' ')}`);
    const text = fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((lines) => `[attr]quiet -diff filter=q\n${lines.join('\n')}\n`);
    fc.assert(
      fc.property(text, fc.option(text, { nil: '' }), (root, inner) => {
        writeFileSync(join(made.root, '.gitattributes'), root);
        writeFileSync(join(made.root, 'd/.gitattributes'), inner);
        const output = made.gitBytes(
          ['check-attr', '-z', '--stdin', 'diff', 'filter'],
          `${paths.join('\0')}\0`,
          ENVIRONMENT,
        );
        const words = output.toString('utf8').split('\0');
        const expected: string[] = [];
        for (let at = 0; at + 2 < words.length; at += 3) {
          const [path, name, value] = words.slice(at, at + 3);
          if (name === 'diff' ? value === 'unset' : !['unset', 'unspecified'].includes(value!))
            expected.push(`${path} ${name}`);
        }
        const found = blindingAttributes([
          { source: 'root', folder: '', text: root },
          { source: 'inner', folder: 'd', text: inner },
        ]);
        const actual = paths.flatMap((path) =>
          found(path).map(({ attribute }) => `${path} ${attribute === 'binary' ? 'diff' : attribute}`),
        );
        expect(actual.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 40 },
    );
  });
});

it.each([
  ['*a'.repeat(200), 'a'.repeat(1_000), true],
  [`${'*a'.repeat(200)}b`, 'a'.repeat(1_000), false],
  ['**/'.repeat(300).concat('b'), 'a/'.repeat(300).concat('a'), false],
  [`[${'a-'.repeat(1_000)}`, 'a', false],
])('comes to an end with %j', (pattern, path, matches) => {
  expect(wildmatch(pattern)(path)).toBe(matches);
});
