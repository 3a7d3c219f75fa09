import { expect, it } from 'vitest';
import { parseJsonl } from '../../../src/documents/data/jsonl.ts';
import { faultsIn, plain } from '../plain-tree.ts';

it.each([
  ['{"a":1}\n\n[2]\r\n', [[['a', 1]], [2]], []],
  ['1\r2', [1, 2], []],
  ['', [], []],
  ['{\n  "a": 1\n}\n', [[]], ['not-jsonl ""', 'not-jsonl ":"', 'not-jsonl "}"']],
  ['{"a":1} {"b":2}\n3', [[['a', 1]], 3], ['not-jsonl "{"']],
  ['\ufeff1\n2', [2], ['not-jsonl "\ufeff1"']],
  [
    '{"a":1,"a":2}\n',
    [
      [
        ['a', 1],
        ['a', 2],
      ],
    ],
    ['duplicate-key "\\"a\\""'],
  ],
])('%j', (text, trees, faults) => {
  const parsed = parseJsonl(text);
  expect(parsed.trees.map(plain).filter((tree) => tree !== 'a')).toEqual(trees);
  expect(faultsIn(text, parsed)).toEqual(faults);
});

it('says a few times that a file is none, not a million times', () => {
  expect(parseJsonl('x\n'.repeat(20_000)).faults.length).toBeLessThan(100);
});
