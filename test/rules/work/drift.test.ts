import { describe, expect, it } from 'vitest';
import { drift } from '../../../rules/work/drift.ts';
import { judge } from '../judge.ts';

const RECORD = `---
lifecycle_classification: sot
route: shop
---

# Record

## Current Decision State

- decision_status: external_provider_approved.
`;

const items = (status: string): string => `---
route: shop
---

# Issues

## CTO-WORK-024 - Decide

Status: ${status}.

## CTO-WORK-030 - Lint

Status: ready.
`;

const plan = (sentence: string): string => `---
lifecycle_classification: sot
route: shop
---

# Plan

${sentence}
`;

const route = (sentence: string, status = 'resolved', record = RECORD) => ({
  'shop/A-ISSUES.md': items(status),
  'shop/B-DECISION-RECORD.md': record,
  'shop/PLAN.md': plan(sentence),
});

const BEHIND =
  'shop/A-ISSUES.md:9:9 CTO-WORK-024 still says blocked, although the decision that it waited for is made. [warning]';
const DECIDED = ' <- shop/B-DECISION-RECORD.md:10:20 What is decided.';

describe('an item that the decision closed', () => {
  it('is behind while it says blocked', async () => {
    expect(await judge(drift, route('Nothing more.', 'blocked'))).toEqual([BEHIND + DECIDED]);
  });

  it.each([
    'CTO-WORK-024 is resolved by the record.',
    '`CTO-WORK-024` has been resolved.',
    "CTO-WORK-024 isn't blocked any more.",
    'CTO-WORK-024 is no longer blocked.',
    'CTO-WORK-024 is unblocked.',
    '- CTO-WORK-024: resolved.',
    'CTO-WORK-024 is now settled.',
  ])('is one finding together with: %s', async (sentence) => {
    const related = expect.stringMatching(
      /^shop\/A-ISSUES\.md:9:9 .* <- shop\/PLAN\.md:8:\d The sentence that says so\.$/,
    );
    expect(await judge(drift, route(sentence, 'blocked'))).toEqual([related]);
  });

  it('may say what the facts say', async () => {
    expect(await judge(drift, route('CTO-WORK-024 is resolved.'))).toEqual([]);
  });

  it('waits while nothing is decided', async () => {
    const undecided = RECORD.replace('external_provider_approved', 'not_decided');
    expect(await judge(drift, route('Nothing more.', 'blocked', undecided))).toEqual([]);
  });
});

