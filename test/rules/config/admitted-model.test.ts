import { describe, expect, it } from 'vitest';
import { admittedModel } from '../../../rules/config/admitted-model.ts';
import { ADMISSION, FALLBACK, json, PATH, WITH_FALLBACK } from '../admission/model-admission.ts';
import { judge } from '../judge.ts';
import { RECORD, recordText } from '../record.ts';

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

  const elsewhere = (rest: object) =>
    judge(admittedModel, {
      [RECORD]: recordText(WITH_FALLBACK),
      [PATH]: json({ ...ADMISSION, fallback: FALLBACK }),
      [CONFIG]: json({ models: { default: main }, ...rest }),
    });

  it.each([
    ['an agent with the pair', { agents: { reviewer: main } }],
    ['an agent that takes its provider from the default', { agents: { reviewer: { model: 'gpt-5.5' } } }],
    ['a pair in one word', { model: 'openai-codex/gpt-5.5' }],
    ['an admitted provider alone', { provider: 'vllm', agents: { reviewer: { provider: 'openai-codex' } } }],
    ['a variable', { env: { OPENAI_MODEL: 'gpt-5.5', ANTHROPIC_MODEL: 'openai-codex/gpt-5.5' } }],
    ['an argument', { agents: { a: { args: ['--model', 'gpt-5.5'], command: 'codex --model=gpt-5.5 -q' } } }],
    [
      'variables of something else',
      {
        env: {
          DATA_MODEL: 'v2',
          CAR_MODEL: 'T',
          MODEL_DIR: '/m',
          ANTHROPIC_MODELS: 'x',
          NO_MODEL_CHECK: '1',
        },
      },
    ],
    [
      'arguments of something else',
      { args: ['-m', 'pytest', '--mode', 'a'], test: 'pytest --data-models x' },
    ],
    ['a model by name', { llm: { name: 'gpt-5.5' }, defaultProvider: 'openai-codex' }],
    ['the engine', { provider: 'case' }],
    ['a provider of something else', { auth: { provider: 'google' }, web_search: { provider: 'google' } }],
    [
      'a name of something else',
      { agents: { name: 'claude-2' }, project: { name: 'model-1' }, list: ['o1'] },
    ],
    ['what is no model', { forge: { provider: 'github' }, viewModel: 'list', modelling: 'x', model: null }],
  ])('%s, outside of the models', async (_, rest) => {
    expect(await elsewhere(rest)).toEqual([]);
  });

  it.each([
    ['an agent', { agents: { reviewer: { provider: 'anthropic', model: 'claude-sonnet-4-6' } } }, '11:16'],
    ['the top', { model: 'claude-sonnet-4-6' }, '8:12'],
    ['a provider alone', { provider: 'anthropic' }, '8:15'],
    ['a provider of an agent', { agents: { r: { provider: 'Anthropic' } } }, '10:19'],
    ['a default provider', { defaultProvider: 'anthropic' }, '8:22'],
    ['a provider of models', { modelProvider: 'unheard-of' }, '8:20'],
    ['an author', { author: { provider: 'openai' } }, '9:17'],
    ['a model by name', { llm: { name: 'claude-sonnet-4-6' } }, '9:13'],
    ['a model as text', { llm: 'claude-sonnet-4-6' }, '8:10'],
    ['a variable', { env: { ANTHROPIC_MODEL: 'claude-sonnet-4-6' } }, '9:24'],
    ['a variable of a role', { env: { ANTHROPIC_DEFAULT_HAIKU_MODEL: 'x' } }, '9:38'],
    ['a variable of an agent', { env: { CLAUDE_CODE_SUBAGENT_MODEL: 'opus' } }, '9:35'],
    ['a key of its own', { reviewerModel: 'claude-sonnet-4-6' }, '8:20'],
    ['a key of a vendor', { openaiModelName: 'best' }, '8:22'],
    ['an option', { agents: { a: { command: 'claude --fallback-model opus' } } }, '10:18'],
    ['an argument', { args: ['--model', 'opus'] }, '8:11'],
    ['a short option', { args: ['-m', 'claude-sonnet-4-6'] }, '8:11'],
    ['a list of fallbacks', { fallbackModels: ['gpt-5.5', 'gpt-4o-mini'] }, '8:21'],
    ['the provider beside', { provider: 'openai', model: 'gpt-5.5' }, '9:12'],
    ['a name of its own', { fallbackModel: 'claude-sonnet-4-6' }, '8:20'],
    ['a list', { agents: [{ name: 'reviewer', model: 'claude-sonnet-4-6' }] }, '8:13'],
  ])('%s with another pair, outside of the models', async (_, rest, place) => {
    expect(await elsewhere(rest)).toEqual([
      `${CONFIG}:${place} A role beside \`models.default\` names a pair that no admission admits.`,
    ]);
  });
});
