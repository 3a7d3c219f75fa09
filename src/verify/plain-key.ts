/** `modelId`, `model_id`, `Model-ID` → `modelid`: a key, however a program writes it. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, '');
}
