import { describe, expect, it } from 'vitest';
import { evidenceFileKind } from '../../../src/evidence/file-kind.ts';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';

/** Rows with an id, a time and its milliseconds since 1970. */
const rows = (write: (id: string, time: string, epoch: number) => string) =>
  [1, 2, 3, 4]
    .map((n) =>
      write(
        `0190163d-8694-739b-aea5-966c26f8ad9${n}`,
        `2026-03-0${n}T10:15:0${n}.12${n}Z`,
        1767225600120 + n,
      ),
    )
    .join('\n');

const found = (text: string) =>
  findEvidenceStructure(text).map(({ told, certainty }) => `${told} ${certainty}`);

describe('times that code, data and markup hold', () => {
  it.each([
    ['SQL', rows((id, time) => `INSERT INTO users VALUES ('${id}', 'mira', '${time}');`)],
    ['rows of SQL by time', rows((id, time) => `('${time}', '${id}', 'mira'),`)],
    ['a dump', rows((id, time) => `${id}\tMira\t${time.replace('T', ' ').replace('Z', '+00')}`)],
    ['JavaScript', rows((id, time) => `  { id: '${id}', at: new Date("${time}") },`)],
    ['Go', rows((id, time) => `\t{ID: "${id}", At: ts("${time}")},`)],
    ['Kotlin', rows((id, _, epoch) => `  User("${id}", Instant.ofEpochMilli(${epoch}L)),`)],
    ['Java', rows((id, time) => `save(new User(UUID.fromString("${id}"), Instant.parse("${time}")));`)],
    ['Elixir', rows((id, time) => `  %{id: "${id}", at: ~U[${time}]},`)],
    ['TOML', rows((id, time) => `[[user]]\nid = "${id}"\njoined = ${time}`)],
    ['a test of dates', rows((id, time) => `  expect(toIso('${id}')).toBe('${time}')`)],
    ['a chart', rows((id, _, epoch) => `{"id": "${id}", "data": [[${epoch}, 12.5]]},`)],
    ['a dashboard', rows((id, _, epoch) => `"uid": "${id}", "time": ${epoch}, "timeEnd": ${epoch + 7},`)],
    ['a table', rows((id, time) => `| \`${id}\` | Mira Lee | ${time} |`)],
    ['a table by time', rows((id, time) => `| ${time} | ${id} |`)],
    [
      'a sitemap',
      rows((id, time) => `<url><loc>https://a.example/${id}</loc><lastmod>${time}</lastmod></url>`),
    ],
    ['a feed', rows((id, time) => `<id>urn:uuid:${id}</id>\n<published>${time}</published>`)],
    ['HTML', rows((id, time) => `<h2 id="${id}">How we moved</h2><time datetime="${time}">March</time>`)],
    ['an index of packages', rows((id, time) => `"id":"${id}","upload_time_iso_8601":"${time}",`)],
    ['subtitles', rows((id) => `00:00:01,123 --> 00:00:04,456 ${id}`)],
    ['forms of a time', rows((_, time) => `- \`${time}\``)],
    [
      'layouts of Go',
      'A = "2006-01-02T15:04:05.999Z07:00"\nB = "Jan _2 15:04:05.000000"\nC = "15:04:05.999999"',
    ],
  ])('are no output, in %s', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(evidenceFileKind('seed/users.txt', text)).toBeUndefined();
  });

  it.each([
    ['what somebody listed', rows((id, time) => `- \`${id}\` applied at ${time}`)],
    [
      'words in SQL',
      rows((id, time) => `INSERT INTO notes VALUES ('${id}', 'the parser was asked', '${time}');`),
    ],
    ['times of events', rows((id, time) => `  "id": "${id}", "timestamp": "${time}",`)],
    ['times of parts', rows((id, time) => `"${id}": { "completed": "${time}" },`)],
  ])('may be output, in %s', (_, text) => {
    expect(found(text)).toEqual(['millisecond-times likely']);
    expect(evidenceFileKind('seed/users.txt', text)).toBeUndefined();
  });

  it.each([
    ['a log in SQL', rows((id, time) => `INSERT INTO log VALUES ('${time}', 'INFO', '${id}');`)],
    ['calls of tools in SQL', rows((id, time) => `INSERT INTO x VALUES ('${id}', 'tool_call', '${time}');`)],
    [
      'calls of tools in code',
      rows((id, time) => `  { at: new Date('${time}'), kind: 'tool_call', id: '${id}' },`),
    ],
    ['a list of calls', rows((id, time) => `<li><time>${time}</time> tool_call ${id}</li>`)],
    ['a table of calls', rows((id, time) => `| tool_call | ${time} | ${id} |`)],
    ['what happened, in a table', rows((id, time) => `| ${time} | prompt sent | ${id} |`)],
    ['a log', rows((id, time) => `${time} session ${id} opened`)],
    ['a log in brackets', rows((id, time) => `[${time}] session ${id} opened`)],
    ['a log in strings', rows((id, time) => `  "${time} session ${id} opened",`)],
    ['a log that ends with its times', rows((id, time) => `session ${id} opened at ${time}`)],
    ['a column that is called as a tool is', rows((id, time) => `"tool_name","${time} read_file ${id}"`)],
  ])('are output, in %s', (_, text) => {
    expect(found(text)).toHaveLength(1);
    expect(found(text)[0]).toMatch(/ certain$/);
    expect(evidenceFileKind('notes/one.txt', text)?.by).toBe('content');
  });

  it.each([
    ['quotes', `'2026-03-01T10:00:00.123Z', `.repeat(140)],
    ['blanks', `10:15:03.123${' '.repeat(4_000)}`],
    ['empty cells', `10:15:03.123 ${'|         '.repeat(390)} x y z`],
    ['cells', `10:15:03.123 ${'| a b     '.repeat(390)} x y z`],
    ['words', `10:15:03.123 ${"'abc abc ".repeat(440)}`],
    ['keys', `${'a'.repeat(60)}: 10:15:03.123Z ${'a.b-c: '.repeat(560)}`],
    ['backticks', `10:15:03.123 ${'`a` '.repeat(900)}`],
  ])('come to an end on %s', (_, line) => {
    expect(Array.isArray(found(`${line}\n`.repeat(300)))).toBe(true);
  });
});
