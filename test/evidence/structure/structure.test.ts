import { describe, expect, it } from 'vitest';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';
import { lineStarts, positionOf } from '../../../src/place.ts';
import { RUN, reportText } from '../run.ts';

/** `told certainty first-last`, a line for each span. */
function shown(text: string): readonly string[] {
  const starts = lineStarts(text);
  return findEvidenceStructure(text).map((span) => {
    const { line, endLine } = positionOf(starts, span);
    return `${span.told} ${span.certainty} ${line}-${endLine}`;
  });
}

const EVENTS = [
  '{"ts":"2026-07-03T08:15:04.112Z","type":"turn.start","session_id":"0d9f3c1e-8a57-4c1b-9d3e-5b1f7a6c2e40"}',
  '{"ts":"2026-07-03T08:15:05.901Z","type":"tool.call","session_id":"0d9f3c1e-8a57-4c1b-9d3e-5b1f7a6c2e40"}',
];

const LOG = [
  '2026-07-03T08:15:04.112Z INFO  backend: session opened',
  '2026-07-03T08:15:05.377Z DEBUG backend: 3 tools offered',
  '2026-07-03T08:15:06.480Z WARN  backend: retry 1 of 3',
];

const REPORT = reportText({ backend_exit_code: 0 }).split('\n');

const TESTS = [' Test Files  1 passed (1)', '      Tests  4 passed (4)', '   Duration  312ms'];

const DIFF = ['diff --git a/src/date.js b/src/date.js', '@@ -1,2 +1,2 @@', '-return 1;', '+return 2;'];

const FRAMES = ['    at parse (/tmp/run/src/date.js:4:9)', '    at main (/tmp/run/src/main.js:12:3)'];

const DIGESTS = ['report.md', 'trace.jsonl', 'test.log'].map((name, i) => `${`${i}af3`.repeat(16)}  ${name}`);

const document = (...lines: readonly string[]) => ['# Plan', '', ...lines, '', 'The end.', ''].join('\n');

