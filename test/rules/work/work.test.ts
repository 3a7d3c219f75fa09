import { describe, expect, it } from 'vitest';
import { acceptance } from '../../../rules/work/acceptance.ts';
import { gate } from '../../../rules/work/gate.ts';
import { reference } from '../../../rules/work/reference.ts';
import { shape } from '../../../rules/work/shape.ts';
import { uniqueId } from '../../../rules/work/unique-id.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';

const PATH = 'route/MODEL-ISSUES.md';

/** The item's heading stands in line 3, its status in line 5. */
function item(id: string, status: string, more: readonly string[] = []): string {
  return [
    '# Issues',
    '',
    `## ${id} - Do it`,
    '',
    `Status: ${status}.`,
    '',
    'Acceptance:',
    '',
    '- It is done.',
    '',
    'Blocked by:',
    '',
    '- Somebody.',
    '',
    ...more,
  ].join('\n');
}

describe('work/shape', () => {
  const told = (text: string) => judge(shape, { [PATH]: text });
  const GOOD = item('CTO-WORK-031', 'blocked');

  it.each([
    ['as it should be', GOOD],
    ['bold labels', GOOD.replace('Status:', '**Status:**').replace('Acceptance:', '**Acceptance**:')],
    [
      'labels as headings',
      GOOD.replace('Acceptance:', '### Acceptance').replace('Blocked by:', '### Blocked by'),
    ],
    ['a status in backticks', GOOD.replace('blocked.', '`blocked`.')],
    ['a status as an item', GOOD.replace('Status:', '- Status:')],
    ['no blocker where nothing blocks', item('CTO-WORK-031', 'ready').split('Blocked by:')[0]!],
    ['a dash of another length', GOOD.replace(' - ', ' – ')],
    ['a heading of the item below it', `${GOOD}### Notes\n\nNothing.\n`],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual([]);
  });

  const LIST = 'draft, ready, in_progress, blocked, validated, resolved or withdrawn';
  it.each([
    ['no status', GOOD.replace('Status: blocked.\n', ''), ['3:4 CTO-WORK-031 has no status.']],
    [
      'an empty status',
      GOOD.replace('Status: blocked.', 'Status:'),
      ['5:8 The status of CTO-WORK-031 is empty.'],
    ],
    [
      'an unknown status',
      GOOD.replace('blocked.', 'nearly done.'),
      [`5:9 The status of CTO-WORK-031 is to be ${LIST}.`],
    ],
    [
      'a status in capitals',
      GOOD.replace('blocked.', 'Blocked.'),
      [`5:9 The status of CTO-WORK-031 is to be ${LIST}.`],
    ],
    [
      'a status with more',
      GOOD.replace('blocked.', 'blocked, almost ready.'),
      [`5:9 The status of CTO-WORK-031 is to be ${LIST}.`],
    ],
    [
      'two statuses',
      GOOD.replace('Status: blocked.', 'Status: blocked.\n\nStatus: ready.'),
      ['7:9 CTO-WORK-031 has a second status. <- route/MODEL-ISSUES.md:5:9 The first stands here.'],
    ],
    [
      'no acceptance',
      GOOD.replace('Acceptance:\n\n- It is done.\n', ''),
      ['3:4 CTO-WORK-031 has no acceptance criteria.'],
    ],
    [
      'an empty acceptance',
      GOOD.replace('- It is done.\n', ''),
      ['3:4 CTO-WORK-031 has no acceptance criteria.'],
    ],
    [
      'a misspelt acceptance',
      GOOD.replace('Acceptance:', 'Acceptence:'),
      ['3:4 CTO-WORK-031 has no acceptance criteria.'],
    ],
    ['no blocker', GOOD.split('Blocked by:')[0]!, ['3:4 CTO-WORK-031 is blocked and does not say by what.']],
    [
      'an id with too few digits',
      GOOD.replace('031', '31'),
      ['3:4 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    [
      'an id with a colon',
      GOOD.replace('031 - ', '031: '),
      ['3:4 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    [
      'an id in small letters',
      GOOD.replace('CTO-WORK', 'cto-work'),
      ['3:4 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    [
      'a heading of another depth',
      GOOD.replace('## CTO', '### CTO'),
      ['3:5 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    [
      'no title',
      GOOD.replace(' - Do it', ''),
      ['3:4 This heading looks like a work item and is not of its shape: `## CTO-WORK-NNN - Title`.'],
    ],
    ['nothing at all', '# Issues\n', ['1:1 This document of work items defines none.']],
  ])('%s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected.map((line) => `${PATH}:${line}`));
  });
});

describe('work/unique-id and work/reference', () => {
  const OTHER = 'other/LATER-ISSUES.md';

  it('an id is defined once in all documents', async () => {
    const first = item('CTO-WORK-031', 'draft');
    expect(await judge(uniqueId, { [OTHER]: item('CTO-WORK-032', 'draft'), [PATH]: first })).toEqual([]);
    expect(await judge(uniqueId, { [OTHER]: item('CTO-WORK-031', 'ready'), [PATH]: first })).toEqual([
      `${PATH}:3:4 CTO-WORK-031 is defined a second time. <- ${OTHER}:3:4 It is defined here first.`,
    ]);
    expect(await judge(uniqueId, { [PATH]: `${first}\n## CTO-WORK-031 - Again\n` })).toHaveLength(1);
  });

  it.each([
    ['defined in the same document', 'CTO-WORK-031', []],
    ['defined in another', 'CTO-WORK-032', []],
    ['known elsewhere', 'CTO-WORK-018', []],
    ['nowhere', 'CTO-WORK-099', ['15:5 CTO-WORK-099 is defined nowhere, and the policy does not know it.']],
    [
      'in backticks',
      '`CTO-WORK-099`',
      ['15:6 CTO-WORK-099 is defined nowhere, and the policy does not know it.'],
    ],
    [
      'with two digits',
      'CTO-WORK-31',
      ['15:5 This is no id of a work item: `CTO-WORK-` is followed by 3 digits.'],
    ],
    [
      'with four',
      'CTO-WORK-0310',
      ['15:5 This is no id of a work item: `CTO-WORK-` is followed by 3 digits.'],
    ],
    ['as a pattern', 'CTO-WORK-NNN', []],
  ])('a reference to an item %s', async (_, id, expected) => {
    const text = item('CTO-WORK-031', 'draft', [`See ${id} first.`]);
    const found = await judge(reference, { [PATH]: text, [OTHER]: item('CTO-WORK-032', 'draft') });
    expect(found).toEqual(expected.map((line) => `${PATH}:${line}`));
  });
});

const ADMISSION = {
  provider: 'openai-codex',
  model: 'gpt-5.5',
  credential_source_class: 'team-oauth-config',
  allowed_network_class: 'hosted-model-only',
  approval_source: 'JP, signed note of 2026-06-03',
  admission_timestamp: '2026-06-04T08:00:00Z',
  review_trigger: 'before any model change',
  evidence_expectations: ['pass report'],
};
const digest = 'ab'.repeat(32);
const commit = 'cd'.repeat(20);
const PASS = `- Pass report: 20260604T101500Z-r1-slugify-4711/report.json, sha256 ${digest}, commit ${commit}, openai-codex gpt-5.5, verified 2026-06-04.`;

it('a heading that is no item is a fault of its shape, not a reference, and ends the item before it', async () => {
  const text = `${item('CTO-WORK-031', 'draft')}\n### CTO-WORK-033 - Of another depth\n\nStatus: ready.\n`;
  expect(await judge([reference, shape], { [PATH]: text })).toEqual([
    expect.stringContaining('This heading looks like a work item and is not of its shape'),
  ]);
});

describe('work/gate', () => {
  const ADMITTED = { 'route/model-admission.json': JSON.stringify(ADMISSION) };
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

describe('work/acceptance', () => {
  const LISTS =
    '# Issues\n\n## CTO-WORK-031 - Ship\n\nStatus: blocked.\n\nAcceptance:\n\n- Every page is read twice.\n- Every link works.\n\nBlocked by:\n\n- The reader of the pages.\n';
  const told = (next: string, base = LISTS) =>
    judge(acceptance, { [PATH]: next }, { base: { [PATH]: base } });

  it.each([
    ['nothing changes', LISTS],
    ['an entry is added', LISTS.replace('- Every link', '- Every table fits.\n- Every link')],
    ['an entry becomes stricter', LISTS.replace('read twice', 'read aloud twice by two people')],
    [
      'entries change places',
      LISTS.replace(
        '- Every page is read twice.\n- Every link works.',
        '- Every link works.\n- Every page is read twice.',
      ),
    ],
    ['markup changes', LISTS.replace('Every link works.', '**Every** `link` works')],
    ['it is freed, and what blocked it goes', LISTS.replace('blocked.', 'ready.').split('Blocked by:')[0]!],
    ['the item moves to another document', undefined],
  ])('%s', async (_, next) => {
    if (next === undefined) {
      const files = { 'route/OTHER-ISSUES.md': LISTS };
      expect(await judge(acceptance, files, { base: { [PATH]: LISTS } })).toEqual([]);
    } else expect(await told(next)).toEqual([]);
  });

  const criterion = (line: number): string =>
    `${PATH}:3:4 An acceptance criterion of CTO-WORK-031 was dropped or loosened while it was blocked. <- ${PATH}:${line}:3 Before the change it stood here.`;
  const blocker = `${PATH}:3:4 What blocks CTO-WORK-031 was dropped or loosened while it is blocked. <- ${PATH}:14:3 Before the change it stood here.`;
  it.each([
    ['a criterion is dropped', LISTS.replace('- Every link works.\n', ''), [criterion(10)]],
    ['a criterion is shortened', LISTS.replace(' twice', ''), [criterion(9)]],
    [
      'a criterion gets an exception',
      LISTS.replace('Every link works', 'Every link works unless it is late'),
      [criterion(10)],
    ],
    ['a criterion is denied', LISTS.replace('is read', 'is not read'), [criterion(9)]],
    [
      'a criterion becomes optional',
      LISTS.replace('Every link works', 'Optionally, every link works'),
      [criterion(10)],
    ],
    ['a number changes', LISTS.replace('twice', 'once'), [criterion(9)]],
    ['a blocker is dropped', LISTS.replace('- The reader of the pages.\n', '- Nothing.\n'), [blocker]],
    ['the label goes', LISTS.replace('Acceptance:', 'Notes:'), [criterion(9)]],
    [
      'a criterion is dropped on the way out',
      LISTS.replace('blocked.', 'ready.').replace('- Every link works.\n', ''),
      [criterion(10)],
    ],
    ['the item is gone', '# Issues\n', [`${PATH}:3:4 CTO-WORK-031 was blocked and is gone.`]],
  ])('%s', async (_, next, expected) => {
    expect(await told(next)).toEqual(expected);
  });

  it('asks nothing of an item that was not blocked', async () => {
    const ready = LISTS.replace('blocked.', 'ready.');
    expect(await told(ready.replace('- Every link works.\n', ''), ready)).toEqual([]);
  });
});
