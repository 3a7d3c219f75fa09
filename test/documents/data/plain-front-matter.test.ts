import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placedFrom } from '../../../src/documents/data/fragment.ts';
import { readPlainMapping } from '../../../src/documents/data/plain-front-matter.ts';
import { parseYaml } from '../../../src/documents/data/yaml.ts';

const read = (source: string) => readPlainMapping(source, placedFrom(10));

it('reads plain lines', () => {
  const source = 'title: CTO Plan (draft), 2nd\r\ncreated: 2026-05-31\nroute: cto \n';
  expect(
    read(source)?.entries.map(({ key, value }) => [key, value.kind === 'scalar' && value.value]),
  ).toEqual([
    ['title', 'CTO Plan (draft), 2nd'],
    ['created', '2026-05-31'],
    ['route', 'cto'],
  ]);
});

it.each([
  '',
  'a:',
  'a: 1',
  'a: true',
  'a: Null',
  'a: b: c',
  'a: b #c',
  'a: "b"',
  'a: &b c',
  'a: b\n  c',
  'a: b\na: c',
  'a: b\n\nc: d',
  '# a',
  '- a',
  '__proto__: a',
  '<<: a',
  'a : b',
  'a: b\n---',
  'a: b\n...',
  'a: b\rc: d',
  'a: é',
])('leaves %j to the YAML parser', (source) => {
  expect(read(source)).toBeUndefined();
});

it('reads what it reads as the YAML parser does, places too', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    '_',
    '-',
    '.',
    '/',
    '@',
    '(',
    ')',
    '+',
    ',',
    ';',
    '0',
    '1',
    'e',
    'x',
    'o',
    ':',
    ': ',
    ' ',
    '\n',
    '\r\n',
    'key: ',
    'key2: v',
    'null',
    'True',
    'yes',
    'inf',
    '.nan',
    '2026-05-31',
    '#',
    '"',
    '&',
    '!',
    '|',
    '~',
    '?',
    '\t',
  );
  let plain = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const source = `k: v${pieces.join('')}`;
      const mapping = read(source);
      if (mapping === undefined) return;
      plain += 1;
      expect(parseYaml(source, placedFrom(10))).toEqual({ trees: [mapping], faults: [] });
    }),
    { numRuns: 1000 },
  );
  expect(plain).toBeGreaterThan(30);
});