describe('evidence by its structure', () => {
  it.each([
    ['events of one session', EVENTS, ['event-lines certain 3-4']],
    ['a log without a mark of its run', LOG, ['log-lines likely 3-5']],
    [
      'a log that names its run',
      [...LOG, `2026-07-03T08:15:07.000Z INFO wrote ${RUN}`],
      ['log-lines certain 3-6'],
    ],
    [
      'times that somebody listed, with the run by its name',
      [
        '- 2026-06-02T08:10:02Z start of `20260602T081002Z-r1-anchor-glacier-16659`',
        '- 2026-06-02T08:14:02Z end, `pass`',
        '- 2026-06-02T12:00:00Z reviewed by Ada',
      ],
      ['clock-lines likely 3-5'],
    ],
    ['a report', REPORT, ['report-keys certain 4-11']],
    [
      'a report as a table of code',
      Object.entries(JSON.parse(reportText())).map(([key, value]) => `| \`${key}\` | \`${value}\` |`),
      ['report-keys certain 3-9'],
    ],
    ['a test summary', TESTS, ['test-summary likely 3-5']],
    ['a diff', DIFF, ['diff likely 3-6']],
    ['stack frames', FRAMES, ['stack-frames likely 3-4']],
    ['stack frames in cells', FRAMES.map((line) => `| ${line} |`), ['stack-frames likely 3-4']],
    ['stack frames in code', FRAMES.map((line) => `- \`${line} {\``), ['stack-frames likely 3-4']],
    ['stack frames in a sentence', [`It said: E${FRAMES.join('')}.`], ['stack-frames likely 3-3']],
    ['digests of artifacts', DIGESTS, ['artifact-digests likely 3-5']],
    [
      'when a run began and ended',
      ['| Started | 2026-07-03T08:15:02Z |', '| Finished | 2026-07-03T08:19:40Z |'],
      ['report-times likely 3-4'],
    ],
    [
      'when a run ended, and what it took',
      ['"finished_at": "2026-07-03T08:19:40Z",', '"tokens_in": 48211,'],
      ['report-times likely 3-4'],
    ],
    ['a date of git’s full log', ['CommitDate: Fri Jul  3 08:15:02 2026 +0000'], ['git-log likely 3-3']],
    [
      'a diff that became a paragraph',
      ['@@ -1,2 +1,2 @@ function f() { -  return 1; +  return 2; }'],
      ['diff likely 3-3'],
    ],
    ['test cases in capitals', [' ✓ A 2MS', ' ✓ B 1MS', ' ✓ C 0MS'], ['test-cases likely 3-5']],
  ])('%s', (_, block, expected) => {
    expect(shown(document(...block))).toEqual(expected);
  });

  it.each([
    ['two log lines', LOG.slice(0, 2)],
    [
      'a link that gives one time three times',
      ['[a]: https://chat.example.org/1698341652961?parent=1698341652961&created=1698341652961'],
    ],
    [
      'the reports of three runs by path and digest',
      [1, 2, 3].map(
        (run) =>
          `- Pass report: 20260602T10150${run}Z-slug-4711/report.json, sha256 ${String(run).repeat(64)}`,
      ),
    ],
    ['one short event', EVENTS.slice(0, 1)],
    [
      'keys of a report without values',
      ['`run_id`, `engine`, `stage`, `status`, `started_at`, `finished_at`.'],
    ],
    ['a diff header alone', DIFF.slice(0, 2)],
    ['one stack frame', FRAMES.slice(0, 1)],
    ['two digests', DIGESTS.slice(0, 2)],
    ['days without a time', ['| Started | 2026-07-03 |', '| Finished | 2026-07-04 |']],
    ['one time of a run', ['It finished at its last try: `finished_at: 2026-07-03T08:19:40Z`.']],
    ['what runs may take', ['| Tokens in | 48211 |', '| Tokens out | 2907 |']],
    ['the date of a mail', ['Date: Fri Jul  3 08:15:02 2026 +0000']],
    ['the head of a hunk in a sentence', ['@@ -1,2 +1,2 @@ is how a hunk begins.']],
    ['a timetable', ['| 09:00 | stand-up |', '| 10:00 | review |', '| 11:00 | retro |', '| 12:00 | lunch |']],
    [
      'references',
      [
        `- Report: \`/home/jp/.hermes/profiles/cto-planb/harness-runs/${RUN}/report.json\`.`,
        `- Digest: \`${'9c1f'.repeat(16)}\`, commit \`4500082\`, marker \`backend/provider-timeout.txt\`.`,
        '- It records `case_process_started`, `backend_exit_code` and `allowed_writes_passed`.',
      ],
    ],
  ])('nothing in %s', (_, block) => {
    expect(shown(document(...block))).toEqual([]);
  });

  it.each([
    ['quoted', (line: string) => `> ${line}`],
    ['fenced in a list', (line: string) => `   - ${line}`],
    ['a table', (line: string) => `| ${line} |`],
    ['numbered', (line: string, index: number) => `${index + 1}: ${line}`],
    ['coloured', (line: string) => `\u001b[32m${line}\u001b[0m`],
    ['in backticks', (line: string) => `\`${line}\``],
    ['in HTML', (line: string) => `<li>${line.replaceAll('"', '&quot;')}</li>`],
  ])('the same %s', (_, decorate) => {
    expect(shown(document(...EVENTS.map(decorate)))).toEqual(['event-lines certain 3-4']);
    expect(shown(document(...LOG.map(decorate)))).toEqual(['log-lines likely 3-5']);
  });

  it('reads a log that became a JSON string', () => {
    expect(shown(document(JSON.stringify({ stdout: LOG.join('\n') })))).toEqual(['log-lines likely 3-3']);
  });

  it('reads a log that became a paragraph', () => {
    expect(shown(document(LOG.join(' ')))).toEqual(['log-lines likely 3-3']);
  });

  it.each([
    ['one line of digits and clocks', '2026-07-03 08:15:04,112 '.repeat(20_000)],
    ['separators', 'a:=|'.repeat(120_000)],
    ['digits', '1'.repeat(500_000)],
    ['escapes', '\\n&quot;'.repeat(50_000)],
    ['parentheses', `open(${'('.repeat(500_000)}`],
    ['many braces', '{"a":1,'.repeat(70_000)],
    ['blank lines', '\n'.repeat(500_000)],
    ['carriage returns', '\r'.repeat(500_000)],
    ['colons', ':'.repeat(500_000)],
    ['equals signs', '='.repeat(500_000)],
    ['run-like names', '20260703T081502Z-a-'.repeat(25_000)],
  ])('comes to an end on %s', (_, text) => {
    expect(Array.isArray(findEvidenceStructure(text))).toBe(true);
  });
});
