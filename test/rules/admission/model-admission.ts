import { EXTERNAL, type Fields } from '../record.ts';

/** An admission that agrees with the record `EXTERNAL`, and one that agrees with `LOCAL`. */
export const PATH = 'route/model-admission.json';
export const ADMISSION = {
  provider: 'openai-codex',
  model: 'gpt-5.5',
  credential_source_class: 'team-oauth-config',
  allowed_network_class: 'hosted-model-only',
  approval_source: 'JP, signed note of 2026-06-03',
  admission_timestamp: '2026-06-04T08:00:00Z',
  review_trigger: 'before any model change',
  evidence_expectations: ['pass report'],
};
export const LOCAL_ADMISSION = {
  ...ADMISSION,
  provider: 'vllm',
  model: 'qwen3.6-35b-a3b',
  credential_source_class: 'no-secret',
  allowed_network_class: 'loopback-only',
  approval_source: 'JP, second note of 2026-06-10',
  admission_timestamp: '2026-06-11T08:00:00Z',
};
export const FALLBACK = { provider: 'vllm', model: 'qwen3.6-35b-a3b' };
export const WITH_FALLBACK: Fields = {
  ...EXTERNAL,
  fallback_provider: FALLBACK.provider,
  fallback_model: FALLBACK.model,
};

export const KEYS = Object.keys(ADMISSION);
export const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;
export const lineOf = (key: string): number => KEYS.indexOf(key) + 2;
export const columnOf = (key: string): number => `  "${key}": `.length + 1;
