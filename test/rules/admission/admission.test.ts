import { describe, expect, it } from 'vitest';
import { matchesDecision } from '../../../rules/admission/matches-decision.ts';
import { schema } from '../../../rules/admission/schema.ts';
import { admittedModel } from '../../../rules/config/admitted-model.ts';
import { branchFields } from '../../../rules/decision/branch-fields.ts';
import { fallback } from '../../../rules/decision/fallback.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';

const PATH = 'route/model-admission.json';
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
const LOCAL_ADMISSION = {
  ...ADMISSION,
  provider: 'vllm',
  model: 'qwen3.6-35b-a3b',
  credential_source_class: 'no-secret',
  allowed_network_class: 'loopback-only',
  approval_source: 'JP, second note of 2026-06-10',
};
const FALLBACK = { provider: 'vllm', model: 'qwen3.6-35b-a3b' };
const WITH_FALLBACK: Fields = {
  ...EXTERNAL,
  fallback_provider: FALLBACK.provider,
  fallback_model: FALLBACK.model,
};

const KEYS = Object.keys(ADMISSION);
const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;
const lineOf = (key: string): number => KEYS.indexOf(key) + 2;
const columnOf = (key: string): number => `  "${key}": `.length + 1;

describe('admission/schema', () => {
  const told = (text: string) => judge(schema, { [PATH]: text });

  it.each([
    ['whole', ADMISSION],
    ['with a fallback', { ...ADMISSION, fallback: FALLBACK }],
    ['with another zone', { ...ADMISSION, admission_timestamp: '2026-06-04T10:00:00+02:00' }],
  ])('%s', async (_, data) => {
    expect(await told(json(data))).toEqual([]);
  });

  it.each(KEYS)('without %s', async (key) => {
    const data = Object.fromEntries(Object.entries(ADMISSION).filter(([other]) => other !== key));
    expect(await told(json(data))).toEqual([`${PATH}:1:1 The admission lacks \`${key}\`.`]);
  });

  it.each(KEYS)('with %s misspelt', async (key) => {
    const text = json(ADMISSION).replace(`"${key}"`, `"${key}s"`);
    expect(await told(text)).toEqual([
      `${PATH}:1:1 The admission lacks \`${key}\`.`,
      `${PATH}:${lineOf(key)}:3 The format of an admission has no such key.`,
    ]);
  });

  it.each(KEYS)('with %s empty', async (key) => {
    const [message] = await told(json({ ...ADMISSION, [key]: '' }));
    expect(message).toBe(`${PATH}:${lineOf(key)}:${columnOf(key)} In the admission \`${key}\` is empty.`);
  });

  it.each([
    [
      'a time without a zone',
      'admission_timestamp',
      '2026-06-04T08:00:00',
      'is not of the form that it must have.',
    ],
    ['a number', 'model', 5, 'is not of the form that it must have.'],
    ['null', 'provider', null, 'is empty.'],
    ['spaces', 'approval_source', '  ', 'is not of the form that it must have.'],
    ['no expectation', 'evidence_expectations', [], 'is not of the form that it must have.'],
    ['a model of any version', 'model', 'gpt-latest', 'is to be one exact name.'],
    ['a provider of two names', 'provider', 'openai or anthropic', 'is to be one exact name.'],
    ['a placeholder', 'allowed_network_class', 'TBD', 'holds a placeholder.'],
  ])('with %s', async (_, key, value, message) => {
    expect(await told(json({ ...ADMISSION, [key]: value }))).toEqual([
      `${PATH}:${lineOf(key)}:${columnOf(key)} In the admission \`${key}\` ${message}`,
    ]);
  });

  it('made on a later day', async () => {
    const admitted = (admission_timestamp: string) => told(json({ ...ADMISSION, admission_timestamp }));
    const place = `${PATH}:${lineOf('admission_timestamp')}:${columnOf('admission_timestamp')}`;
    expect(await admitted('2026-06-16T00:30:00Z')).toEqual([`${place} The admission lies in the future.`]);
    expect(await admitted('2026-06-16T00:30:00+01:00')).toEqual([]);
  });

  it.each([
    ['a list', '[]\n', [`${PATH}:1:1 This is no mapping of keys, so nothing is admitted.`]],
    [
      'half a fallback',
      json({ ...ADMISSION, fallback: { provider: 'vllm' } }),
      [`${PATH}:12:15 The admission lacks \`model\`.`],
    ],
    [
      'an inexact fallback',
      json({ ...ADMISSION, fallback: { ...FALLBACK, model: 'qwen-*' } }),
      [`${PATH}:14:14 In the admission \`fallback.model\` is to be one exact name.`],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});

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

  it('admits no external class under a local branch, though the record says the same', async () => {
    const classes = { credential_source_class: 'team-oauth-config' };
    expect(await told({ ...LOCAL, ...classes }, { ...LOCAL_ADMISSION, ...classes })).toEqual([
      `${PATH}:4:30 \`credential_source_class\` of the admission differs from the decision. <- ${RECORD}:15:28 The decision says so here.`,
    ]);
  });
});

describe('what an admission makes possible', () => {
  const filled = { ...LOCAL, provider: 'vllm', model: 'qwen3.6-35b-a3b' };

  it('is a pair in a local record', async () => {
    const record = { [RECORD]: recordText(filled) };
    const early = (key: string): string =>
      `\`${key}\` stays empty under \`local_provider_required\` until an admission names exactly this pair.`;
    expect(await judge(branchFields, { ...record, [PATH]: json(LOCAL_ADMISSION) })).toEqual([]);
    expect(await judge(branchFields, record)).toEqual([
      `${RECORD}:12:13 ${early('provider')}`,
      `${RECORD}:13:10 ${early('model')}`,
    ]);
    const other = json({ ...LOCAL_ADMISSION, model: 'qwen3.6-8b' });
    expect(await judge(branchFields, { ...record, [PATH]: other })).toHaveLength(2);
  });

  it('is a fallback that needs one', async () => {
    const pair = { provider: 'anthropic', model: 'claude-sonnet-4-6' };
    const record = {
      [RECORD]: recordText({ ...EXTERNAL, fallback_provider: pair.provider, fallback_model: pair.model }),
    };
    const policy = { decision: { fallback: { allowed: [pair] } } };
    const admission = { [PATH]: json({ ...ADMISSION, fallback: pair }) };
    expect(await judge(fallback, { ...record, ...admission }, { policy })).toEqual([]);
    expect(await judge(fallback, { ...record, [PATH]: json(ADMISSION) }, { policy })).toHaveLength(2);
    expect(await judge(fallback, { ...record, ...admission })).toEqual([
      `${RECORD}:20:22 This fallback is not in the list of the policy.`,
    ]);
  });
});

describe('config/admitted-model', () => {
  const CONFIG = 'run/case-data/config.json';
  const main = { provider: 'openai-codex', model: 'gpt-5.5' };
  const told = (models: unknown, admission: unknown = { ...ADMISSION, fallback: FALLBACK }) =>
    judge(admittedModel, {
      [RECORD]: recordText(WITH_FALLBACK),
      ...(admission === null ? {} : { [PATH]: json(admission) }),
      [CONFIG]: json({ models }),
    });

  it.each([
    ['the admitted pair', { default: main }],
    ['roles of none', { default: main, implementer: null, reviewer: null }],
    ['a role with the same pair', { default: main, reviewer: main }],
    ['a role with the admitted fallback', { default: main, reviewer: FALLBACK }],
    ['a role that takes its provider from the default', { default: main, reviewer: { model: 'gpt-5.5' } }],
  ])('%s', async (_, models) => {
    expect(await told(models)).toEqual([]);
  });

  const unadmitted = `${CONFIG}:3:16 No admission admits the pair of \`models.default\`.`;
  it.each([
    ['another model', { default: { ...main, model: 'gpt-5.6' } }, undefined, [unadmitted]],
    ['no admission', { default: main }, null, [unadmitted]],
    [
      'an admission that contradicts the record',
      { default: main },
      { ...ADMISSION, approval_source: 'Bob' },
      [unadmitted],
    ],
    ['a fallback that the admission does not name', { default: FALLBACK }, ADMISSION, [unadmitted]],
    ['no default', { reviewer: null }, undefined, [`${CONFIG}:2:13 The config lacks \`default\`.`]],
    [
      'no model',
      { default: { provider: 'openai-codex' } },
      undefined,
      [`${CONFIG}:3:16 The config lacks \`model\`.`],
    ],
    [
      'an empty model',
      { default: { ...main, model: '' } },
      undefined,
      [`${CONFIG}:5:16 In the config \`model\` is empty.`],
    ],
    [
      'a role with another pair',
      { default: main, reviewer: { provider: 'anthropic', model: 'claude-sonnet-4-6' } },
      undefined,
      [`${CONFIG}:7:17 A role beside \`models.default\` names a pair that no admission admits.`],
    ],
    [
      'a role with another model only',
      { default: main, reviewer: { model: 'gpt-5.6' } },
      undefined,
      [`${CONFIG}:7:17 A role beside \`models.default\` names a pair that no admission admits.`],
    ],
    [
      'a role as text',
      { default: main, reviewer: 'gpt-5.6' },
      undefined,
      [`${CONFIG}:7:17 In the config \`models\` is not of the form that it must have.`],
    ],
  ])('%s', async (_, models, admission, expected) => {
    expect(await told(models, admission)).toEqual(expected);
  });
});
