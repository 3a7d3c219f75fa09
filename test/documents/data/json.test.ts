import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/documents/data/json.ts';
import type { Tree } from '../../../src/documents/data/tree.ts';
import { faultsIn, plain } from '../plain-tree.ts';

/** What `JSON.parse` would have made of the tree: of two equal keys the last wins. */
function toValue(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(toValue);
  const object: Record<string, unknown> = {};
  for (const { key, value } of tree.entries) {
    Object.defineProperty(object, key, {
      value: toValue(value),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return object;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parseJson', () => {
  it('reads whatever JSON.parse reads, as it reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const { trees, faults } = parseJson(text);
        expect(faults.filter(({ fault }) => fault === 'not-json')).toEqual([]);
        expect(toValue(trees[0]!)).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  it('finds a fault in whatever JSON.parse refuses, and in nothing else', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '01',
      '-',
      '1.',
      '1e5',
      'true',
      ' ',
      '\n',
      '\t',
      '//',
      '/*',
      '\\u00',
      '\u00a0',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const refused = parseJson(text).faults.some(({ fault }) => fault === 'not-json');
        expect(refused).toBe(!isJson(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows where each part stands', () => {
    const text = ' {"a": [1, "b\\n"], "c": {}} ';
    const tree = parseJson(text).trees[0]!;
    const spans = (part: Tree): string[] => [
      text.slice(part.start, part.end),
      ...(part.kind === 'list' ? part.items.flatMap(spans) : []),
      ...(part.kind === 'mapping'
        ? part.entries.flatMap(({ keySpan, value }) => [
            text.slice(keySpan.start, keySpan.end),
            ...spans(value),
          ])
        : []),
    ];
    expect(spans(tree)).toEqual([
      '{"a": [1, "b\\n"], "c": {}}',
      '"a"',
      '[1, "b\\n"]',
      '1',
      '"b\\n"',
      '"c"',
      '{}',
    ]);
  });

  it.each([
    [
      '{"a":1,"a":2}',
      [
        [
          ['a', 1],
          ['a', 2],
        ],
      ],
      ['duplicate-key "\\"a\\""'],
    ],
    ['{"__proto__":1}', [[['__proto__', 1]]], ['odd-key "\\"__proto__\\""']],
    [
      '{"decision\\u005fstatus":"x"}',
      [[['decision_status', 'x']]],
      ['odd-key "\\"decision\\\\u005fstatus\\""'],
    ],
    ['{"\\u00e9t\\u00e9 \\u003c":1}', [[['été <', 1]]], []],
    ['{"a":1,}', [[['a', 1]]], ['not-json "}"']],
    ['// c\n{"a":1}', [[['a', 1]]], ['not-json "// c"']],
    ['{"a":1} {"b":2}', [[['a', 1]]], ['not-json "{"']],
    ['{"a":1,"b":', [[['a', 1]]], ['not-json ""']],
    ['\ufeff{"a":1}', [], ['not-json "\ufeff"']],
    ["{'a':1}", [[]], ['not-json "\'a\'"']],
    ['{"a":NaN}', [[]], ['not-json "NaN"']],
    ['', [], ['not-json ""']],
  ])('%j', (text, trees, faults) => {
    const parsed = parseJson(text);
    expect(parsed.trees.map(plain)).toEqual(trees);
    expect(faultsIn(text, parsed)).toEqual(faults);
  });

  it('reads comments and trailing commas where they are allowed', () => {
    const parsed = parseJson('{ // why\n "a": [1,], /* b */ }', { comments: true });
    expect(parsed.faults).toEqual([]);
    expect(parsed.trees.map(plain)).toEqual([[['a', [1]]]]);
  });

  it.each([
    ['[', 200_000],
    ['{"a":', 50_000],
  ])('does not overflow on %j a great many times', (open, times) => {
    expect(parseJson(open.repeat(times)).faults.map(({ fault }) => fault)).toEqual(['too-deep', 'not-json']);
  });

  it('keeps what is as deep as it may be', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(parseJson(nested(100)).faults).toEqual([]);
    expect(parseJson(nested(101)).faults.map(({ fault }) => fault)).toEqual(['too-deep']);
  });
});
