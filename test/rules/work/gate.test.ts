import { describe, expect, it } from 'vitest';
import { gate } from '../../../rules/work/gate.ts';
import { ADMISSION } from '../admission/model-admission.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';
import { item, PATH } from './item.ts';

const digest = 'ab'.repeat(32);
const commit = 'cd'.repeat(20);
const PASS = `- Pass report: 20260604T101500Z-r1-slugify-4711/report.json, sha256 ${digest}, commit ${commit}, openai-codex gpt-5.5, verified 2026-06-04.`;

describe('work/gate', () => {
  const ADMITTED = { 'route/model-admission.json': JSON.stringify(ADMISSION) };
  const admittedAt = (admission_timestamp: string): Readonly<Record<string, string>> => ({
    'route/model-admission.json': JSON.stringify({ ...ADMISSION, admission_timestamp }),
  });
  const withEvidence = (id: string, line: string): string => item(id, 'ready', ['Evidence:', '', line, '']);
  const told = (text: string, fields: Fields | undefined, more: Readonly<Record<string, string>> = {}) =>
    judge(gate, { [PATH]: text, ...(fields && { [RECORD]: recordText(fields) }), ...more });
  const early = (id: string, missing: string, line = '5:9'): string =>
    `${PATH}:${line} ${id} stays blocked without ${missing}.`;
  const BOTH = 'an admission that agrees with the decision or a pass report of the admitted pair';
  const REPORT = 'a pass report of the admitted pair';

  it.each([
    ['020 blocked', item('CTO-WORK-020', 'blocked'), EXTERNAL, {}],
    ['020 with both facts', withEvidence('CTO-WORK-020', PASS), EXTERNAL, ADMITTED],
    [
      '020 verified where it was still the day before',
      withEvidence('CTO-WORK-020', PASS.replace('verified 2026-06-04', 'verified 2026-06-03')),
      EXTERNAL,
      ADMITTED,
    ],
    [
      '020 with a run of the very second of its admission',
      withEvidence('CTO-WORK-020', PASS),
      EXTERNAL,
      admittedAt('2026-06-04T12:15:00+02:00'),
    ],
    [
      '020 with a run between two admissions',
      withEvidence('CTO-WORK-020', PASS),
      EXTERNAL,
      { ...admittedAt('2026-06-10T00:00:00Z'), 'old/model-admission.json': JSON.stringify(ADMISSION) },
    ],
    ['016 with both facts', withEvidence('CTO-WORK-016', PASS), EXTERNAL, ADMITTED],
    ['022 under the local branch', item('CTO-WORK-022', 'in_progress'), LOCAL, {}],
    ['024 once it is decided', item('CTO-WORK-024', 'resolved'), EXTERNAL, {}],
    ['024 blocked while it is open', item('CTO-WORK-024', 'blocked'), UNDECIDED, {}],
    ['an item without a gate', item('CTO-WORK-031', 'ready'), UNDECIDED, {}],
    ['an item whose status is none', item('CTO-WORK-020', 'nearly'), UNDECIDED, {}],
  ] as const)('%s', async (_, text, fields, more) => {
    expect(await told(text, fields, more)).toEqual([]);
  });

  it.each([
    ['020 ready', item('CTO-WORK-020', 'ready'), EXTERNAL, {}, [early('CTO-WORK-020', BOTH)]],
    ['020 withdrawn', item('CTO-WORK-020', 'withdrawn'), EXTERNAL, {}, [early('CTO-WORK-020', BOTH)]],
    [
      '020 with an admission alone',
      item('CTO-WORK-020', 'ready'),
      EXTERNAL,
      ADMITTED,
      [early('CTO-WORK-020', REPORT)],
    ],
    [
      '020 with a report alone',
      withEvidence('CTO-WORK-020', PASS),
      EXTERNAL,
      {},
      [early('CTO-WORK-020', BOTH)],
    ],
    [
      '020 with a report of another pair',
      withEvidence('CTO-WORK-020', PASS.replace('gpt-5.5', 'gpt-5.6')),
      EXTERNAL,
      ADMITTED,
      [early('CTO-WORK-020', REPORT)],
    ],
    [
      '020 with a report that was verified before its run',
      withEvidence('CTO-WORK-020', PASS.replace('verified 2026-06-04', 'verified 2026-05-04')),
      EXTERNAL,
      ADMITTED,
      [early('CTO-WORK-020', REPORT)],
    ],
    ...[
      PASS.replace('20260604T101500Z', '20260604T121500Z').replace(
        'verified 2026-06-04',
        'verified 2026-06-03',
      ),
      PASS.replace('20260604T101500Z', '20260604T241500Z'),
      PASS.replace(digest, '0'.repeat(64)),
      PASS.replace(commit, '0'.repeat(40)),
    ].map(
      (line) =>
        [
          line,
          withEvidence('CTO-WORK-020', line),
          EXTERNAL,
          ADMITTED,
          [early('CTO-WORK-020', REPORT)],
        ] as const,
    ),
    [
      '020 with a run before its admission',
      withEvidence('CTO-WORK-020', PASS),
      EXTERNAL,
      admittedAt('2026-06-04T10:15:01Z'),
      [early('CTO-WORK-020', REPORT)],
    ],
    [
      '020 with a report of a run on no day',
      withEvidence('CTO-WORK-020', PASS.replace('20260604T', '20260231T')),
      EXTERNAL,
      ADMITTED,
      [early('CTO-WORK-020', REPORT)],
    ],
    [
      '020 with a short digest',
      withEvidence('CTO-WORK-020', PASS.replace(digest, 'ab12')),
      EXTERNAL,
      ADMITTED,
      [early('CTO-WORK-020', REPORT)],
    ],
    [
      '020 with a report that somebody only mentions',
      item('CTO-WORK-020', 'ready', [PASS]),
      EXTERNAL,
      ADMITTED,
      [early('CTO-WORK-020', REPORT)],
    ],
    [
      '020 with a day to come',
      withEvidence('CTO-WORK-020', PASS.replace('2026-06-04.', '2026-07-04.')),
      EXTERNAL,
      ADMITTED,
      [early('CTO-WORK-020', REPORT)],
    ],
    [
      '020 with an admission of another approval',
      withEvidence('CTO-WORK-020', PASS),
      { ...EXTERNAL, approval_source: 'JP, later' },
      ADMITTED,
      [early('CTO-WORK-020', BOTH)],
    ],
    ['020 undecided', item('CTO-WORK-020', 'ready'), UNDECIDED, ADMITTED, [early('CTO-WORK-020', BOTH)]],
    ['016 validated', item('CTO-WORK-016', 'validated'), EXTERNAL, ADMITTED, [early('CTO-WORK-016', REPORT)]],
    [
      '022 under the external branch',
      item('CTO-WORK-022', 'ready'),
      EXTERNAL,
      {},
      [early('CTO-WORK-022', 'the decision local_provider_required')],
    ],
    [
      '022 undecided',
      item('CTO-WORK-022', 'draft'),
      UNDECIDED,
      {},
      [early('CTO-WORK-022', 'the decision local_provider_required')],
    ],
    [
      '024 while it is open',
      item('CTO-WORK-024', 'resolved'),
      UNDECIDED,
      {},
      [early('CTO-WORK-024', 'a decision')],
    ],
    [
      '024 without a record',
      item('CTO-WORK-024', 'ready'),
      undefined,
      {},
      [early('CTO-WORK-024', 'a decision')],
    ],
  ] as const)('%s', async (_, text, fields, more, expected) => {
    expect(await told(text, fields, more)).toEqual(expected);
  });

  it('takes no report from an item that no gate asks for one', async () => {
    const text = `${item('CTO-WORK-020', 'ready')}\n## CTO-WORK-031 - Other\n\nEvidence:\n\n${PASS}\n`;
    expect(await told(text, EXTERNAL, ADMITTED)).toEqual([early('CTO-WORK-020', REPORT)]);
  });
});
