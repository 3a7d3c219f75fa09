import { ALL, digitsOf, EQUALS } from '../text/marks.ts';
import { isDataRow } from './data-row.ts';
import { tellsWhatHappened, withoutHeldTimes } from './held-times.ts';
import { isLogged } from './logged.ts';
import { DIGITS, fitsAny, type Shape } from './shapes.ts';

/** In capitals, as programs write them. */
const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'NOTICE', 'WARN', 'ERR', 'FATAL', 'CRITICAL', 'SEVERE', 'PANIC'];
const LEVEL = '(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|ERR|FATAL|CRITICAL|SEVERE|PANIC)';
const DATE_TIME =
  '\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?';
/** Of a `DATE_TIME`. */
const DATE_TIME_DIGITS = 14;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

/** One line each of formats that a program writes and nobody types. Anchored at the line's text. */
export const STRONG: readonly Shape[] = [
  // 2026-06-02T10:15:03.123Z INFO  server started; [2026-06-02 10:15:03,123] [worker-1] WARNING: …
  {
    begins: ['[', '(', DIGITS],
    rare: 'clock',
    digits: DATE_TIME_DIGITS,
    shape: new RegExp(
      `^[[(]?${DATE_TIME}[\\])]?[ \\t|:-]{1,4}(?:[[(]?[\\w.:/#-]{1,40}[\\])]? {1,3}){0,2}[[(<]?${LEVEL}\\b`,
      'i',
    ),
  },
  // [INFO] 2026-06-02 10:15:03 …; INFO [2026-06-02T10:15:03Z] …; [INFO  crate::module] …
  {
    begins: [...'[(TDINWEFCSPtdinwefcsp'],
    rare: 'clock',
    digits: DATE_TIME_DIGITS,
    shape: new RegExp(`^[[(]?${LEVEL}[\\])]?:? {1,3}[[(]?${DATE_TIME}`, 'i'),
  },
  // [2026-06-02T10:15:03Z INFO  crate::module] …
  { begins: ['['], rare: 'clock', digits: DATE_TIME_DIGITS, shape: new RegExp(`^\\[${DATE_TIME} ${LEVEL} `) },
  // Jun  2 10:15:03 host sshd[4711]: …
  {
    begins: [...'JFMASOND'],
    rare: 'clock',
    digits: 7,
    shape: new RegExp(
      `^${MONTH} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d [\\w.-]{1,64} [\\w./-]{1,64}(?:\\[\\d{1,7}\\])?:`,
    ),
  },
  // 127.0.0.1 - - [02/Jun/2026:10:15:03 +0000] "GET / HTTP/1.1" 200 12
  {
    holds: '] "',
    rare: 'clock',
    digits: 16,
    shape: /^\S{1,64} \S{1,32} \S{1,32} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "/,
  },
  // I0602 10:15:03.123456    4711 controller.go:12] …
  {
    begins: [...'IWEF'],
    rare: 'clock',
    digits: 18,
    shape: /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{6} {1,8}\d{1,7} [\w./-]{1,80}:\d{1,6}\]/,
  },
  // 2026/06/02 10:15:03 main.go:12: …
  { begins: [DIGITS], rare: 'clock', digits: 14, shape: /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{6})? \S/ },
  // 10:15:03.123 INFO  …; 10:15:03.123 [main] DEBUG …
  {
    begins: ['[', '(', DIGITS],
    rare: 'clock',
    digits: 6,
    shape: new RegExp(
      `^[[(]?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,6})?[\\])]? {1,3}(?:\\[[\\w. -]{1,40}\\] {1,3})?[[(]?${LEVEL}\\b`,
      'i',
    ),
  },
  // WARNING:root:text (Python's default)
  { begins: LEVELS, shape: /^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[\w.]{1,60}:\S/ },
  // npm warn deprecated x@1.0.0; npm ERR! code E404; npm http fetch GET 200 https://…
  { begins: ['npm '], shape: /^npm (?:warn|WARN|error|ERR!|http|verb(?:ose)?|sill(?:y)?|timing|notice)\b/ },
  // 12 silly idealTree buildDeps
  {
    begins: ['silly', 'verbose', 'http', 'timing', 'warn', 'error', 'info', 'notice'].map(
      (word) => `${DIGITS} ${word}`,
    ),
    shape: /^\d{1,6} (?:silly|verbose|http|timing|warn|error|info|notice) [a-zA-Z]/,
  },
  // added 12 packages, and audited 13 packages in 2s
  {
    begins: ['added', 'removed', 'changed', 'up to date', 'audited'],
    digits: 1,
    shape:
      /^(?:added|removed|changed|up to date,?|audited) ?\d{0,6}(?: packages?)?,? (?:and )?(?:audited|removed|changed|in) ?\d{1,6}/,
  },
  // 4711 10:15:03.123456 openat(AT_FDCWD, "x", O_RDONLY) = 3
  {
    begins: ['[', DIGITS, ...'acdefklmnoprsuvw'],
    rare: 'call',
    holds: '(',
    shape:
      /^(?:\[?(?:pid {1,4})?\d{1,7}\]? {1,4})?(?:\d\d:\d\d:\d\d(?:\.\d{1,6})? )?(?:openat2?|open|read|write|close|execve|execveat|mmap|munmap|newfstatat|fstat|statx?|lstat|access|faccessat2?|clone3?|vfork|wait4|connect|socket|sendto|recvfrom|unlinkat?|renameat2?|mkdirat?|readlinkat?|exit_group|pipe2?|dup[23]?|kill|chdir)\(.{0,400}\) {1,40}= (?:-?\d|\?|0x)/,
  },
  // [   12.345678] usb 1-1: …
  { begins: ['[ ', `[${DIGITS}`], digits: 7, shape: /^\[ {0,6}\d{1,6}\.\d{6}\] \S/ },
  // src/a.ts(12,5): error TS2322: …
  {
    holds: '): ',
    rare: 'position',
    digits: 3,
    shape: /^[\w./@\\-]{1,160}\(\d{1,6},\d{1,5}\): (?:error|warning) [A-Z]{1,4}\d/,
  },
  // 2026-06-02T10:15:03.1234567Z ##[group]Run …
  { begins: [DIGITS], rare: 'clock', digits: 21, shape: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z / },
  // worker-1  | 2026-06-02T10:15:03Z …
  {
    holds: '|',
    rare: 'clock',
    digits: DATE_TIME_DIGITS,
    shape: new RegExp(`^[\\w-]{1,40} {0,8}\\| {1,2}[[(]?${DATE_TIME}`),
  },
];