describe('a sentence about an item', () => {
  it.each([
    'CTO-WORK-030 is blocked.',
    'CTO-WORK-030 remains blocked because nobody has looked at it.',
    'CTO-WORK-030 is not ready.',
    'CTO-WORK-030 is resolved.',
    'CTO-WORK-030 has been withdrawn.',
    'CTO-WORK-030 is in progress.',
    'CTO-WORK-030 stays on hold.',
    "CTO-WORK-030 isn't ready yet.",
    'CTO-WORK-024 and CTO-WORK-030 are resolved.',
    '- `CTO-WORK-030`: blocked.',
    'We keep CTO-WORK-030 blocked.',
    'The team reports that CTO-WORK-030 is blocked.',
    'The list waits for CTO-WORK-030, which is blocked.',
    '| item | state |\n| --- | --- |\n| CTO-WORK-030 | blocked |',
    'CTO-WORK-030 (still blocked) comes next.',
    'CTO-WORK-030 continues to be blocked.',
    'CTO-WORK-030 is done.',
    'CTO-WORK-030 is now complete.',
    'CTO-WORK-030 has been finished.',
    'CTO-WORK-030: done',
    'Work on CTO-WORK-030 has begun.',
    'The implementation of CTO-WORK-030 is underway.',
    'CTO-WORK-030, which is done, comes first.',
    '- [x] CTO-WORK-030',
    '- [X] CTO-WORK-030 - Lint.',
    '| done | item |\n| --- | --- |\n| [x] | CTO-WORK-030 |',
    'CTO-WORK-030 was resolved in June.',
    'CTO-WORK-030 was already closed by JP.',
    'In June CTO-WORK-030 was finally validated.',
    'We closed CTO-WORK-030 yesterday.',
    'JP has resolved CTO-WORK-030.',
    'Anna validated CTO-WORK-030 on 2026-06-02.',
    'They finished CTO-WORK-024 and CTO-WORK-030.',
    '### CTO-WORK-030 (resolved)',
    '### CTO-WORK-030 - Lint (in progress)',
    '### CTO-WORK-030: blocked',
    '```yaml\nCTO-WORK-030: resolved\n```',
    '```json\n{ "CTO-WORK-030": { "status": "blocked" } }\n```',
    'CTO-WORK-030 has a report and is done.',
    'CTO-WORK-030 went from draft to blocked in May.',
    'CTO-WORK-030 has moved to blocked.',
    'CTO-WORK-030: passed.',
    'CTO-WORK-030 - done - ready for review.',
    'Blocked items: CTO-WORK-030.',
    'Done: CTO-WORK-024 and CTO-WORK-030.',
    'CTO-WORK-024 is resolved and so is CTO-WORK-030.',
    'Unlike CTO-WORK-024, which is resolved, CTO-WORK-030 is blocked.',
    '| item | state | why |\n| --- | --- | --- |\n| CTO-WORK-030 | blocked | nothing ready |',
    '| item | note |\n| --- | --- |\n| a | Ready: CTO-WORK-030. Blocked: CTO-WORK-030. |',
  ])('contradicts the list: %s', async (sentence) => {
    const [finding, ...others] = await judge(drift, route(sentence));
    expect(finding).toMatch(
      /^shop\/PLAN\.md:\d+:\d+ This says otherwise than the list of items, where CTO-WORK-030 is ready\. \[warning\] <- shop\/A-ISSUES\.md:13:9 The status of the item\.$/,
    );
    expect(others).toEqual([]);
  });

  it.each([
    'CTO-WORK-030 lists what CTO-WORK-024 needs and is ready.',
    'CTO-WORK-030 has not moved to blocked.',
    'CTO-WORK-030 may move to blocked later.',
    'CTO-WORK-030 passed review.',
    'CTO-WORK-030 - ready - nothing blocked.',
    'CTO-WORK-030 - done - once JP agrees.',
    'Not done: CTO-WORK-030.',
    'Resolved by: CTO-WORK-030.',
    'Resolved items: CTO-WORK-024. Ready items: CTO-WORK-030.',
    'CTO-WORK-024 is resolved and CTO-WORK-030 is not.',
    'Unlike CTO-WORK-024, which is resolved, CTO-WORK-030 is ready.',
    'It was wrongly reported that CTO-WORK-030 is blocked.',
    'The claim that CTO-WORK-030 is done was a mistake.',
    '| item | state | why |\n| --- | --- | --- |\n| CTO-WORK-030 | ready | nothing is blocked |',
    '| item | before | status |\n| --- | --- | --- |\n| CTO-WORK-030 | blocked | ready |',
    '| item | note |\n| --- | --- |\n| a | Resolved: CTO-WORK-024. Ready: CTO-WORK-030. |',
    'CTO-WORK-030 is ready.',
    'CTO-WORK-030 is unblocked.',
    'CTO-WORK-030 is not blocked.',
    'CTO-WORK-030 stays blocked unless a linter is chosen.',
    'CTO-WORK-030 is blocked until a linter is chosen.',
    'If no linter is chosen, CTO-WORK-030 is blocked.',
    'CTO-WORK-030 is resolved only when the linter runs.',
    'Once the linter runs, CTO-WORK-030 is resolved.',
    'CTO-WORK-030 was resolved, then reopened.',
    'CTO-WORK-030 was once closed.',
    'CTO-WORK-030 was resolved until the linter broke.',
    'CTO-WORK-030 was not resolved in June.',
    'The first draft of CTO-WORK-030 was validated.',
    'When CTO-WORK-030 was resolved, nobody looked.',
    'JP said that nobody resolved CTO-WORK-030.',
    'We have not closed CTO-WORK-030.',
    'We closed CTO-WORK-030 questions.',
    'The closed CTO-WORK-030 list is short.',
    'Once we closed CTO-WORK-030, the release follows.',
    'CTO-WORK-030 can start now.',
    '### CTO-WORK-030 (ready)',
    '### CTO-WORK-030 (see the list)',
    '### CTO-WORK-030 - Done lists',
    '### Acceptance: CTO-WORK-030 (resolved)',
    '## Acceptance Criteria\n\n### CTO-WORK-030 (resolved)',
    '```yaml\nCTO-WORK-030: ready\nCTO-WORK-030-notes: resolved\n```',
    '```text\nCTO-WORK-030: blocked\n```',
    '```yaml\nCTO-WORK-030: resolved once the linter runs\n```',
    'Had CTO-WORK-030 been blocked, nobody would lint.',
    'Were CTO-WORK-030 blocked, the release was late.',
    'Should CTO-WORK-030 be resolved, the release follows.',
    'CTO-WORK-030 must remain blocked.',
    'CTO-WORK-030 was blocked.',
    'CTO-WORK-030 may be resolved by then.',
    'CTO-WORK-030 blocks the release.',
    'CTO-WORK-030 is about the blocked hosts of a network.',
    'Is CTO-WORK-030 blocked?',
    'Perhaps CTO-WORK-030 is blocked.',
    'Nobody said that CTO-WORK-030 is blocked.',
    '> CTO-WORK-030 is blocked.',
    'Acceptance:\n\n- CTO-WORK-030 is blocked.',
    'Blocked by:\n\n- CTO-WORK-030 is blocked.',
    '## Acceptance Criteria\n\n- CTO-WORK-030 is resolved.',
    '```text\nCTO-WORK-030 is blocked.\n```',
    'CTO-WORK-030 waits for CTO-WORK-024 to be resolved.',
    'CTO-WORK-022 is blocked by CTO-WORK-030.',
    'CTO-WORK-030 is not done.',
    'The list of CTO-WORK-030 is complete.',
    "CTO-WORK-030's acceptance is complete.",
    'CTO-WORK-030 acceptance is complete.',
    'The review of CTO-WORK-030 has begun.',
    'CTO-WORK-030 is done only when the linter runs.',
    'After CTO-WORK-030 is done, the release follows.',
    'CTO-WORK-030 will be finished in June.',
    'CTO-WORK-030 closes a gap, and completes the list.',
    'CTO-WORK-030 does nothing else.',
    '- [ ] CTO-WORK-030',
    '- [x] CTO-WORK-030 is named in the list',
    'Acceptance:\n\n- [x] CTO-WORK-030',
  ])('contradicts nothing: %s', async (sentence) => {
    expect(await judge(drift, route(sentence))).toEqual([]);
  });
});

