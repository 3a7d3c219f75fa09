import { describe, expect, it } from 'vitest';
import { github } from '../../src/report/github.ts';
import { findingOf, reportOf } from './example.ts';

describe('github', () => {
  it.each([
    [
      'a place in a line',
      findingOf(),
      '::error file=plan/record.md,line=3,endLine=3,col=20,endColumn=25,title=decision/status-value::The status is none that the policy has.%0AWrite one of the three values.',
    ],
    [
      'several lines, which have no columns',
      findingOf({ endLine: 4, severity: 'warning', help: '' }),
      '::warning file=plan/record.md,line=3,endLine=4,title=decision/status-value::The status is none that the policy has.',
    ],
    [
      'what ends a property or a line',
      findingOf({ path: 'a,b:c%\n.md', message: '50%\r\nx', help: '', endLine: 4 }),
      '::error file=a%2Cb%3Ac%25%0A.md,line=3,endLine=4,title=decision/status-value::50%25%0D%0Ax',
    ],
    [
      'a commit message, which is no file',
      findingOf({ path: 'COMMIT_EDITMSG', help: '', commit: 'abc' }),
      '::error title=decision/status-value::COMMIT_EDITMSG:3:20: The status is none that the policy has.%0ACommit abc',
    ],
    [
      'a related place',
      findingOf({ help: '', endLine: 4, related: [{ path: 'b.md', line: 1, column: 2, message: 'here' }] }),
      '::error file=plan/record.md,line=3,endLine=4,title=decision/status-value::The status is none that the policy has.%0ASee b.md:1:2: here',
    ],
  ])('annotates %s', (_, finding, line) => {
    expect(github(reportOf([finding])).split('\n')[0]).toBe(line);
  });

  it('shows the worst ten and counts the others', () => {
    const warnings = Array.from({ length: 5 }, (_, line) =>
      findingOf({ severity: 'warning', line: line + 1 }),
    );
    const errors = Array.from({ length: 8 }, (_, line) => findingOf({ path: 'z.md', line: line + 1 }));
    const rows = github(reportOf([...warnings, ...errors])).split('\n');
    expect(rows.map((row) => row.split(' ')[0])).toEqual([
      ...Array.from({ length: 8 }, () => '::error'),
      '::warning',
      '::warning',
      '::notice',
      'cto-lint:',
      '',
    ]);
    expect(rows[10]).toBe(
      '::notice title=cto-lint::3 more findings (3 warnings): the runner shows no more than ten.',
    );
    expect(rows[11]).toBe('cto-lint: 8 errors, 5 warnings, judged: 12 files, 48 KB');
  });

  it('counts errors beyond ten', () => {
    const errors = Array.from({ length: 11 }, () => findingOf());
    const rows = github(reportOf([...errors, findingOf({ severity: 'warning' })])).split('\n');
    expect(rows[10]).toContain('::2 more findings (1 error, 1 warning): ');
  });

  it('says what was judged when there is nothing to say', () => {
    const report = reportOf([], { notJudged: [{ what: 'TGT-1', why: 'no target is listed' }] });
    expect(github(report)).toBe('cto-lint: no findings, judged: 12 files, 48 KB, not judged: TGT-1\n');
  });
});
