import { digitsOf } from '../text/marks.ts';
import { DIGITS, fitsAny, type Shape } from './shapes.ts';

/** Of a line, which in a cell or a string of code is followed by its mark. */
const END = String.raw`["'\x60,]{0,3}[ \t]{0,40}(?:$|\||<\/)`;

const TOTALS = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo'].map(
  (word) => `${word} ${DIGITS}`,
);

/** Totals that a test runner prints at its end; the runner is named, then its lines. */
export const SUMMARY: readonly Shape[] = [
  // vitest:  Test Files  1 passed (1) / Tests  3 passed (3) / Duration  1.23s (transform 20ms, …) / Start at  10:15:03
  {
    begins: ['Test Files ', 'Tests '],
    digits: 1,
    shape: /^(?:Test Files|Tests) {1,4}(?:\d{1,6} \w{4,8} ?\|? ?){1,4}\(\d{1,6}\)/,
  },
  { begins: ['Duration '], digits: 1, shape: /^Duration {1,4}\d{1,6}(?:\.\d{1,3})?m?s\b/ },
  { begins: ['Start at '], digits: 6, shape: /^Start at {1,4}\d\d:\d\d:\d\d/ },
  // jest:  Tests:       3 passed, 3 total / Test Suites: 1 passed, 1 total / Time:        1.2 s
  {
    begins: ['Tests:', 'Test Suites:', 'Snapshots:'],
    digits: 1,
    shape: /^(?:Tests|Test Suites|Snapshots): {1,10}(?:\d{1,6} \w{4,8}, ){0,4}\d{1,6} total/,
  },
  { begins: ['Time: '], digits: 2, shape: /^Time: {1,10}\d{1,6}\.\d{1,3} ?s\b/ },
  // node:test:  # tests 3 / ℹ pass 3 / # duration_ms 12.3
  {
    begins: ['ℹ ', ...TOTALS],
    digits: 1,
    shape: new RegExp(`^(?:ℹ )?(?:tests|suites|pass|fail|cancelled|skipped|todo) \\d{1,6}${END}`),
  },
  {
    begins: ['ℹ duration_ms', 'duration_ms'],
    digits: 1,
    shape: new RegExp(`^(?:ℹ )?duration_ms:? \\d{1,9}(?:\\.\\d{1,9})?${END}`),
  },
  // pytest:  ===== 3 passed in 0.12s =====
  {
    begins: ['==='],
    digits: 1,
    shape: /^={3,80} .{0,80}\b(?:passed|failed|error|errors)\b.{0,60} in \d{1,6}\.\d{1,3}s/,
  },
  { begins: ['==='], shape: /^={3,80} test session starts ={3,80}/ },
  {
    begins: [`${DIGITS} passed`, `${DIGITS} failed`],
    shape: /^\d{1,6} (?:passed|failed)(?:, \d{1,6} \w{4,12}){0,4} in \d{1,6}\.\d{1,3}s/,
  },
  // mocha:  3 passing (12ms)
  {
    begins: [`${DIGITS} passing`, `${DIGITS} failing`, `${DIGITS} pending`],
    shape: new RegExp(`^\\d{1,6} (?:passing|failing|pending)(?: \\(\\d{1,6}m?s\\))?${END}`),
  },
  // go:  ok  	example.com/x	0.003s / --- PASS: TestX (0.00s)
  {
    begins: ['ok ', 'ok\t', 'FAIL'],
    digits: 1,
    shape: /^(?:ok|FAIL)[ \t]{1,8}[\w./-]{3,120}[ \t]{1,8}\d{1,6}\.\d{3}s/,
  },
  {
    begins: ['--- PASS', '--- FAIL', '--- SKIP'],
    shape: /^--- (?:PASS|FAIL|SKIP): \S{1,160} \(\d{1,6}\.\d\ds\)/,
  },
  // cargo:  test result: ok. 3 passed; 0 failed;
  { begins: ['test result'], shape: /^test result: (?:ok|FAILED)\. \d{1,6} passed;/ },
  // bun:  Ran 3 tests across 1 files. [12.00ms]; unittest:  Ran 3 tests in 0.001s
  { begins: [`Ran ${DIGITS}`], shape: /^Ran \d{1,6} tests? (?:across \d{1,5} files?\.|in \d{1,6}\.\d{3}s)/ },
  // TAP:  1..3
  { begins: [`${DIGITS}..`], shape: new RegExp(`^1\\.\\.\\d{1,6}${END}`) },
];

