import { describe, expect, it } from 'vitest';
import type { Tree } from '../../../src/documents/data/tree.ts';
import { parseYaml } from '../../../src/documents/data/yaml.ts';
import { faultsIn, plain } from '../plain-tree.ts';

describe('parseYaml', () => {
  it.each([
    [
      'a: 1\nb: [x, "y"]\n',
      [
        [
          ['a', 1],
          ['b', ['x', 'y']],
        ],
      ],
      [],
    ],
    ['--- 1\n--- 2\n', [1, 2], []],
    ['# nothing\n', [], []],
    ['a:\n', [[['a', null]]], []],
    // YAML 1.1 would make a date, an octal, a sexagesimal and a truth value of these.
    [
      '%YAML 1.1\n---\na: 2026-05-31\nb: 0777\nc: 1:30\nd: yes\n',
      [
        [
          ['a', '2026-05-31'],
          ['b', 777],
          ['c', '1:30'],
          ['d', 'yes'],
        ],
      ],
      [],
    ],
    ['1.0: a\n', [[['1.0', 'a']]], []],
    [
      'a: 1\na: 2\n',
      [
        [
          ['a', 1],
          ['a', 2],
        ],
      ],
      ['duplicate-key "a"'],
    ],
    [
      'a: 1\n"a": 2\n',
      [
        [
          ['a', 1],
          ['a', 2],
        ],
      ],
      ['duplicate-key "\\"a\\""'],
    ],
    ['? a\n: 1\n', [[['a', 1]]], ['odd-key "a"']],
    ['[a]: 1\n', [[['[a]', 1]]], ['odd-key "[a]"']],
    ['!!binary YQ==: 1\n', [[['YQ==', 1]]], ['odd-value "YQ=="', 'odd-key "YQ=="']],
    ['a: !!binary YQ==\n', [[['a', 'YQ==']]], ['odd-value "YQ=="']],
    ['a: !!str 1\n', [[['a', '1']]], []],
    [
      '"decision\\u005fstatus": x\n',
      [[['decision_status', 'x']]],
      ['odd-key "\\"decision\\\\u005fstatus\\""'],
    ],
    ['"decision\\x5fstatus": x\n', [[['decision_status', 'x']]], ['odd-key "\\"decision\\\\x5fstatus\\""']],
    ['__proto__: 1\n', [[['__proto__', 1]]], ['odd-key "__proto__"']],
    [
      'a: &x {b: 1}\n<<: *x\n',
      [
        [
          ['a', [['b', 1]]],
          ['<<', [['b', 1]]],
        ],
      ],
      ['merge-key "<<"'],
    ],
    [
      'a: &x v\nb: *x\n',
      [
        [
          ['a', 'v'],
          ['b', 'v'],
        ],
      ],
      [],
    ],
    ['a: &x [*x]\n', [[['a', [null]]]], ['aliases "*x"']],
    ['a: *x\n', [[['a', null]]], ['aliases "*x"']],
    ['a: [1\n', [[['a', [1]]]], ['not-yaml ""']],
    ['\ta: 1\n', [[['a', 1]]], ['not-yaml "\\t"']],
  ])('%j', (text, trees, faults) => {
    const parsed = parseYaml(text);
    expect(parsed.trees.map(plain)).toEqual(trees);
    expect(faultsIn(text, parsed).sort()).toEqual(faults.sort());
  });

  it('knows where each part stands, and an alias stands where it is written', () => {
    const text = "a: &x 'v'  # c\nb:\n  - *x\n";
    const tree = parseYaml(text).trees[0]!;
    const scalars = (part: Tree): string[] => {
      if (part.kind === 'scalar') return [text.slice(part.start, part.end)];
      if (part.kind === 'list') return part.items.flatMap(scalars);
      return part.entries.flatMap(({ keySpan, value }) => [
        text.slice(keySpan.start, keySpan.end),
        ...scalars(value),
      ]);
    };
    expect(scalars(tree)).toEqual(['a', "'v'", 'b', '*x']);
  });

  it.each([
    ['flow lists', '['.repeat(20_000)],
    ['flow mappings', '{a: '.repeat(10_000)],
    ['block lists', '- '.repeat(20_000)],
    ['explicit keys', '? '.repeat(10_000)],
  ])('survives deep %s', (_, text) => {
    expect(parseYaml(text).faults.map(({ fault }) => fault)).toContain('too-deep');
  });

  it('reads 20,000 keys without comparing each with each', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: v\n`).join('');
    expect(parseYaml(text).faults).toEqual([]);
  });

  it('does not unfold an alias bomb', () => {
    const lines = Array.from({ length: 20 }, (_, index) => {
      const before = index === 0 ? 'x' : `*a${index - 1}`;
      return `a${index}: &a${index} [${Array(10).fill(before).join(', ')}]\n`;
    });
    expect(parseYaml(lines.join('')).faults.map(({ fault }) => fault)).toContain('aliases');
  });
});
