import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/documents/statements/reading.ts';
import { compile, contradiction, makes } from '../../../src/documents/statements/statement.ts';
import { BUILT_IN } from '../../../src/policy/builtin.ts';

const STATEMENTS = [
  ...BUILT_IN.packet!.statements,
  ...BUILT_IN.sot!.statements.flatMap(({ statements }) => statements),
];

function isKept(id: string, sentence: string): boolean {
  const compiled = compile(STATEMENTS.find((one) => one.id === id)!, BUILT_IN);
  const reading = readingOf(sentence);
  return makes(reading, compiled) && contradiction(reading, compiled) === undefined;
}

/** Statements of each sort: a state, a denial, a ban, a role, a duty. */
const BARE: readonly (readonly [id: string, sentence: string])[] = [
  ['safe-state', '`not_decided` is the current safe state'],
  ['no-pass-evidence', 'This packet is not Stage 2 pass evidence'],
  ['no-target-inspection', 'No Target Repository path may be inspected or copied'],
  ['admission-authority', '`CTO-WORK-020` remains the provider/model admission authority'],
  ['same-run-baseline', 'Same-run fake baseline comparison remains required'],
];

describe.each(BARE)('%s', (id, bare) => {
  const within = (lead: string): string =>
    `${lead} ${bare.startsWith('`') ? bare : bare[0]!.toLowerCase() + bare.slice(1)}.`;

  it.each([
    ' until July',
    ' until the audit',
    ', pending a review',
    ' before August',
    ', except on the lab host',
    ', save for the pilot',
    ' for Anthropic only',
    ' during business hours',
    ' for six months',
    ', for the time being',
    ', as a rule',
    ' in theory',
    ' where practical',
    ', as far as possible',
    ', at the moment, but not after the audit',
  ])('is not made with: %s', (tail) => expect(isKept(id, `${bare}${tail}.`)).toBe(false));

  it.each([
    'For now,',
    'Normally,',
    'Until further notice,',
    'It was once true that',
    'It used to be that',
    'Some argue that',
    'We assume that',
    'Former rule:',
    'An earlier draft said:',
  ])('is not made with: %s', (lead) => expect(isKept(id, within(lead))).toBe(false));

  it.each([
    ', because a decision is missing',
    ', so that nobody takes it for a decision',
    ', which means that nothing runs',
    ', as JP decided on 2026-05-31',
    ' (see CTO-WORK-020)',
    ', even during a pilot',
    ', even after JP has chosen a branch',
    ', with or without a decision',
    ', whatever the branch',
    ' without exception',
    '; nothing in this text changes that',
  ])('is made with: %s', (tail) => expect(isKept(id, `${bare}${tail}.`)).toBe(true));

  it.each([
    'Throughout this route,',
    'As JP decided in May,',
    'In short,',
    'Rule:',
    'Note that',
    'JP decided that',
    'It was agreed that',
    'Because nothing is admitted,',
    'Whatever branch is chosen,',
  ])('is made with: %s', (lead) => expect(isKept(id, within(lead))).toBe(true));
});

describe('what may stand in a sentence depends on the statement', () => {
  it.each([
    ['no-target-inspection', 'No Target Repository path may be inspected or copied without a ticket.'],
    ['no-target-inspection', 'No Target Repository path may be inspected or copied until JP approves it.'],
    ['no-target-inspection', 'No Target Repository path may be inspected or copied by the agent.'],
    [
      'no-mutation',
      'No Core, Case, vendor or Target Repository file is mutated by admission without review.',
    ],
    ['record-authorises-no-run', 'It does not authorize Case to run until Monday.'],
    [
      'record-authorises-no-run',
      'It does not authorize Case to run until the CTO-WORK-020 admission JSON exists or the interface proves real Stage 2.',
    ],
    ['record-changed-by-authority', 'Only JP, Hermes or a governed Core route may change this record.'],
    [
      'record-changed-by-authority',
      'Only JP, the release manager or a governed Core route may change this record.',
    ],
    ['record-changed-by-authority', 'Nobody but JP, Hermes or a governed Core route may change this record.'],
    [
      'record-future-values',
      'Allowed future values remain external_provider_approved, local_provider_required or not_decided.',
    ],
    [
      'record-future-values',
      'Allowed future values remain not_decided, external_provider_approved or local_provider_required.',
    ],
    [
      'structured-record',
      'A structured record is required, using only `not_decided`, `external_provider_approved`, `deferred`, or `local_provider_required`.',
    ],
    ['admission-authority', '`CTO-WORK-020` is one provider/model admission authority among others.'],
    ['admission-authority', '`CTO-WORK-020` shares admission authority with Hermes.'],
    ['validator-adapter', 'Provider validation may include `validate-case-provider-adapter.py`.'],
    [
      'record-fallback-explicit',
      'The fallback must be explicit in admission evidence after it counts as a path.',
    ],
  ])('%s is not made by: %s', (id, sentence) => expect(isKept(id, sentence)).toBe(false));

  it.each([
    ['safe-state', '`not_decided` is the safe default until a decision is recorded.'],
    ['safe-state', '1: Without a record, `not_decided` applies as the safe state.'],
    ['approves-nothing', 'No provider is approved until JP or a governed Core route approves one.'],
    ['admits-nothing', 'Nothing in this packet approves or admits a provider or model.'],
    ['admits-nothing', 'The packet admits no provider before `CTO-WORK-020` admits it.'],
    [
      'no-target-inspection',
      'No Target Repository path may be inspected or copied, before, during or after a run.',
    ],
    ['no-target-inspection', 'Target Repository paths are never inspected or copied by this route.'],
    ['no-target-inspection', 'No Target Repository path may be inspected or copied by anyone.'],
    ['no-mutation', 'Admission mutates no file of Core, Case, vendor or a Target Repository.'],
    [
      'work-022-blocked',
      '12: Unless `decision_status=local_provider_required`, `CTO-WORK-022` remains blocked.',
    ],
    [
      'work-022-blocked',
      'It says that unless `decision_status=local_provider_required`, `CTO-WORK-022` stays blocked.',
    ],
    ['two-branches', 'No branch is active but `external_provider_approved` and `local_provider_required`.'],
    [
      'two-branches',
      'Note that only `external_provider_approved` and `local_provider_required` are active branches.',
    ],
    ['missing-bun-is-no-warning', 'A missing Bun blocks before build and never degrades to a warning.'],
    ['record-changed-by-authority', 'Only JP, the owner, or a governed Core route may change this record.'],
    ['record-changed-by-authority', 'Only JP (the owner) or a governed Core route may change this record.'],
    [
      'record-changed-by-authority',
      'Only JP or a governed Core route, never Hermes, may change this record.',
    ],
    [
      'record-changed-by-authority',
      'Only JP or a governed Core route may move this record away from a branch, add a fallback or change a class.',
    ],
    [
      'record-future-values',
      'Future values may be external_provider_approved or local_provider_required, never not_decided.',
    ],
    [
      'record-authorises-no-run',
      'It does not authorize Case to run until the CTO-WORK-020 admission JSON exists and the interface proves real Stage 2.',
    ],
  ])('%s is made by: %s', (id, sentence) => expect(isKept(id, sentence)).toBe(true));
});