const isOneOfStrong = fitsAny(STRONG);

/** What git says of its own progress, which any manual shows. */
export const PROGRESS: readonly Shape[] = [
  // remote: Compressing objects: 100% (12/12), done.
  {
    begins: [
      'remote: ',
      'Enumerating ',
      'Counting ',
      'Compressing ',
      'Receiving ',
      'Writing ',
      'Resolving ',
      'Unpacking ',
    ],
    digits: 1,
    shape:
      /^(?:remote: )?(?:Enumerating|Counting|Compressing|Receiving|Writing|Resolving|Unpacking) (?:objects|deltas): +\d{1,3}%/,
  },
];

export const isProgress = fitsAny(PROGRESS);

/** time=… level=info msg="…" with at least three pairs. Of `t=3` and `time=3` the first is a number of passes. */
const LOGFMT_KEY = /(?:^| )(?:(?:level|lvl|msg)=|(?:time|ts|t)=(?!["']?\d{1,6}(?![\d:.-])))/;

const CLOCK = /^.{0,17}?(?<!\d)\d\d:\d\d:\d\d(?!:|\d)/;

export const LEVEL_FIRST: readonly Shape[] = [
  {
    begins: ['', '[', '(', '<'].flatMap((open) => LEVELS.map((level) => open + level)),
    shape: new RegExp(`^[[(<]?${LEVEL}[\\])>]?(?::|  ?)\\S`),
  },
];

const hasLevel = fitsAny(LEVEL_FIRST);

/** Strong formats inside a line: a log whose lines were joined into one paragraph. */
const INLINE = new RegExp(`${DATE_TIME}[\\])]?[ \\t|:-]{1,4}[[(]?${LEVEL}\\b`, 'g');

function isStrongLogLine(line: string, marks: number): boolean {
  return isOneOfStrong(line, marks) || ((marks & EQUALS) !== 0 && isLogfmt(line));
}

function isLogfmt(line: string): boolean {
  if (!LOGFMT_KEY.test(line.slice(0, 300))) return false;
  return (line.slice(0, 600).match(/(?:^| )[a-zA-Z][\w.]{0,30}=(?:"|[^\s"])/g)?.length ?? 0) >= 3;
}

/** How many log lines one line holds: more than one where a paragraph was filled, or a log is a value of JSON. */
export function strongLogLines(line: string, marks = ALL): number {
  const inline = digitsOf(marks) < DATE_TIME_DIGITS ? 0 : (line.match(INLINE)?.length ?? 0);
  return inline > 0 ? inline : isStrongLogLine(line, marks) ? 1 : 0;
}

/** A clock with seconds near the start, but no row of data; a table of meetings has none. */
export function hasClockFirst(line: string): boolean {
  if (!CLOCK.test(line) || isDataRow(line)) return false;
  return CLOCK.test(withoutHeldTimes(line)) || isLogged(line) || tellsWhatHappened(line);
}

export function hasLevelFirst(line: string): boolean {
  return hasLevel(line);
}
