import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prose } from '../../../src/documents/markdown/markdown.ts';
import { parseMarkdown } from '../../../src/documents/markdown/parse-markdown.ts';

function every(text: string): Prose[] {
  const { headings, blocks, rows } = parseMarkdown(text, 0);
  return [
    ...headings.map(({ prose }) => prose),
    ...blocks.map(({ prose }) => prose),
    ...rows.flatMap(({ cells }) => cells),
  ];
}

describe('parseMarkdown', () => {
  it.each([
    ['a line of its own', 'a\n\n<del>\n\n- b\n\n| c |\n| - |\n\n</del>\n\nd\n', ['a', 'd', '']],
    ['a comment', 'a\n\n<!-- <del> -->\n\nb\n', ['a', 'b']],
  ])('strikes out blocks: %s', (_, text, standing) => {
    expect(
      every(text)
        .map((prose) => prose.text.trim())
        .filter((seen, index, all) => seen !== '' || index === all.length - 1),
    ).toEqual(standing);
  });

  it('tells where something was struck out', () => {
    const text = 'a ~~b~~ c\n\n> d <s>e\n> f</s>';
    const { struck } = parseMarkdown(text, 0);
    expect(struck.map(({ start, end }) => text.slice(start, end))).toEqual(['~~b~~', '<s>e\n> f</s>']);
  });

  it('tells boxes, and what belongs to them', () => {
    const text =
      '- [ ] a\n  - b\n  - [X] c\n\n    d\n- [x] e\n- f\n1. [ ] g\n\n[ ] h\n\n- ☐ i\n- [ ](j) k\n- [y] l\n';
    const { blocks } = parseMarkdown(text, 0);
    expect(blocks.map(({ prose, box }) => [prose.text.at(-1), box])).toEqual([
      ['a', 'open'],
      ['b', 'open'],
      ['c', 'ticked'],
      ['d', 'ticked'],
      ['e', 'ticked'],
      ['f', undefined],
      ['g', 'open'],
      ['h', undefined],
      ['i', 'open'],
      ['k', undefined],
      ['l', undefined],
    ]);
  });

  it('tells headings with what they stand under', () => {
    const { headings } = parseMarkdown('# A\n\nB\n=\n\n### C *d*\n\n## E #\n', 0);
    expect(headings.map(({ depth, prose, parent }) => [depth, prose.text, parent?.prose.text])).toEqual([
      [1, 'A', undefined],
      [1, 'B', undefined],
      [3, 'C d', 'B'],
      [2, 'E', 'B'],
    ]);
  });

  it('tells items with their label and depth, without nested ones', () => {
    const text =
      '# H\n\nStatus: x.\nBlocked by:\n\n- one\n  more\n\n  second\n  - two\n\ntext\n\n> 1. three\n';
    const { blocks } = parseMarkdown(text, 0);
    expect(
      blocks.map(({ type, prose, depth, label, quoted }) => [type, prose.text, depth, label?.text, quoted]),
    ).toEqual([
      ['paragraph', 'Status: x. Blocked by:', 0, undefined, false],
      ['item', 'one more', 1, 'Blocked by:', false],
      ['paragraph', 'second', 1, undefined, false],
      ['item', 'two', 2, 'second', false],
      ['paragraph', 'text', 0, undefined, false],
      ['item', 'three', 1, undefined, true],
    ]);
  });

  it.each([
    ['a*b*c', 'abc'],
    ['**a** __b__', 'a b'],
    ['a ~~b~~ c', 'a   c'],
    ['a~~b~~c', 'a c'],
    ['~~a *b* `c`\nd~~', ' '],
    ['~~a ~~b~~ c~~ d', '  d'],
    ['~a~ ~~b', '~a~ ~~b'],
    ['a <s>b</s> <DEL cite="c">d</DEL> <strike>e</strike> f', 'a       f'],
    ['a <s>b ~~c~~ d</s> e', 'a   e'],
    ['<del>a b', ' '],
    ['x<s> of <strong>y</strong></del>', 'x of y'],
    ['`~~a~~` \\~~b\\~~', '~~a~~ ~~b~~'],
    ['`a_b` and `` c`d ``', 'a_b and c`d'],
    ['[a](b "c") ![d](e) [f] <https://g.h>', 'a d [f] https://g.h'],
    ['a<b>c</b><!-- d -->', 'ac'],
    ['\\*a\\_ &amp; &#95; &nosuch;', '*a_ & _ &nosuch;'],
    ['a\nb  \nc\\\nd', 'a b c d'],
    ['[a]\n\n[a]: b', 'a'],
    ['*a', '*a'],
    ['a\u00a0b', 'a\u00a0b'],
  ])('reads %j as %j', (text, seen) => {
    expect(parseMarkdown(text, 0).blocks.map(({ prose }) => prose.text)).toEqual([seen]);
  });

  it.each([
    ['- x\n  **KEY**: y', 'KEY'],
    ['> > a\n> > b KEY c', 'KEY'],
    ['> a\nlazy KEY', 'KEY'],
    ['1. a\r\n   KEY b\r\n', 'KEY'],
    ['a\rKEY', 'KEY'],
    ['-\ta\n\n\tb KEY', 'KEY'],
    ['[a](KEY) KEY', 'KEY'],
    ['`a`KEY`b`', 'KEY'],
    ['``  KEY ` ``', 'KEY'],
    ['`a\nKEY`', 'KEY'],
    ['&lt;KEY', 'KEY'],
    ['\\_KEY', 'KEY'],
    ['***a*** KEY **b**', 'KEY'],
    ['![KEY b](c)', 'KEY'],
    ['## KEY KEY ##', 'KEY'],
    ['KEY\n===', 'KEY'],
    ['a | b\n--|--\nc | d\\|KEY', 'KEY'],
    ['> | a | b |\n> |---|---|\n> | c | `KEY` |', 'KEY'],
    ['- | a | KEY |\n  |---|---|', 'KEY'],
    ['a | b\n--|--\nc |\u00a0KEY\u00a0', 'KEY'],
    ['\ufeffKEY', 'KEY'],
    ['a\0KEY', 'KEY'],
    ['   KEY', 'KEY'],
  ])('knows where a word of %j stands', (text, word) => {
    const prose = every(text).find((candidate) => candidate.text.includes(word))!;
    const found = prose.text.lastIndexOf(word);
    const { start, end } = prose.at(found, found + word.length);
    expect([text.slice(start, end), start]).toEqual([word, text.lastIndexOf(word)]);
  });

  it('covers an escape and an entity as a whole', () => {
    const text = 'a\\_b&#95;c';
    const [prose] = every(text);
    expect(prose!.text).toBe('a_b_c');
    expect([prose!.at(1, 2), prose!.at(3, 4), prose!.at(0, 5)]).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 9 },
      { start: 0, end: 10 },
    ]);
  });

  it('places every character of any text', () => {
    const piece = fc.constantFrom(
      'a',
      'bc',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '    ',
      '\t',
      '*',
      '**',
      '_',
      '`',
      '``',
      '[',
      '](',
      ')',
      '!',
      '<b>',
      '\\',
      '|',
      '|-|\n',
      '|a|b|\n|-|-|\n',
      '# ',
      '&amp;',
      '&#95;',
      '~~',
      '=',
      '\u00a0',
      '\0',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        for (const prose of every(text)) {
          for (let index = 0; index < prose.text.length; index += 1) {
            const { start, end } = prose.at(index, index + 1);
            const source = text.slice(start, end);
            const seen = prose.text[index]!;
            const replaced = /^(?:\\+.|&.*;|\0)$/s.test(source) || seen === ' ';
            if (source !== seen && !replaced) throw new Error(`${seen} is not ${JSON.stringify(source)}`);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('tells code blocks with their place, in quotes and lists too', () => {
    const text = 'a\n\n> - b\n>\n>   ```YAML x\n>   c: d\n>\n>     e: f\n>   ```\n\n    g\n\n```\n```\n';
    const { code } = parseMarkdown(text, 0);
    expect(code.map(({ language, text: content }) => [language, content])).toEqual([
      ['yaml', 'c: d\n\n  e: f\n'],
      ['', 'g\n'],
      ['', ''],
    ]);
    const { start, end } = code[0]!.at(8, 12);
    expect([text.slice(start, end), text.slice(code[0]!.content.start, code[0]!.content.end)]).toEqual([
      'e: f',
      'c: d\n>\n>     e: f',
    ]);
    expect(text.slice(code[1]!.content.start, code[1]!.content.end)).toBe('g');
  });

  it('tells HTML that a reader does not see', () => {
    const text = 'a <!-- b --> c\n\n<div>\nd\n</div>\n';
    expect(parseMarkdown(text, 0).html.map(({ start, end }) => text.slice(start, end))).toEqual([
      '<!-- b -->',
      '<div>\nd\n</div>',
    ]);
  });

  it('counts from the start of the file where the body does not', () => {
    const text = '---\na: b\n---\n\n- KEY\n';
    const [block] = parseMarkdown(text, text.indexOf('\n\n')).blocks;
    expect(block!.prose.at(0, 3)).toEqual({ start: text.indexOf('KEY'), end: text.indexOf('KEY') + 3 });
  });

  it.each([
    ['quotes', '>'],
    ['lines of quotes', '> a\n'],
    ['brackets', '['],
    ['links', '[a]('],
    ['images', '!['],
    ['stars', '*a '],
    ['strikes', 'a ~~b '],
    ['tags that strike out', 'a <s> <del>'],
    ['stars and underscores', '*_**__'],
    ['backticks', '`a ``b '],
    ['comments', 'a <!-- '],
    ['declarations', 'a <![CDATA['],
    ['instructions', 'a <?'],
    ['rows', '|a|b\n'],
    ['items', '- a\n'],
    ['nested items', '- - - - a\n'],
    ['numbers', '1. '],
    ['entities', '&a'],
    ['definitions', '[a\n'],
    ['line breaks', '\n'],
  ])('comes to an end with 100 KB of %s', (_, piece) => {
    expect(parseMarkdown(piece.repeat(100_000 / piece.length), 0).blocks.length).toBeGreaterThanOrEqual(0);
  });

  it('says when quotes or lists are deeper than it reads', () => {
    expect(parseMarkdown(`${'> '.repeat(90)}a`, 0).tooDeep).toBeUndefined();
    expect(parseMarkdown(`${'> '.repeat(101)}a`, 0).tooDeep).toEqual({ start: 0, end: 203 });
    expect(parseMarkdown(`${'- '.repeat(60)}a`, 0).tooDeep).toEqual({ start: 0, end: 121 });
  });
});
