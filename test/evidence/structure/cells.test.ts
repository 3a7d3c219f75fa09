import { describe, expect, it } from 'vitest';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';
import { RUN } from '../run.ts';

const REPORT = [
  ['run_id', RUN],
  ['engine', 'case'],
  ['stage', '2'],
  ['status', 'pass'],
  ['started_at', '2026-07-03T08:15:02Z'],
  ['finished_at', '2026-07-03T08:19:40Z'],
  ['case_process_started', 'true'],
  ['backend_exit_code', '0'],
  ['tokens_in', '48211'],
] as const;
const KEYS = REPORT.map(([key]) => key);
const VALUES = REPORT.map(([, value]) => value);

const lines = (write: (key: string, value: string) => string) =>
  REPORT.map(([key, value]) => write(key, value)).join('\n');
const row = (cells: readonly string[], tag: string) =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

const certainties = (text: string) => findEvidenceStructure(`${text}\n`).map(({ certainty }) => certainty);

describe('a report in cells', () => {
  it.each([
    ['a list of HTML', `<dl>\n${lines((key, value) => `<dt>${key}</dt><dd>${value}</dd>`)}\n</dl>`],
    ['such a list, each part on its line', lines((key, value) => `  <dt>${key}</dt>\n  <dd>${value}</dd>`)],
    ['rows of HTML', lines((key, value) => row([key, value], 'td'))],
    [
      'rows of HTML with classes and code',
      lines((key, value) => `<tr><th class="k">${key}</th><td><code>${value}</code></td></tr>`),
    ],
    ['rows of HTML over lines', lines((key, value) => `<tr>\n  <td>${key}</td>\n  <td>${value}</td>\n</tr>`)],
    [
      'rows of HTML on one line',
      `<table>${lines((key, value) => row([key, value], 'td')).replaceAll('\n', '')}`,
    ],
    ['columns of HTML', `<table>\n${row(KEYS, 'th')}\n${row(VALUES, 'td')}\n</table>`],
    ['elements of XML', `<report>\n${lines((key, value) => `  <${key}>${value}</${key}>`)}\n</report>`],
    ['elements on one line', lines((key, value) => `<r:${key}>${value}</r:${key}>`).replaceAll('\n', '')],
    ['keys of a plist', lines((key, value) => `<key>${key}</key>\n<string>${value}</string>`)],
    ['named fields', lines((key, value) => `<field name="${key}">${value}</field>`)],
    ['values of properties', lines((key, value) => `<property name="${key}" value="${value}"/>`)],
    ['fields by commas', `field,value\n${lines((key, value) => `${key},${value}`)}`],
    ['quoted fields', lines((key, value) => `"${key}","${value}"`)],
    ['fields by semicolons', lines((key, value) => `${key};${value}`)],
    ['fields by tabs', lines((key, value) => `${key}\t${value}`)],
    ['keys in words', lines((key, value) => `${key.replaceAll('_', ' ')}\t${value}`)],
    ['columns by blanks', lines((key, value) => `${key.padEnd(24)}${value}`)],
    ['columns by commas', `${KEYS.join(',')}\n${VALUES.join(',')}`],
    ['columns by tabs', `${KEYS.join('\t')}\n${VALUES.join('\t')}`],
    ['columns of a table', `| ${KEYS.join(' | ')} |\n|${' --- |'.repeat(9)}\n| ${VALUES.join(' | ')} |`],
    ['a list of terms', lines((key, value) => `${key}\n: ${value}`)],
    ['a list in place of a table', lines((key, value) => `* - ${key}\n  - ${value}`)],
  ])('is one as %s', (_, text) => {
    expect(certainties(text)).toEqual(['certain']);
  });

  it.each([
    ['the types of its fields', lines((key) => `<tr><td>${key}</td><td>text</td></tr>`)],
    ['its fields beside one time', `${lines((key) => `${key},required`)}\nsince,2026-07-03T08:15:02Z`],
    ['the heads of columns', `${KEYS.join(',')}\n`],
    ['what columns mean', `| ${KEYS.join(' | ')} |\n|${' --- |'.repeat(9)}\n|${' text |'.repeat(9)}`],
    [
      'runs by path',
      `| Run | Status | Report |\n| --- | --- | --- |\n| 1 | pass | harness-runs/${RUN}/report.json |`,
    ],
    [
      'one instant of a feed',
      '<item><title>Status</title><date>2026-07-03T08:15:02Z</date><type>news</type></item>',
    ],
    [
      'prose with commas',
      'Status, stage, engine and the time 2026-07-03T08:15:02Z, which is when it began, are shown.',
    ],
    [
      'an address of a page',
      '<a href="https://example.org/?status=pass&amp;at=2026-07-03T08:15:02Z">status</a>',
    ],
  ])('is none as %s', (_, text) => {
    expect(certainties(text)).toEqual([]);
  });

  it.each([
    ['commas', '2026-07-03T08:15:02Z,'.repeat(60_000)],
    ['tags', `2026-07-03T08:15:02Z</td>${'<td>a'.repeat(200_000)}`],
    ['lines of keys', `${'run_id\n'.repeat(100_000)}2026-07-03T08:15:02Z`],
    ['letters', `started_at,2026-07-03T08:15:02Z\n${`${'a '.repeat(1000)}\n`.repeat(500)}`],
  ])('comes to an end on %s', (_, text) => {
    expect(Array.isArray(findEvidenceStructure(text))).toBe(true);
  });
});

describe('output in numbered rows', () => {
  const numbered = (output: readonly string[]) =>
    ['| n | line |', '| --- | --- |', ...output.map((line, index) => `| ${index + 1} | ${line} |`)].join(
      '\n',
    );

  it.each([
    ['a diff', ['--- a/x.js', '+++ b/x.js', '@@ -1,2 +1,2 @@', '-  return 1', '+  return 2']],
    ['what a test printed', ['not ok 2 - adds', '1..2', '# tests 2', '# pass 1', '# fail 1']],
    ['test cases', ['test a::b ... ok', 'test result: ok. 1 passed; 0 failed;', 'test a::c ... ok']],
  ])('is found: %s', (_, output) => {
    expect(certainties(numbered(output))).toEqual(['likely']);
  });

  it('is none where numbers are data', () => {
    expect(certainties(numbered(['1 | 12', '2 | 17', 'tests | 3', 'pass | 2', '+1 | -1']))).toEqual([]);
  });
});
