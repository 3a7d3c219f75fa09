import { describe, expect, it } from 'vitest';
import { matchesDecision } from '../../../rules/admission/matches-decision.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';
import {
  ADMISSION,
  columnOf,
  FALLBACK,
  json,
  LOCAL_ADMISSION,
  lineOf,
  PATH,
  WITH_FALLBACK,
} from './model-admission.ts';

describe('admission/matches-decision', () => {
  const told = (fields: Fields | undefined, admission: unknown) =>
    judge(matchesDecision, { ...(fields && { [RECORD]: recordText(fields) }), [PATH]: json(admission) });

  it.each([
    ['the external pair', EXTERNAL, ADMISSION],
    ['with the recorded fallback', WITH_FALLBACK, { ...ADMISSION, fallback: FALLBACK }],
    ['without the recorded fallback', WITH_FALLBACK, ADMISSION],
    ['a local pair while the record keeps its own empty', LOCAL, LOCAL_ADMISSION],
    [
      'a local pair that the record has filled in',
      { ...LOCAL, ...{ provider: 'vllm', model: 'qwen3.6-35b-a3b' } },
      LOCAL_ADMISSION,
    ],
    [
      'where the record adds a remark to a class',
      { ...EXTERNAL, credential_source_class: 'team-oauth-config; no secret value' },
      ADMISSION,
    ],
  ] as const)('%s', async (_, fields, admission) => {
    expect(await told(fields, admission)).toEqual([]);
  });

  it.each([
    ['provider', 'anthropic', 12],
    ['model', 'gpt-5.6', 13],
    ['credential_source_class', 'ci-oauth-config', 15],
    ['allowed_network_class', 'hosted', 16],
    ['approval_source', 'JP, some other note', 14],
  ])('%s differs', async (key, value, line) => {
    const column = `- ${key}: `.length + 1;
    expect(await told(EXTERNAL, { ...ADMISSION, [key]: value })).toEqual([
      `${PATH}:${lineOf(key)}:${columnOf(key)} \`${key}\` of the admission differs from the decision. <- ${RECORD}:${line}:${column} The decision says so here.`,
    ]);
  });

  it.each([
    ['nothing is decided', UNDECIDED],
    ['there is no record', undefined],
  ])('%s', async (_, fields) => {
    expect(await told(fields, ADMISSION)).toEqual([`${PATH}:2:15 Nothing is decided that this could admit.`]);
  });

  it('knows no fallback that the record does not have', async () => {
    expect(await told(EXTERNAL, { ...ADMISSION, fallback: FALLBACK })).toEqual([
      `${PATH}:12:15 \`fallback\` of the admission differs from the decision. <- ${RECORD}:10:20 The decision says so here.`,
    ]);
  });

  it('admits no external provider under a local branch, though its classes are local', async () => {
    const external = { ...LOCAL_ADMISSION, provider: 'anthropic', model: 'claude-sonnet-4-6' };
    expect(await told(LOCAL, external)).toHaveLength(2);
    expect(await told(LOCAL, { ...LOCAL_ADMISSION, provider: 'openai-compatible' })).toEqual([]);
  });

  it('admits no external class under a local branch, though the record says the same', async () => {
    const classes = { credential_source_class: 'team-oauth-config' };
    expect(await told({ ...LOCAL, ...classes }, { ...LOCAL_ADMISSION, ...classes })).toEqual([
      `${PATH}:4:30 \`credential_source_class\` of the admission differs from the decision. <- ${RECORD}:15:28 The decision says so here.`,
    ]);
  });
});
