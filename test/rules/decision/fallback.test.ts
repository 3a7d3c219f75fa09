import { describe, expect, it } from 'vitest';
import { fallback } from '../../../rules/decision/fallback.ts';
import { ADMISSION, json, PATH } from '../admission/model-admission.ts';
import { type Judging, judge } from '../judge.ts';
import { EXTERNAL, type Fields, LOCAL, RECORD, recordText } from '../record.ts';

const told = (fields: Fields, judging?: Judging) =>
  judge(fallback, { [RECORD]: recordText(fields) }, judging);

const PAIR = { fallback_provider: 'vllm', fallback_model: 'qwen3.6-35b-a3b' };

describe('decision/fallback', () => {
  it.each([
    ['a listed pair', { ...EXTERNAL, ...PAIR }],
    ['none', EXTERNAL],
    ['both empty', { ...EXTERNAL, fallback_provider: '', fallback_model: '' }],
    ['a local pair under the local branch', { ...LOCAL, ...PAIR }],
  ])('%s', async (_, fields) => {
    expect(await told(fields)).toEqual([]);
  });

  const never = (key: string): string =>
    `\`${key}\` may not be this without an admission that names it as the fallback.`;
  it.each([
    [
      'the model alone',
      { fallback_model: 'qwen3.6-35b-a3b' },
      ['20:19 A fallback is a whole pair: `fallback_provider` is missing.'],
    ],
    [
      'the provider alone',
      { fallback_provider: 'vllm' },
      ['20:22 A fallback is a whole pair: `fallback_model` is missing.'],
    ],
    [
      'one empty',
      { ...PAIR, fallback_model: '' },
      ['20:22 A fallback is a whole pair: `fallback_model` is missing.'],
    ],
    [
      'not listed',
      { ...PAIR, fallback_model: 'qwen3.6-8b' },
      ['20:22 This fallback is not in the list of the policy.'],
    ],
    [
      'inexact',
      { ...PAIR, fallback_model: 'qwen-latest' },
      [
        '20:22 This fallback is not in the list of the policy.',
        '21:19 `fallback_model` is to be one exact name.',
      ],
    ],
    [
      'anthropic',
      { fallback_provider: 'anthropic', fallback_model: 'claude-sonnet-4-6' },
      [`20:22 ${never('fallback_provider')}`, `21:19 ${never('fallback_model')}`],
    ],
    [
      'the same in other letters',
      { fallback_provider: 'Anthropic', fallback_model: 'haiku-5' },
      [`20:22 ${never('fallback_provider')}`],
    ],
  ])('%s', async (_, fields, expected) => {
    expect(await told({ ...EXTERNAL, ...fields })).toEqual(expected.map((line) => `${RECORD}:${line}`));
  });

  it.each([
    ['one line', { fallback: 'anthropic/claude-sonnet-4-6' }],
    ['one line in words', { fallback: 'vllm with model qwen3.6-35b-a3b' }],
    ['words for keys', { 'Fallback provider': 'vllm' }],
    ['hyphens', { 'fallback-model': 'qwen3.6-35b-a3b' }],
    ['a slip', { fallback_provder: 'vllm' }],
    ['another name', { secondary_provider: 'vllm' }],
    ['a second one beside a good one', { ...PAIR, fallback_model_2: 'gpt-5.4' }],
    ['more than one', { fallback_providers: 'vllm, ollama' }],
    ['a number', { model_2: 'gpt-5.4' }],
    ['an alternative', { alternative: 'gpt-5.4' }],
  ])('is not named under a key of its own: %s', async (_, fields) => {
    const line = 19 + Object.keys(fields).length;
    expect(await told({ ...EXTERNAL, ...fields })).toEqual([
      `${RECORD}:${line}:3 A fallback is named by \`fallback_provider\` and \`fallback_model\`: this key is neither.`,
    ]);
  });

  it.each([
    ['none', { fallback: 'none' }],
    ['a demand', { fallback: 'to be explicit in the admission' }],
    ['a note', { fallback_note: 'vllm stays as it is' }],
    ['a copy', { backup: 'daily' }],
    ['another field', { model_version: '5.5' }],
    ['what was weighed', { alternatives: 'none were left' }],
  ])('is not named by %s', async (_, fields) => {
    expect(await told({ ...EXTERNAL, ...fields })).toEqual([]);
  });

  it.each(['yaml', 'front matter'] as const)('is not a mapping in %s', async (form) => {
    const text = recordText(EXTERNAL, undefined, form).replace(
      /^model: .*$/m,
      'model: gpt-5.5\nfallback:\n  provider: vllm\n  model: qwen3.6-35b-a3b',
    );
    expect((await judge(fallback, { [RECORD]: text })).join()).toContain('this key is neither');
  });

  it('is never anthropic by the list of the policy alone', async () => {
    const pair = { provider: 'anthropic', model: 'claude-sonnet-4-6' };
    const fields = { ...EXTERNAL, fallback_provider: pair.provider, fallback_model: pair.model };
    const policy = { decision: { fallback: { allowed: [pair] } } };
    expect(await told(fields, { policy })).toHaveLength(2);
  });

  it('has no external pair under a local branch', async () => {
    const policy = { decision: { fallback: { allowed: [{ provider: 'acme', model: 'a-1' }] } } };
    const pair = { fallback_provider: 'acme', fallback_model: 'a-1' };
    expect(await told({ ...LOCAL, ...pair }, { policy })).toEqual([
      `${RECORD}:20:22 \`local_provider_required\` allows no external fallback.`,
    ]);
    expect(await told({ ...EXTERNAL, ...pair }, { policy })).toEqual([]);
  });

  it('counts one that needs an admission only where the admission names it', async () => {
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
