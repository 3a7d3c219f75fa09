import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../src/documents/fields/fields.ts';
import { parseMarkdown } from '../../../src/documents/markdown/parse-markdown.ts';
import { parseDocument } from '../../../src/documents/parse-document.ts';
import { resembles } from '../../../src/documents/skeleton.ts';
import { fileOf } from '../source-file.ts';

/** Every field that may be about the status as `form: key → value @ value's source`. */
async function statuses(path: string, text: string): Promise<string[]> {
  const { fields } = (await parseDocument(fileOf(path, text), []))!;
  return fields
    .filter(({ key }) => key === 'decision_status' || resembles(key, 'decision_status'))
    .map(({ form, key, value, valueSpan }) => {
      const source = text.slice(valueSpan.start, valueSpan.end);
      return `${form}: ${key} → ${value}${source === value ? '' : ` @ ${source}`}`;
    });
}

const VALUE = 'not_decided';

describe('fields of markdown', () => {
  it.each([
    ['a dash', '- decision_status: not_decided.', 'item: decision_status → not_decided'],
    ['a star', '* decision_status: not_decided', 'item: decision_status → not_decided'],
    ['a plus', '+ decision_status: not_decided', 'item: decision_status → not_decided'],
    ['a number', '1) decision_status: not_decided', 'item: decision_status → not_decided'],
    ['an indented item', '- x\n   - decision_status: not_decided', 'item: decision_status → not_decided'],
    ['a tab', '-\tdecision_status:\tnot_decided', 'item: decision_status → not_decided'],
    ['a box to tick', '- [x] decision_status: not_decided', 'item: decision_status → not_decided'],
    ['a quote', '> - decision_status: not_decided', 'item: decision_status → not_decided'],
    ['a paragraph in a quote', '> decision_status: not_decided', 'paragraph: decision_status → not_decided'],
    ['a paragraph', 'decision_status: not_decided.', 'paragraph: decision_status → not_decided'],
    ['a heading', '## decision_status: not_decided', 'heading: decision_status → not_decided'],
    [
      'a row',
      '| key | value |\n|---|---|\n| decision_status | not_decided |',
      'table: decision_status → not_decided',
    ],
    [
      'a row without outer bars',
      'key | value\n--- | ---\n`decision_status` | `not_decided`',
      'table: decision_status → not_decided',
    ],
    [
      'a row in a quote',
      '> | k | v |\n> |--|--|\n> | decision_status | not_decided |',
      'table: decision_status → not_decided',
    ],
    [
      'a header row',
      '| decision_status | not_decided |\n|--|--|\n| model | x |',
      'table: decision_status → not_decided',
    ],
    [
      'a column',
      '| id | decision_status |\n|--|--|\n| 1 | not_decided |',
      'table: decision_status → not_decided',
    ],
    ['bold', '- **decision_status**: not_decided', 'item: decision_status → not_decided'],
    ['bold with its colon', '- **decision_status:** not_decided', 'item: decision_status → not_decided'],
    ['code', '- `decision_status`: `not_decided`.', 'item: decision_status → not_decided'],
    ['all of it in code', '- `decision_status: not_decided`', 'item: decision_status → not_decided'],
    [
      'a link',
      '- [decision_status](x.md): [not_decided](not_a_value)',
      'item: decision_status → not_decided',
    ],
    [
      'an escape',
      '- decision\\_status: not\\_decided',
      'item: decision_status → not_decided @ not\\_decided',
    ],
    [
      'an entity',
      '- decision&#95;status: not&lowbar;decided',
      'item: decision_status → not_decided @ not&lowbar;decided',
    ],
    ['a no-break space', '- decision_status:\u00a0not_decided', 'item: decision_status → not_decided'],
    [
      'a no-break space before',
      '-\u00a0decision_status: x\n\n- decision_status\u00a0:\u00a0not_decided',
      'item: decision_status → not_decided',
    ],
    ['a full-width colon', '- decision_status：not_decided', 'item: decision_status → not_decided'],
    ['an equals sign', '- decision_status = not_decided', 'item: decision_status → not_decided'],
    ['no blank', '- decision_status:not_decided', 'item: decision_status → not_decided'],
    ['quotes', '- "decision_status": not_decided', 'item: decision_status → not_decided'],
    ['two dots', '- decision_status: not_decided..', 'item: decision_status → not_decided.'],
    [
      'a zero-width space in the value',
      '- decision_status: not\u200b_decided',
      'item: decision_status → not\u200b_decided',
    ],
    [
      'a soft hyphen in the key',
      '- decision_sta\u00adtus: not_decided',
      'item: decision_sta\u00adtus → not_decided',
    ],
    ['full-width letters', '- ｄecision_ｓtatus: not_decided', 'item: ｄecision_ｓtatus → not_decided'],
    ['no value', '- decision_status:', 'item: decision_status → '],
    [
      'a wrapped value',
      '- decision_status: not_decided\n  or so',
      'item: decision_status → not_decided or so @ not_decided\n  or so',
    ],
    [
      'a second key below the first',
      'Owner: jp\ndecision_status: not_decided',
      'paragraph: decision_status → not_decided',
    ],
    [
      'a second key in an item',
      '- owner: jp\n  decision_status: not_decided',
      'item: decision_status → not_decided',
    ],
    ['CR LF', 'a\r\n\r\n- decision_status: not_decided.\r\n', 'item: decision_status → not_decided'],
    ['CR alone', 'a\r\r- decision_status: not_decided.\r', 'item: decision_status → not_decided'],
    [
      'running text',
      'It is so while decision_status=not_decided, no longer.',
      'inline: decision_status → not_decided',
    ],
    [
      'running text, in code',
      'Blocked unless `decision_status=not_decided`.',
      'inline: decision_status → not_decided',
    ],
    [
      'running text, brackets',
      'Blocked (decision_status=not_decided).',
      'inline: decision_status → not_decided',
    ],
    [
      'running text, value in code',
      'Blocked: decision_status=`not_decided` holds',
      'inline: decision_status → not_decided',
    ],
    [
      'a list of pairs',
      'By now route: shop, decision_status: decided, owner: jp',
      'inline: decision_status → decided',
    ],
    [
      'a list of pairs, at its end',
      'It is (route: shop; decision_status: decided).',
      'inline: decision_status → decided',
    ],
    [
      'running text, a colon',
      'Note that decision_status: not_decided was there.',
      'inline: decision_status → not_decided',
    ],
    [
      'running text, code with a colon',
      'Set `decision_status: decided` there.',
      'inline: decision_status → decided',
    ],
    [
      'an HTML block',
      '<ul><li>decision_status: not_decided</li></ul>',
      'inline: decision_status → not_decided',
    ],
    [
      'a YAML block',
      '```yaml\ndecision_status: not_decided # c\n```',
      'block: decision_status → not_decided',
    ],
    [
      'a YAML block in a list',
      '- x\n\n  ```yml\n  a:\n    decision_status: "not_decided"\n  ```',
      'block: decision_status → not_decided @ "not_decided"',
    ],
    [
      'a YAML block in a quote',
      '> ```yaml\n> decision_status: not_decided\n> ```',
      'block: decision_status → not_decided',
    ],
    [
      'a broken YAML block',
      '```yaml\na: [\ndecision_status: not_decided\n```',
      'block: decision_status → not_decided',
    ],
    [
      'a JSON block',
      '```json\n{ "decision_status": "not_decided" }\n```',
      'block: decision_status → not_decided @ "not_decided"',
    ],
    ['a TOML block', '```toml\ndecision_status = "not_decided"\n```', 'block: decision_status → not_decided'],
    [
      'a shell block',
      '```sh\nexport decision_status=not_decided; run\n```',
      'block: decision_status → not_decided',
    ],
    [
      'a block of no language',
      '```\n{"decision_status": "not_decided"}\n```',
      'block: decision_status → not_decided',
    ],
    [
      'a full stop in a block',
      '```\n- decision_status: not_decided.\n```',
      'block: decision_status → not_decided',
    ],
    [
      'a full stop in a block of markdown',
      '```md\n- decision_status: not_decided.\n```',
      'block: decision_status → not_decided',
    ],
    [
      'two full stops in a block',
      '```\n- decision_status: not_decided..\n```',
      'block: decision_status → not_decided.',
    ],
    [
      'a full stop in YAML',
      '```yaml\ndecision_status: not_decided.\n```',
      'block: decision_status → not_decided.',
    ],
    ['an indented block', '    decision_status: not_decided', 'block: decision_status → not_decided'],
    [
      'front matter',
      '---\ndecision_status: not_decided\n---\n',
      'front-matter: decision_status → not_decided',
    ],
    [
      'front matter in TOML',
      '+++\ndecision_status = "not_decided"\n+++\n',
      'inline: decision_status → not_decided',
    ],
    [
      'front matter in another language',
      '---js\n{ decision_status: "x" }\n---\n',
      'inline: decision_status → x',
    ],
    ['HTML, a plain word', '<p>decision_status: decided</p>', 'inline: decision_status → decided'],
    [
      'a row of an HTML table',
      '<table>\n<tr><td><b>decision_status</b></td>\n  <td class="x"><code>decided</code></td></tr>\n</table>',
      'inline: decision_status → decided',
    ],
    [
      'an HTML list of terms',
      '<dl><dt>decision_status</dt><dd>decided</dd></dl>',
      'inline: decision_status → decided',
    ],
    ['an HTML comment', '<!-- decision_status: not_decided -->', 'inline: decision_status → not_decided'],
    [
      'an HTML comment of a plain word',
      '<!--\ndecision_status: decided\n-->',
      'inline: decision_status → decided',
    ],
    ['a term with one word below it', 'decision_status\n: decided\n', 'paragraph: decision_status → decided'],
    ['a question', 'Is it decision_status=not_decided?', 'inline: decision_status → not_decided'],
    [
      'a colon of the sentence',
      'With decision_status=not_decided: stop.',
      'inline: decision_status → not_decided',
    ],
    ['a dash between two names', '- decision_status — not_decided.', 'item: decision_status → not_decided'],
    [
      'an arrow between two names',
      '- `decision_status` -> `not_decided`',
      'item: decision_status → not_decided',
    ],
  ])('%s', async (_, text, expected) => {
    expect((await statuses('a.md', text)).at(-1)).toBe(expected);
  });

  it.each([
    ['a key in a sentence', 'The decision_status is not_decided.'],
    ['a dash before a description', '- `decision_status` — one of three values'],
    [
      'an HTML table that explains',
      '<table><tr><td><code>decision_status</code></td><td>One of the three states.</td></tr></table>',
    ],
    ['an HTML comment that explains', '<!-- decision_status: one of the three -->'],
    ['a term with its definition below it', 'decision_status\n: One of three states.\n'],
    ['a schema', '```yaml\ndecision_status:\n  type: string\n  enum: [a, b]\n```'],
    ['a comparison', 'If decision_status == x then y, if decision_status != x then z.'],
    ['a heading of a column of meanings', '| decision_status | meaning |\n|--|--|\n'],
    ['a description', '| Key | Type |\n|--|--|\n| decision_status | a string |'],
    ['punctuation', 'About decision_status: there are three of them.'],
    ['types in code', 'Call `f(route: string, decision_status: string, owner: string)`.'],
    ['types in a block', '```ts\nf({ route: string, decision_status: string, owner: string });\n```'],
    ['words behind a list', 'It has route: shop, decision_status: as the record has it, owner: jp.'],
    ['no list', 'Look it up, decision_status: there, then go on.'],
    ['an address', 'See https://example.org/decision_status'],
  ])('binds no value in %s', async (_, text) => {
    expect(await statuses('a.md', text)).toEqual([]);
  });

  it('names the heading that a field stands under', async () => {
    const text = '# A\n\n## B\n\n- status: x\n\n> ### Q\n>\n> - status: y\n\n- status: z\n';
    const { fields } = (await parseDocument(fileOf('a.md', text), []))!;
    expect(fields.map(({ value, section }) => [value, section?.prose.text])).toEqual([
      ['x', 'B'],
      ['y', 'Q'],
      ['z', 'B'],
    ]);
  });
});

