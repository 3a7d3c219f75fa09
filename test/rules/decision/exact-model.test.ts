import { describe, expect, it } from 'vitest';
import { exactModel } from '../../../rules/decision/exact-model.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, RECORD, recordText } from '../record.ts';

const told = (fields: Fields) => judge(exactModel, { [RECORD]: recordText(fields) });

describe('decision/exact-model', () => {
  it.each([
    'gpt-5.5',
    'qwen3.6-35b-a3b',
    'claude-sonnet-4-6',
    'claude-sonnet-4@20250514',
    'qwen/qwen3-32b',
    '01-ai/yi-34b',
    'gpt-oss:120b',
    'gemini-2.5-pro-preview-05-06',
    'mixtral-8x7b',
    'accounts/fireworks/models/glm-5',
    'models/gemini-2.5-pro',
    'ft:gpt-4o-mini:my-org::id',
    'qwen3-coder:30b',
    'llama-3.1-8b-instruct',
    'my-org/finetune-7b',
    'command-r',
    'test-time-scaling-32b',
  ])('%s is exact', async (model) => {
    expect(await told({ ...EXTERNAL, model })).toEqual([]);
  });

  it.each([
    ['TBD', 'a placeholder'],
    ['[model]', 'a placeholder'],
    ['{model}', 'a placeholder'],
    ['$' + '{MODEL}', 'a placeholder'],
    ['n/a', 'a placeholder'],
    ['none', 'a placeholder'],
    ['unspecified', 'a placeholder'],
    ['ditto', 'a placeholder'],
    ['default', 'a placeholder'],
    ['openrouter/auto', 'a placeholder'],
    ['your-model-here', 'a placeholder'],
    ['your-org/llama-3.1-8b', 'a placeholder'],
    ['openai/my-model', 'a placeholder'],
    ['yourModelHere', 'a placeholder'],
    ['MODEL_ID', 'a placeholder'],
    ['example-model', 'a placeholder'],
    ['model-x', 'a placeholder'],
    ['foo', 'a placeholder'],
    ['gpt-x', 'a wildcard'],
    ['gpt-5.x', 'a wildcard'],
    ['gpt-5?', 'a wildcard'],
    ['>=gpt-5.5', 'a range'],
    ['gpt-5.5+', 'a range'],
    ['gpt-5.1..5.5', 'a range'],
    ['gpt-5.5 or newer', 'more than one'],
    ['gpt-5.5-or-later', 'more than one'],
    ['latest', 'whatever is newest at the time'],
    ['gpt-latest', 'whatever is newest at the time'],
    ['gpt-oss:latest', 'whatever is newest at the time'],
    ['gpt-5.5, gpt-5.4', 'more than one'],
    ['gpt-5.5|gpt-5.4', 'more than one'],
    ['gpt-5.5/gpt-5.4', 'more than one'],
    ['gpt-5.5 and gpt-5.4', 'more than one'],
    ['the large one', 'more than one plain word'],
    ['gpt\u20115.5', 'more than one plain word'],
    ['gрt-5.5', 'more than one plain word'],
  ])('%s is not', async (model, what) => {
    expect(await told({ ...EXTERNAL, model })).toEqual([
      `${RECORD}:13:10 \`model\` is to be one exact name, and this is ${what}.`,
    ]);
  });

  it('sees a placeholder that markdown takes for a tag', async () => {
    expect(await told({ ...EXTERNAL, model: '<exact model>' })).toEqual([
      `${RECORD}:13:10 \`model\` is to be one exact name, and this is a placeholder.`,
    ]);
  });

  it('takes a slash in a provider for a choice', async () => {
    expect(await told({ ...EXTERNAL, provider: 'openai/anthropic' })).toEqual([
      `${RECORD}:12:13 \`provider\` is to be one exact name, and this is more than one.`,
    ]);
  });

  it('judges the fallback pair as well', async () => {
    const fields = { ...EXTERNAL, fallback_provider: 'vllm', fallback_model: 'qwen-latest' };
    expect(await told(fields)).toEqual([
      `${RECORD}:21:19 \`fallback_model\` is to be one exact name, and this is whatever is newest at the time.`,
    ]);
  });

  const withText = (text: string) =>
    judge(exactModel, {
      [RECORD]: recordText(EXTERNAL).replace('- approval_source', `${text}\n- approval_source`),
    });
  const withParagraph = (text: string) =>
    judge(exactModel, {
      [RECORD]: recordText(EXTERNAL).replace(/(pass report exist\.\n)/, `$1\n${text}\n`),
    });

  it.each([
    '  - or gpt-5.4 at night.',
    '  - gpt-5.4 on weekends',
    '  - alternatively `gpt-5.4`',
    '- In July gpt-5.4 is used.',
  ])('a list names another model: %s', async (text) => {
    expect(await withText(text)).toHaveLength(1);
  });

  it.each([
    '  - the exact name that the provider uses',
    '  - gpt-5.5',
    '  - chosen over gpt-5.4',
    '  - gpt-5.4 was rejected',
    '  - not gpt-5.4',
    '- Stage-2 is the model stage.',
  ])('a list names no other model: %s', async (text) => {
    expect(await withText(text)).toEqual([]);
  });

  it.each([
    'Until July the model is gpt-5.4 instead.',
    'The model is claude-opus-4-1 on weekends.',
    'For small runs use gpt-5.4.',
    'gpt-5.4 instead, when the gateway is slow.',
    'The model is gpt-5.5 or gpt-5.4.',
  ])('a paragraph names another model: %s', async (text) => {
    expect(await withParagraph(text)).toHaveLength(1);
  });

  it.each([
    'The model is gpt-5.5.',
    'Before June the model was gpt-5.4.',
    'gpt-5.4 is not used instead.',
    'A change to gpt-5.6 needs a new decision.',
    'gpt-5.6 is used only once it is decided.',
    'See run-1 of Stage 2 for what the model is asked.',
    'This state names openai-codex and gpt-5.5.',
    'It replaces gpt-5.4.',
  ])('a paragraph names no other model: %s', async (text) => {
    expect(await withParagraph(text)).toEqual([]);
  });
});
