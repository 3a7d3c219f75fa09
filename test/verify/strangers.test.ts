import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/documents/data/json.ts';
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
    'deepseek-chat answered in 812 ms',
    'resolved to mistral-large-latest',
    'POST https://openrouter.ai/api/v1/chat/completions 200',
    String.raw`"url":"https:\/\/openrouter.ai\/api\/v1"`,
    'CONNECT api.groq.com:443',
    'https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse',
    'https://europe-west1-aiplatform.googleapis.com/v1/projects',
    'https://acme.services.ai.azure.com/models',
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
    'added @aws-sdk/client-bedrock-runtime and @openrouter/ai-sdk-provider',
    'POST https://api.openai.com/v1/responses 200',
    'POST https://chatgpt.com/backend-api/codex/responses 200',
    'GET http://127.0.0.1:8000/v1/models 200',
    'GET https://registry.npmjs.org/openai 200',
    'deepseek-chatter and the latest qwen',
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
    { modelUsage: { 'claude-sonnet-4-6': { inputTokens: 12 } } },
    { usage: { modelUsage: { 'gpt-5.5': { inputTokens: 1 }, 'claude-haiku-4-5': { inputTokens: 12 } } } },
    { usage_by_model: { 'gpt-4o-mini': { prompt_tokens: 3 } } },
    { usage_by_model: { 'local-large': 812 } },
    { 'cost-per-provider': { total: 0.2, xai: 0.2 } },
    { model_stats: { local: { calls: 3 } } },
    { stats: { models: { 'gemini-2.5-pro': { api: {} } } } },
    { models_used: ['gpt-5.5', 'o3'] },
    { providers: ['xai'] },
    { tokens: [{ 'gpt-4o': 3 }] },
    { 'https://api.groq.com/openai/v1': 200 },
  ])('name a stranger: %j', (value) => expect(inJson(value)).toBe(true));

  it.each([
    {},
    { model: null, provider: '' },
    { model: 'gpt-5.5', provider: 'openai-codex' },
    { model: 'openai-codex/gpt-5.5', provider: 'openai-codex' },
    { provider: 'vllm', model: 'qwen3.6-35b-a3b' },
    { models: { default: { provider: 'openai-codex', model: 'gpt-5.5' }, reviewer: null } },
    { name: 'slugify', id: 'x' },
    { modelUsage: { 'gpt-5.5': { inputTokens: 12 }, 'qwen3.6-35b-a3b': { inputTokens: 1 } } },
    { modelUsage: { inputTokens: 12, outputTokens: 3 } },
    { modelUsage: { total: { inputTokens: 12 } } },
    { usage_by_model: { 'openai-codex/gpt-5.5': 812, total: 812 } },
    { by_provider: { 'openai-codex': { calls: 2 }, vllm: { calls: 0 } } },
    { models_used: ['gpt-5.5'], providers: [] },
    { modelCalls: 3, model_tokens: { input: 3, output: 4 } },
    { usage: { input_tokens: 3, by_kind: { cached: 2 } } },
    { provider: 'case', started: true },
  ])('name none: %j', (value) => expect(inJson(value)).toBe(false));
});

it('takes 300,000 characters of hostile text in its stride', () => {
  for (const piece of ['model', 'model=', 'claude-', 'a.', 'provider:', '-', 'gpt-a.b-']) {
    const found = [...strangersInText(piece.repeat(300_000 / piece.length), EXPECTED)];
    expect(found.length).toBeLessThan(300_000);
  }
});