describe('a word that is used for several statuses', () => {
  it.each(['validated', 'resolved'])('agrees with each of them: %s', async (status) => {
    const files = route('CTO-WORK-024 is done, and work on CTO-WORK-024 has started.', status);
    expect(await judge(drift, files)).toEqual([]);
  });

  it('agrees with no other', async () => {
    expect(await judge(drift, route('CTO-WORK-024 is not done.'))).toHaveLength(1);
    expect(await judge(drift, route('CTO-WORK-024 is done.', 'in_progress'))).toHaveLength(1);
  });
});

describe('an item that is defined elsewhere', () => {
  it.each([
    'CTO-WORK-022 is ready.',
    'CTO-WORK-022 is unblocked.',
    'CTO-WORK-022 is no longer blocked.',
    'Work on CTO-WORK-022 has begun.',
    'CTO-WORK-022 can start now.',
    'CTO-WORK-022 may now begin.',
    'CTO-WORK-022 can start, the branch is made.',
  ])('waits for its facts: %s', async (sentence) => {
    expect(await judge(drift, route(sentence))).toEqual([
      `shop/PLAN.md:8:1 This says otherwise than the route, in which CTO-WORK-022 stays blocked. [warning]${DECIDED}`,
    ]);
  });

  it.each([
    'CTO-WORK-022 remains blocked because the branch is external.',
    'CTO-WORK-022 can start once the branch is local.',
    'CTO-WORK-022 may start only under the local branch.',
    'CTO-WORK-022 can start under Branch B.',
    'CTO-WORK-022 cannot start now.',
    'CTO-WORK-022 can not start.',
    'Under Branch B, if JP chooses it, CTO-WORK-022 can start.',
    'Nobody says that CTO-WORK-022 can start.',
    'CTO-WORK-022 can start a discussion.',
  ])('may be told to wait: %s', async (sentence) => {
    expect(await judge(drift, route(sentence))).toEqual([]);
  });

  it('may be ready once its facts are there', async () => {
    const local = RECORD.replace('external_provider_approved', 'local_provider_required');
    expect(await judge(drift, route('CTO-WORK-022 is ready.', 'resolved', local))).toEqual([]);
  });
});

