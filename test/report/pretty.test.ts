import { describe, expect, it } from 'vitest';
import { pretty } from '../../src/report/pretty.ts';
import type { Finding, Frame } from '../../src/report/report.ts';
import { findingOf, reportOf } from './example.ts';

const pipe = { rules: [], color: false, columns: 80 };
const terminal = (frames: readonly (readonly [Finding, Frame])[] = []) => ({
  ...pipe,
  frames: new Map(frames),
});

describe('nothing found', () => {
  it.each([
    ['plainly', reportOf([]), '✔ 12 files, 48 KB: no findings\n'],
    [
      'nothing staged',
      reportOf([], { judged: { files: 0, bytes: 0, commits: 0 } }),
      '✔ 0 files, 0 bytes: no findings\n',
    ],
    [
      'with what was not judged',
      reportOf([], { notJudged: [{ what: 'TGT-1', why: 'no target is listed' }] }),
      '✔ 12 files, 48 KB: no findings, not judged: TGT-1\n',
    ],
    ['with none known', reportOf([], { known: 0 }), '✔ 12 files, 48 KB: no findings\n'],
    [
      'with what the base has',
      reportOf([], { known: 11 }),
      '✔ 12 files, 48 KB: no new findings, 11 known ones not counted\n',
    ],
    [
      'with more of it than a line takes',
      reportOf([], {
        notJudged: Array.from({ length: 7 }, (_, index) => ({ what: `${index}.zip`, why: 'archive' })),
      }),
      '✔ 12 files, 48 KB: no findings, not judged: 0.zip, 1.zip, 2.zip, 3.zip, 4.zip, 2 more\n',
    ],
  ])('is one line: %s', async (_, report, text) => {
    expect(await pretty(report, pipe)).toBe(text);
    expect(await pretty(report, terminal())).toBe(text);
  });
});

describe('without a terminal', () => {
  it('is one line a finding, help once a file and rule, and a summary', async () => {
    const related = [{ path: 'b.md', line: 9, column: 1, message: 'says otherwise' }];
    const findings = [
      findingOf(),
      findingOf({ line: 5 }),
      findingOf({
        path: 'plan/x.md',
        severity: 'warning',
        ruleId: 'work/drift',
        related,
        commit: 'a'.repeat(40),
      }),
    ];
    expect(
      await pretty(reportOf(findings, { notJudged: [{ what: 'a.zip', why: 'an archive' }] }), pipe),
    ).toBe(
      [
        'plan/record.md:3:20  error  The status is none that the policy has.  decision/status-value',
        '    help: Write one of the three values.',
        'plan/record.md:5:20  error  The status is none that the policy has.  decision/status-value',
        'plan/x.md:3:20  warning  The status is none that the policy has.  work/drift',
        '    help: Write one of the three values.',
        '    see: b.md:9:1  says otherwise',
        '    commit: aaaaaaaaaaaa',
        '',
        '✖ 2 errors, 1 warning in 2 files',
        '  judged      12 files, 48 KB',
        '  not judged  a.zip: an archive',
        '  why         cto-lint explain decision/status-value',
        '',
      ].join('\n'),
    );
  });

  it('passes with warnings', async () => {
    const text = await pretty(reportOf([findingOf({ severity: 'warning' })]), pipe);
    expect(text).toContain('\n✔ passed with 1 warning in 1 file\n');
  });

  it('says what it did not count', async () => {
    const text = await pretty(reportOf([findingOf()], { known: 1 }), pipe);
    expect(text).toContain('\n✖ 1 error in 1 file, 1 known one not counted\n');
  });

  it('fails with more warnings than are allowed', async () => {
    const text = await pretty(reportOf([findingOf({ severity: 'warning' })], { ok: false }), pipe);
    expect(text).toContain('\n✖ 1 warning in 1 file\n');
  });
});

describe('on a terminal', () => {
  const finding = findingOf({ message: `${'word '.repeat(14)}end.` });
  const frame = { firstLine: 2, lines: ['', '- decision_status: maybe', 'x'] };

  it('shows the lines that are meant, in the width that there is', async () => {
    expect(await pretty(reportOf([finding]), terminal([[finding, frame]]))).toBe(
      [
        'plan/record.md:3:20',
        '  error    word word word word word word word word word word word word word word',
        '           end.  decision/status-value',
        '',
        '    2 │',
        '  > 3 │ - decision_status: maybe',
        '      │                    ^^^^^',
        '    4 │ x',
        '',
        '  help     Write one of the three values.',
        '',
        '✖ 1 error in 1 file',
        '  judged      12 files, 48 KB',
        '  why         cto-lint explain decision/status-value',
        '',
      ].join('\n'),
    );
  });

  it('does without a frame', async () => {
    expect(await pretty(reportOf([findingOf()]), terminal())).toContain(
      'decision/status-value\n  help     Write one of the three values.\n\n✖',
    );
  });

  it('colours only when it is told to', async () => {
    const context = terminal([[finding, frame]]);
    const coloured = await pretty(reportOf([finding]), { ...context, color: true });
    expect(coloured).toContain('\u001b[31m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(await pretty(reportOf([finding]), context));
  });
});
