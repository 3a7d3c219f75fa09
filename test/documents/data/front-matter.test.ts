import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/documents/data/front-matter.ts';
import { faultsIn, plain } from '../plain-tree.ts';

const A = [['a', 'b']];

describe('readFrontMatter', () => {
  it.each<[string, string, unknown, string, string[]]>([
    ['a block', '---\na: b\n---\n# T', A, '# T', []],
    ['CR LF', '---\r\na: b\r\n---\r\n# T', A, '# T', []],
    ['CR alone', '---\ra: b\r---\r# T', A, '# T', []],
    ['blanks behind the fences', '--- \t\na: b\n--- \n# T', A, '# T', []],
    ['nothing behind the block', '---\na: b\n---', A, '', []],
    ['yaml by name', '---yaml\na: b\n---\n# T', A, '# T', []],
    ['an empty block', '---\n---\n# T', [], '# T', []],
    ['only a comment', '---\n# c\n---\n# T', [], '# T', []],
    ['no block', '# T\n\n---\na: b\n---\n', undefined, '# T\n\n---\na: b\n---\n', []],
    ['no fence at all', 'a: b\n', undefined, 'a: b\n', []],
    ['a thematic break further down', '\n\n---\n\ntext\n\n---\n', undefined, '\n\n---\n\ntext\n\n---\n', []],
    ['a blank line before', '\n---\na: b\n---\n# T', A, '# T', ['front-matter-not-first "---"']],
    ['a blank before', ' ---\na: b\n---\n# T', A, '# T', ['front-matter-not-first "---"']],
    ['a second byte order mark', '\ufeff---\na: b\n---\n# T', A, '# T', ['front-matter-not-first "---"']],
    ['a zero-width space before', '\u200b---\na: b\n---\n# T', A, '# T', ['front-matter-not-first "---"']],
    [
      'a second block',
      '---\na: b\n---\n\n---\nc: d\n---\n',
      A,
      '\n---\nc: d\n---\n',
      ['front-matter-not-first "---"'],
    ],
    ['four dashes', '----\na: b\n----\n# T', A, '# T', ['front-matter-invalid "----"']],
    ['four dashes that are a break', '----\n\ntext\n', undefined, '----\n\ntext\n', []],
    ['no closing fence', '---\na: b\n\n# T', A, '\n# T', ['front-matter-unclosed "---"']],
    ['a break at the start', '---\n# T\n\ntext\n', [], '\ntext\n', ['front-matter-unclosed "---"']],
    [
      'a scalar',
      '---\njust text\n---\n# T',
      undefined,
      '---\njust text\n---\n# T',
      ['front-matter-invalid "just text"'],
    ],
    ['a list', '---\n- a\n---\n# T', undefined, '---\n- a\n---\n# T', ['front-matter-invalid "- a"']],
    ['TOML', '+++\na = "b"\n+++\n# T', undefined, '# T', ['front-matter-language "+++"']],
    [
      'a line that gray-matter ends at',
      '---\na: b\n---x: 1\nc: d\n---\n# T',
      [...A, ['---x', 1], ['c', 'd']],
      '# T',
      ['front-matter-invalid "a: b\\n---x: 1\\nc: d"'],
    ],

    ['a duplicate key', '---\na: b\na: c\n---\n', [...A, ['a', 'c']], '', ['duplicate-key "a"']],
    [
      'a merge key',
      '---\nx: &x {a: b}\n<<: *x\n---\n',
      [
        ['x', A],
        ['<<', A],
      ],
      '',
      ['merge-key "<<"'],
    ],
    ['broken YAML', '---\na: b\nc: [d\n---\n# T', [...A, ['c', ['d']]], '# T', ['front-matter-invalid ""']],
    [
      'a second YAML document',
      '---\na: b\n...\nc: d\n---\n# T',
      A,
      '# T',
      ['front-matter-invalid "a: b\\n...\\nc: d"'],
    ],
  ])('%s', async (_, text, mapping, body, faults) => {
    const read = await readFrontMatter(text);
    expect(read.mapping && plain(read.mapping)).toEqual(mapping);
    expect(text.slice(read.bodyStart)).toBe(body);
    expect(faultsIn(text, read).sort()).toEqual(faults.sort());
  });

  it('knows where keys and values stand', async () => {
    const text = '---\r\ntitle: "A \\u00e9"\r\nstatus:   draft # c\r\n---\r\n';
    const entries = (await readFrontMatter(text)).mapping?.entries ?? [];
    expect(
      entries.map(({ keySpan, value }) => [
        text.slice(keySpan.start, keySpan.end),
        text.slice(value.start, value.end),
      ]),
    ).toEqual([
      ['title', '"A \\u00e9"'],
      ['status', 'draft'],
    ]);
  });

  it.each([
    'js',
    'javascript',
    'JS',
    'Javascript',
    ' js',
    'coffee',
    'cson',
    'json',
    'toml',
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
  ])('runs nothing of ---%s', async (language) => {
    const ran = globalThis as { frontMatterRan?: boolean };
    const text = `---${language}\n{ a: (globalThis.frontMatterRan = true) }\n---\n# T\n`;
    expect(faultsIn(text, await readFrontMatter(text))).toEqual([
      `front-matter-language ${JSON.stringify(`---${language}`)}`,
    ]);
    expect(ran.frontMatterRan).toBeUndefined();
  });

  it('gives a broken text the same answer the second time', async () => {
    const text = '---\na: [\n---\n';
    expect(await readFrontMatter(text)).toEqual(await readFrontMatter(text));
    expect((await readFrontMatter(text)).faults).not.toEqual([]);
  });

  it('does not hand gray-matter more than it can bear', async () => {
    const { faults } = await readFrontMatter(`---\n${'\n'.repeat(200_000)}a: b\n---\n`);
    expect(faults.map(({ fault }) => fault)).toEqual(['too-large']);
  });
});