describe('a table that explains keys', () => {
  it.each([
    ['Meaning', 'the state', 0],
    ['What', 'the state', 0],
    ['What it means', 'the state of the decision', 0],
    ['Meaning', 'external_provider_approved', 1],
    ['Value', 'the state', 1],
    ['Status', 'the state', 1],
  ])('has no values under %s: %j', async (header, cell, count) => {
    const text = `| Field | ${header} |\n|---|---|\n| decision_status | ${cell} |\n`;
    const document = await parseDocument(fileOf('a.md', text), []);
    expect(document!.fields.filter(({ key }) => key === 'decision_status')).toHaveLength(count);
  });
});

describe('fields of data', () => {
  it.each([
    [
      'a.json',
      '{"a": [{"decision_status": "not_decided"}]}',
      ['tree: decision_status → not_decided @ "not_decided"'],
    ],
    [
      'a.json',
      '{"decision\\u005fstatus": "not_decided"}',
      ['tree: decision_status → not_decided @ "not_decided"'],
    ],
    ['a.json', '{"a": "if decision_status=not_decided, wait"}', ['inline: decision_status → not_decided']],
    [
      'a.json',
      '{"decision_status": "x", "decision_status": "y"}',
      ['tree: decision_status → x @ "x"', 'tree: decision_status → y @ "y"'],
    ],
    ['a.json', '{"decision_status": ["x"]}', ['tree: decision_status → [x] @ ["x"]']],
    [
      'a.json',
      '{"decision_status": {"type": "string"}}',
      ['tree: decision_status → {…} @ {"type": "string"}'],
    ],
    ['a.json', '{"properties": {"decision_status": {"type": "string"}}}', []],
    ['a.yaml', 'decision_status: {}\n', ['tree: decision_status → {…} @ {}']],
    ['a.json', '{"decision_status": "x"', ['tree: decision_status → x @ "x"']],
    ['a.json', '{ decision_status: "x" }', ['inline: decision_status → x']],
    ['a.yaml', 'a:\n  - decision_status: not_decided\n', ['tree: decision_status → not_decided']],
    ['a.yaml', '? decision_status\n: not_decided\n', ['tree: decision_status → not_decided']],
    ['a.yaml', 'decision_status: 0777\n', ['tree: decision_status → 777 @ 0777']],
    ['a.yaml', 'b: &b {decision_status: x}\nc: *b\n', ['tree: decision_status → x']],
    ['a.yml', '--- {}\n---\ndecision_status: not_decided\n', ['tree: decision_status → not_decided']],
    [
      'a.jsonl',
      '{}\n{"decision_status":"not_decided"}\n',
      ['tree: decision_status → not_decided @ "not_decided"'],
    ],
    ['a.jsonl', '{\n"decision_status":"not_decided"\n}\n', ['inline: decision_status → not_decided']],
  ])('%s %j', async (path, text, expected) => {
    expect(await statuses(path, text)).toEqual(expected);
  });
});

it('knows no documents by other names, unless a kind says so', async () => {
  expect(await parseDocument(fileOf('a.txt', `decision_status: ${VALUE}`), [])).toBeUndefined();
  const document = await parseDocument(fileOf('RECORD', `- decision_status: ${VALUE}`), ['decision-record']);
  expect([document?.format, document?.fields[0]?.value]).toEqual(['markdown', VALUE]);
});

it.each([
  '`a=b` ',
  'a: ',
  '=',
  'a_b: c_d ',
  '- a: b\n',
  '|a=b|c|\n',
  '"a": ',
  '<a=b>',
  "a='",
  '```\na: b\n```\n',
  '# a\n',
  '\u00a0',
  '- a:\n  - b:\n',
])('comes to an end with 40 KB of %j', (piece) => {
  const read = (text: string): unknown => {
    const markdown = parseMarkdown(text, 0);
    return fieldsOf({
      text,
      frontMatter: undefined,
      trees: [],
      markdown,
      blocks: new Map(),
      unread: [{ start: 0, end: text.length }],
    });
  };
  expect(read(piece.repeat(40_000 / piece.length))).toBeInstanceOf(Array);
});
