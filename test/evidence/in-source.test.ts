import { describe, expect, it } from 'vitest';
import { findCertainStructure } from '../../src/evidence/structure/structure.ts';
import { RUN } from './run.ts';

const LOG = [
  '2026-07-03T08:15:04Z INFO  backend: session opened',
  '2026-07-03T08:15:05Z DEBUG backend: 3 tools offered',
  '2026-07-03T08:15:06Z WARN  backend: retry 1 of 3',
];
const DIFF = ['diff --git a/x.js b/x.js', '--- a/x.js', '+++ b/x.js', '@@ -1,2 +1,2 @@', '-  f()', '+  g()'];
const TESTS = ['TAP version 13', 'ok 1 - adds', 'not ok 2 - subtracts', '1..2', '# tests 2', '# pass 1'];
const OUTPUTS = [LOG, DIFF, TESTS];

const certain = (text: string) =>
  findCertainStructure(text).filter(({ certainty }) => certainty === 'certain').length;

const commented = (mark: string) => (output: readonly string[], run: string) =>
  [run, ...output].map((line) => `${mark}${line}\n`).join('');
const opened = (head: string, open: string, close: string) => (output: readonly string[], run: string) =>
  `${head}${run}\n${open}${output.join('\n')}\n${close}\n`;

const SOURCES: readonly [string, (output: readonly string[], run: string) => string][] = [
  ['comments of a script', commented('# ')],
  ['comments of C', commented('// ')],
  ['comments of Rust', commented('/// ')],
  ['comments of a crate', commented('//! ')],
  ['comments of SQL', commented('-- ')],
  ['comments of TeX', commented('% ')],
  ['comments of Erlang', commented('%% ')],
  ['comments of Lisp', commented(';; ')],
  ['a comment of stars', (output, run) => `/*\n * Run ${run}\n *\n${commented(' * ')(output, '')} */\n`],
  ['a string of Python', opened('# ', 'OUT = """\n', '"""')],
  ['a doc string', opened('def f():\n    """Seen in ', '\n', '    """')],
  ['a template string', opened('// from harness-runs/', 'export const sample = `\n', '`;')],
  ['a raw string', opened('// ', 'var out = `\n', '`')],
  ['a heredoc', opened('# ', 'cat <<EOF\n', 'EOF')],
  [
    'a list of strings',
    (output, run) => `// ${run}\nx = [\n${output.map((line) => `  '${line}',\n`).join('')}]\n`,
  ],
  ['one string', (output, run) => `const x = ${JSON.stringify([run, ...output].join('\n'))};\n`],
  [
    'strings that are added',
    (output, run) =>
      `// ${run}\nconst x =\n${output.map((line) => `  ${JSON.stringify(`${line}\n`)}`).join(' +\n')};\n`,
  ],
];

describe('output of a run in source code', () => {
  it.each(SOURCES)('is certain in %s that names the run', (_, write) => {
    expect(OUTPUTS.map((output) => certain(write(output, RUN)))).toEqual([1, 1, 1]);
  });

  it.each(SOURCES)('is none in %s that names no run', (_, write) => {
    expect(OUTPUTS.map((output) => certain(write(output, 'seen last week')))).toEqual([0, 0, 0]);
  });

  it('is certain by the harness’s process', () => {
    const logged = LOG.map((line) => `// ${line.replace('backend:', 'harness[4711]:')}\n`).join('');
    expect(certain(`package x\n\n${logged}`)).toBe(1);
  });

  it.each([
    ['code between', `// See ${RUN}.\nfunction f() {\n  return 1;\n}\n\n${commented('// ')(LOG, 'A log:')}`],
    ['no output', `# ${RUN}\nRUNS = [\n  "a",\n  "b",\n]\nprint("12:15:03")\n`],
    ['a name of a process', commented('// ')(LOG, 'harness')],
  ])('is none with %s', (_, text) => {
    expect(certain(text)).toBe(0);
  });
});