const isOneOfSummaries = fitsAny(SUMMARY);

export const CASE: readonly Shape[] = [
  // ✓ slugify > lower case 3ms; ✔ lower case (0.5ms); × …
  {
    begins: [...'✓✔✗✘×√'],
    shape: new RegExp(`^[✓✔✗✘×√]\\s.{1,200}?\\(?\\d{1,7}(?:\\.\\d{1,6})? ?m?s\\)?${END}`, 'u'),
  },
  { begins: [...'✓✔✗✘×√'], shape: /^[✓✔✗✘×√]\s\S{1,160}\.(?:test|spec)\.\w{2,4}\b/u },
  // PASS test/a.test.js (1.2 s)
  { begins: ['PASS', 'FAIL'], shape: /^(?:PASS|FAIL)\s{1,4}\S{1,160}\.\w{2,4}\b/ },
  // ok 1 - lower case
  { begins: [`ok ${DIGITS}`, `not ok ${DIGITS}`], shape: /^(?:not )?ok \d{1,6} - \S/ },
  // tests/test_a.py::test_b PASSED
  { holds: '::', rare: 'scope', shape: /^\S{1,160}::\S{1,120} (?:PASSED|FAILED|SKIPPED|ERROR)/ },
  // test a::b ... ok
  { begins: ['test '], shape: new RegExp(`^test \\S{1,160} \\.\\.\\. (?:ok|FAILED|ignored)${END}`) },
  // > pkg@1.0.0 test
  {
    holds: '@',
    rare: 'version',
    shape: /^(?:> )?[@\w./-]{1,80}@\d{1,4}\.\d{1,4}\.\d{1,6} (?:test|build|lint|check)\b/,
  },
  { begins: ['RUN '], digits: 3, shape: /^RUN {1,3}v\d{1,3}\.\d{1,3}\.\d{1,3}/ },
  { begins: ['duration_ms: ', 'type: '], shape: /^(?:duration_ms|type): (?:\d|'(?:test|suite)')/ },
];

const isOneOfCases = fitsAny(CASE);

const TIMED_CASE = /[✓✔✗✘×√]\s[^✓✔✗✘×√\n]{1,200}?\(?\d{1,7}(?:\.\d{1,6})? ?(?:m?s|MS)\b/gu;

/** Cases with their durations, which only a runner lists; a paragraph may hold several. */
export function timedCases(line: string): number {
  return line.match(TIMED_CASE)?.length ?? 0;
}

/** `commit 1a2b…`, `Author: a <b@c>`, `Date:   Tue Jun 2 10:15:03 2026 +0000`. */
export const GIT_LOG: readonly Shape[] = [
  { begins: ['commit '], shape: /^commit [0-9a-f]{40}(?: \(|$)/ },
  { begins: ['Author: ', 'Commit: '], shape: /^(?:Author|Commit): {1,6}.{1,80} <[^<>\s]{1,80}>$/ },
  {
    begins: ['Date: ', 'AuthorDate: ', 'CommitDate: '],
    digits: 15,
    shape: /^(?:Author|Commit)?Date: {1,6}\w{3} \w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4} [+-]\d{4}$/,
  },
];

const isOneOfGitLogs = fitsAny(GIT_LOG);

/** `CommitDate: Tue Jun  2 10:15:03 2026 +0000`, anywhere: nothing but git's log in its full form says so. */
const LOG_DATE = /(?:Author|Commit)Date: {1,6}\w{3} \w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4} [+-]\d{4}(?!\d)/i;
const LOG_DATE_DIGITS = 15;

