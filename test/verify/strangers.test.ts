import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/documents/json.ts';
import { type Expected, strangersInText, strangersInTree } from '../../src/verify/strangers.ts';

const EXPECTED: Expected = {
  pairs: [
    { provider: 'openai-codex', model: 'gpt-5.5' },
    { provider: 'vllm', model: 'qwen3.6-35b-a3b' },
  ],
  engine: 'case',
  never: ['anthropic', 'claude-sonnet-4-6'],
};

const inText = (text: string): boolean => [...strangersInText(text, EXPECTED)].length > 0;
const inJson = (value: unknown): boolean => {
  const [tree] = parseJson(JSON.stringify(value)).trees;
  return [...strangersInTree(tree!, EXPECTED)].length > 0;
};

describe('text', () => {
  it.each([
    'model=gpt-5.4',
    'model: gpt-5.4.',
    'CTO_HARNESS_CASE_MODEL=gpt-5.5-mini',
    '"provider": "google"',
    'provider: google',
    'provider => openrouter',
    'ca --model o3 --yes',
    'ca --provider=xai',
    'retrying with claude-opus-4-1-20250805',
    'using Gemini-2.5-pro',
    'loaded /models/llama-3.3-70b.gguf',
    'served by o4-mini',
    'api.anthropic.com:443',
    'ANTHROPIC fallback',
    'gpt-5.5-codex answered',
    'model=anthropic/claude-sonnet-4-6',
    'vllm/qwen3.6-35b-a3b and deepseek-v3.1',
  ])('names a stranger: %s', (text) => expect(inText(text)).toBe(true));

  it.each([
    'model=gpt-5.5',
    'model: gpt-5.5.',
    'Provider: openai-codex, model: gpt-5.5',
    'model=openai-codex/gpt-5.5',
    'ca --provider openai-codex --model gpt-5.5',
    'CTO_HARNESS_CASE_MODEL="gpt-5.5"',
    'falling back to vllm/qwen3.6-35b-a3b as stated',
    'GPT-5.5 answered',
    'data model: loading',
    'the provider: unavailable',
    'a remodel=5 of the supermodels',
    'node_modules/@anthropic-ai/sdk/index.js',
    'misanthropical notes',
    'o1 = 3',
    'the opus of 1812',
  ])('names none: %s', (text) => expect(inText(text)).toBe(false));
});

describe('trees', () => {
  it.each([
    { model: 'gpt-5.4' },
    { provider: 'openai' },
    { llm: { modelId: 'gpt-5.4' } },
    { 'gen_ai.request.model': 'gpt-5.4' },
    { model: { id: 'gpt-5.4' } },
    { model: { name: 'local' } },
    { models: { default: { provider: 'vllm', model: 'gpt-5.5' } } },
    { fallbackProvider: 'anthropic' },
    { provider: ['openai-codex', 'xai'] },
    { model: 5 },
    { provider: 'Case' },
    { provider: 'fake' },
    { text: 'switching to claude-haiku-4-5' },
  ])('name a stranger: %j', (value) => expect(inJson(value)).toBe(true));

  it.each([
    {},
    { model: null, provider: '' },
    { model: 'gpt-5.5', provider: 'openai-codex' },
    { model: 'openai-codex/gpt-5.5', provider: 'openai-codex' },
    { provider: 'vllm', model: 'qwen3.6-35b-a3b' },
    { models: { default: { provider: 'openai-codex', model: 'gpt-5.5' }, reviewer: null } },
    { name: 'slugify', id: 'x' },
    { provider: 'case', started: true },
  ])('name none: %j', (value) => expect(inJson(value)).toBe(false));
});

it('takes a megabyte of hostile text in its stride', () => {
  for (const piece of ['model', 'model=', 'claude-', 'a.', 'provider:', '-', 'gpt-a.b-']) {
    const found = [...strangersInText(piece.repeat(Math.floor(1_000_000 / piece.length)), EXPECTED)];
    expect(found.length).toBeLessThan(1_000_000);
  }
});
