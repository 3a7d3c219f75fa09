import { expect, it } from 'vitest';
import { singleState } from '../../../rules/decision/single-state.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';

const OTHER = 'route/later/MODEL-DECISION-RECORD.md';
const disagrees = (at: string, key: string, first: string): string =>
  `${OTHER}:${at} Another record of this route disagrees on \`${key}\`. <- ${RECORD}:${first} The first stands here.`;

it.each([
  ['alike', recordText(EXTERNAL), []],
  ['another branch', recordText(LOCAL), [disagrees('10:20', 'decision_status', '10:20')]],
  ['undecided', recordText(UNDECIDED), [disagrees('10:20', 'decision_status', '10:20')]],
  ['another model', recordText({ ...EXTERNAL, model: 'gpt-5.6' }), [disagrees('13:10', 'model', '13:10')]],
  ['of another route', recordText(LOCAL).replace('route: model', 'route: other'), []],
  [
    'of the same route in capitals',
    recordText(LOCAL).replace('route: model', 'route: Model'),
    [disagrees('10:20', 'decision_status', '10:20')],
  ],
])('a second record: %s', async (_, second, expected) => {
  expect(await judge(singleState, { [RECORD]: recordText(EXTERNAL), [OTHER]: second })).toEqual(expected);
});

it('finds two records that disagree when neither was changed', async () => {
  const files = { [RECORD]: recordText(EXTERNAL), [OTHER]: recordText(LOCAL) };
  expect(await judge(singleState, files, { changed: [] })).toHaveLength(1);
});

it('does not report an old fault within one record where only others were changed', async () => {
  const files = { [RECORD]: recordText({}), 'notes.md': '# Notes\n' };
  expect(await judge(singleState, files, { changed: ['notes.md'] })).toEqual([]);
  expect(await judge(singleState, files)).toEqual([
    `${RECORD}:8:1 The record states no \`decision_status\` in its current state.`,
  ]);
});

it.each([
  ['one row that repeats the state', ['external_provider_approved'], []],
  ['a second row that says otherwise', ['external_provider_approved', 'local_provider_required'], ['14:9']],
  ['a first row that says otherwise', ['local_provider_required'], ['13:9']],
])('a column of the current state: %s', async (_, cells, places) => {
  const rows = cells.map((cell) => `| cto | ${cell} |\n`).join('');
  const state = '- decision_status: external_provider_approved.\n';
  const text = `---\nroute: model\n---\n\n# Record\n\n## Current Decision State\n\n${state}\n| route | decision_status |\n| --- | --- |\n${rows}`;
  expect(await judge(singleState, { [RECORD]: text })).toEqual(
    places.map(
      (place) =>
        `${RECORD}:${place} The record states a second \`decision_status\`. <- ${RECORD}:9:20 The first stands here.`,
    ),
  );
});