/** How much a line tells that it is of git's log. */
export function gitLogWeight(line: string, marks: number): number {
  if (digitsOf(marks) >= LOG_DATE_DIGITS && LOG_DATE.test(line)) return 2;
  return isOneOfGitLogs(line, marks) ? 1 : 0;
}

export function isTestSummary(line: string, marks?: number): boolean {
  return isOneOfSummaries(line, marks);
}

export function isTestCase(line: string, marks?: number): boolean {
  return isOneOfCases(line, marks);
}

export const FRAME: readonly Shape[] = [
  // at slugify (file:///tmp/x/src/slugify.js:12:5); at /tmp/x.js:1:2
  {
    begins: ['at '],
    digits: 2,
    shape: /^at (?:async )?(?:new )?(?:[\w.$<>[\]#/ ]{1,120} \()?[^\s()]{2,240}:\d{1,6}:\d{1,6}\)?$/,
  },
  // Test.run (node:internal/test_runner/test:796:25)
  {
    holds: ' (',
    rare: 'frame',
    digits: 2,
    shape: /^[\w.$<>]{2,80} \((?:node:internal|file:\/\/)\/?[^\s()]{2,200}:\d{1,6}:\d{1,6}\)$/,
  },
  // at com.example.A.b(A.java:12)
  {
    begins: ['at '],
    holds: '(',
    shape: /^at [\w.$/]{3,160}\((?:[\w$]{1,80}\.(?:java|kt|scala|groovy):\d{1,6}|Native Method)\)$/,
  },
  // File "/srv/app/x.py", line 3, in f: with a path, since documents of Python quote <stdin>
  {
    begins: ['File "'],
    digits: 1,
    shape: /^File "[^"<>]{0,200}[/\\][^"<>]{1,200}", line \d{1,6}(?:, in .{1,80})?$/,
  },
  // ❯ src/a.test.ts:12:5
  { begins: ['❯'], shape: /^❯ \S{2,240}:\d{1,6}:\d{1,6}$/u },
];

const isOneOfFrames = fitsAny(FRAME);

/** `at parse (/srv/x.js:4:9)`, anywhere: in a cell, in backticks, in a paragraph. */
const FRAME_INSIDE = /\bat (?:async |new ){0,2}[\w.$<>[\]#/]{1,120} \([^\s()]{2,240}:\d{1,6}:\d{1,6}\)/gi;
const FRAME_DIGITS = 2;

/** How many frames of a stack a line holds. */
export function stackFrames(line: string, marks: number): number {
  const inside = digitsOf(marks) < FRAME_DIGITS ? 0 : (line.match(FRAME_INSIDE)?.length ?? 0);
  return inside > 0 ? inside : isOneOfFrames(line, marks) ? 1 : 0;
}

/** `diff --git a/x b/x`, `@@ -1,3 +1,4 @@`, `index 1a2b3c4..5d6e7f8 100644`. */
export const DIFF_HEAD: readonly Shape[] = [
  { begins: ['diff --git '], shape: /^diff --git \S/ },
  {
    begins: [`@@ -${DIGITS}`],
    shape: /^@@ -\d{1,7}(?:,\d{1,7})? \+\d{1,7}(?:,\d{1,7})? @@/,
  },
  { begins: ['index '], shape: /^index [0-9a-f]{7,64}\.\.[0-9a-f]{7,64}/ },
];

const isOneOfDiffHeads = fitsAny(DIFF_HEAD);

export function isDiffHead(line: string): boolean {
  return isOneOfDiffHeads(line);
}

/** `@@ -1,3 +1,4 @@ function f() { -  return 1;`: a diff that was filled to a paragraph. */
const FILLED_HUNK = /^@@ -\d[^@]{0,40}@@ .{0,400}?\s[+-]\s{0,16}[^\s+-]/;

export function isFilledHunk(line: string): boolean {
  return line.startsWith('@@') && FILLED_HUNK.test(line);
}