describe('a sentence about the decision', () => {
  it.each([
    'CTO-WORK-022 remains blocked because decision_status=local_provider_required.',
    'Now `decision_status=not_decided`.',
    'The current `decision_status` is `not_decided`.',
    'decision_status is not external_provider_approved.',
    "decision_status isn't external_provider_approved, it says.",
    'The decision is not_decided.',
    'The decision is still `not_decided`.',
    'By now the current decision is local_provider_required.',
  ])('contradicts it: %s', async (sentence) => {
    const [finding, ...others] = await judge(drift, route(sentence));
    expect(finding).toBe(
      `shop/PLAN.md:8:1 This says otherwise than the decision, which is external_provider_approved. [warning]${DECIDED}`,
    );
    expect(others).toEqual([]);
  });

  it.each([
    'CTO-WORK-022 remains blocked because decision_status=external_provider_approved, not local_provider_required.',
    'CTO-WORK-022 stays blocked unless decision_status=local_provider_required.',
    'If decision_status=local_provider_required, the local route is next.',
    'decision_status=local_provider_required only after a new approval.',
    'decision_status is not local_provider_required.',
    'decision_status was not_decided.',
    'The packet knows local_provider_required.',
    'The decision is external_provider_approved.',
    'The decision is no longer not_decided.',
    'The safe decision is not_decided.',
    'Until then the decision is not_decided.',
    'The decision between not_decided and local_provider_required was hard.',
    'If the decision is local_provider_required, vllm is next.',
    '- Acceptance: none.\n',
  ])('agrees, or says nothing of it: %s', async (sentence) => {
    expect(await judge(drift, route(sentence))).toEqual([]);
  });

  it('is held against the safe state where no record is', async () => {
    const sentence = 'This holds as decision_status=external_provider_approved.';
    expect(await judge(drift, { 'shop/PLAN.md': plan(sentence) })).toEqual([
      'shop/PLAN.md:8:1 This says otherwise than the decision, which is not_decided. [warning]',
    ]);
  });

  it('is not read in a packet', async () => {
    const files = {
      ...route('Nothing more.'),
      'shop/C-DECISION-PACKET-PRD.md': plan('decision_status=not_decided.'),
    };
    expect(await judge(drift, files)).toEqual([]);
  });
});

const REPORT = JSON.stringify({
  source_url: 'https://github.com/workos/case.git',
  pinned_commit: '7959ac917cdeb0983b4aaa20bb9f42021747fed8',
  build_command: 'bun run build:binary',
  binary_path: 'dist/ca',
  binary_sha256: 'a'.repeat(64),
  node_version: 'v20.19.5',
  bun_version: '1.3.0',
  build_timestamp: '2026-05-31T22:10:00Z',
});

describe('a sentence that says that the build is admitted', () => {
  const claims = [
    'source_admission_status: admitted',
    '`source_admission_status: admitted`',
    '- `source_admission_status`: `admitted`.',
    'By now source_admission_status=admitted.',
    'The source admission status is now admitted.',
  ];

  it.each(claims)('wants a build report: %s', async (sentence) => {
    expect(await judge(drift, route(sentence))).toEqual([
      expect.stringMatching(
        /^shop\/PLAN\.md:8:\d This says admitted, and no build report is there\. \[warning\]$/,
      ),
    ]);
  });

  it.each(claims)('is right with one: %s', async (sentence) => {
    expect(await judge(drift, { ...route(sentence), 'shop/build-report.json': REPORT })).toEqual([]);
  });

  it.each([
    'source_admission_status: not_admitted',
    'The source admission status remains `not_admitted` until the report is there.',
    'source_admission_status is admitted only when the report is there.',
    'source_admission_status is not admitted.',
    'A run records `source_admission_status` and `blockers`.',
  ])('is none: %s', async (sentence) => {
    expect(await judge(drift, route(sentence))).toEqual([]);
  });
});
