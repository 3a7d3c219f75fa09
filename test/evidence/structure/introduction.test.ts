import { describe, expect, it } from 'vitest';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';
import { RUN } from '../run.ts';

const LOG = [
  '2026-07-03T08:15:04Z INFO  backend: session opened',
  '2026-07-03T08:15:05Z DEBUG backend: 3 tools offered',
  '2026-07-03T08:15:06Z WARN  backend: retry 1 of 3',
];
const DIFF = ['--- a/src/date.js', '+++ b/src/date.js', '@@ -1,2 +1,2 @@', '-return 1;', '+return 2;'];
const TESTS = ['TAP version 13', 'ok 1 - adds', 'ok 2 - subtracts', '1..2', '# tests 2', '# pass 2'];
const FRAMES = ['    at parse (lib/date.js:4:9)', '    at main (lib/main.js:12:3)'];

const fenced = (lines: readonly string[], info = '') => [`\`\`\`${info}`, ...lines, '```'];

function certainties(lines: readonly string[], end = '\n'): readonly string[] {
  const text = ['# Result', '', 'The end is near.', '', ...lines, '', 'The end.', ''].join(end);
  return findEvidenceStructure(text).map(({ certainty }) => certainty);
}

describe('a run that is named above a block', () => {
  const report = `Report: \`harness-runs/${RUN}/report.json\`.`;

  it.each([
    ['in a heading', [`## Run ${RUN}`, '', ...fenced(LOG)]],
    ['in a heading, with one of its own', [`## Run \`${RUN}\``, '', '### Log', '', ...fenced(LOG)]],
    ['in a heading below the log’s name', [`## ${RUN}`, '', '**Log**', '', ...fenced(LOG, 'text')]],
    ['by a path above a diff', [report, '', ...fenced(DIFF, 'diff')]],
    ['by a path, before what leads on', [report, '', 'Its log ends:', '', ...fenced(LOG)]],
    [
      'by a path in a directory of another name',
      ['From harness-runs/slugify-12/test.log:', ...fenced(TESTS)],
    ],
    ['in a sentence', [`In the run ${RUN} it stopped here.`, '', ...FRAMES]],
    ['in the command that printed it', fenced([`$ cat harness-runs/${RUN}/test.log`, '', ...TESTS])],
    ['below, in the same code block', fenced([...LOG, '', `(of ${RUN})`])],
    ['above an indented block', [`${RUN}:`, '', ...LOG.map((line) => `    ${line}`)]],
    ['above a table', [report, '', '| n | line |', '| --- | --- |', ...LOG.map((line) => `| ${line} |`)]],
    ['in a bullet', [`- Diff of \`${RUN}\`:`, ...fenced(DIFF, 'diff').map((line) => `  ${line}`)]],
    ['above a string of code', [`# ${RUN}`, 'LOG = """', ...LOG, '"""']],
    ['above a heredoc', [`# from harness-runs/${RUN}/backend/stdout.log`, "cat <<'EOF'", ...LOG, 'EOF']],
    ['before it in a string of JSON', [JSON.stringify({ text: [`${RUN}\n`, ...LOG].join('\n') })]],
  ])('%s', (_, lines) => {
    expect(certainties(lines)).toEqual(['certain']);
    expect(certainties(lines, '\r\n')).toEqual(['certain']);
  });

  it.each([
    ['far above', [report, '', 'It was judged.', '', 'The tool may log so.', '', ...fenced(LOG)]],
    ['above another sentence', [report, '', 'A service of ours logs other things.', '', ...fenced(LOG)]],
    ['after the block', [...fenced(LOG), '', report]],
    ['above what somebody proposes', [report, '', 'Proposed change:', '', ...fenced(DIFF, 'diff')]],
    ['as the reason of a change', [`Fixed after \`${RUN}\`:`, '', ...fenced(DIFF, 'diff')]],
    ['with another to compare with', [`Unlike \`${RUN}\`, a good run logs:`, '', ...fenced(LOG)]],
    ['in an example', [`For example, \`${RUN}\` may log:`, '', ...fenced(LOG)]],
    [
      'above a time line',
      [`## Time line of ${RUN}`, '', '- 08:15:04 start', '- 08:16:10 stuck', '- 08:19:12 stopped'],
    ],
    ['above a date of a commit', [`Commits since ${RUN}:`, '', 'CommitDate: Fri Jul  3 08:15:02 2026 +0000']],
    ['in a code block that was closed', [...fenced([`ca report ${RUN}`]), '', 'Else it logs:', '', ...LOG]],
    ['where another block has the log', [report, ...fenced(['ca status']), 'It may log:', ...fenced(LOG)]],
  ])('is not %s', (_, lines) => {
    expect(certainties(lines)).toEqual(['likely']);
    expect(certainties(lines, '\r\n')).toEqual(['likely']);
  });

  it('comes to an end where there are many blocks', () => {
    const text = `${RUN}\n\n${`${fenced(DIFF).join('\n')}${'\n'.repeat(12)}`.repeat(20_000)}`;
    expect(findEvidenceStructure(text)).toHaveLength(20_000);
  });
});
