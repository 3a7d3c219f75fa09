import type { GeneratedConfigData } from '../documents/formats.ts';
import { isSamePair, type Pair } from './pair.ts';

/** A key that names a model wherever it stands: `model`, `model_id`, `defaultModel`, `fallback_model_name`. */
const MODEL_KEY =
  /^(?:default|fallback|primary|secondary|main|small|fast|big|large)?[_-]?model[_-]?(?:id|name)?$/i;

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null;
}

/** Whether a text is an admitted model of that provider; `openai-codex/gpt-5.5` names both. */
function isAdmitted(model: string, provider: unknown, admitted: readonly Pair[]): boolean {
  return admitted.some(
    (pair) =>
      `${pair.provider}/${pair.model}` === model ||
      isSamePair(pair, { provider: typeof provider === 'string' ? provider : '', model }),
  );
}

/** Keys outside of `models` that name a model: what takes no provider of its own takes that of the default. */
function elsewhere({ models, ...rest }: GeneratedConfigData, admitted: readonly Pair[]): string[][] {
  const found: string[][] = [];
  const open: { readonly value: Mapping; readonly path: readonly string[] }[] = [{ value: rest, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    const provider = 'provider' in value ? value.provider : models.default.provider;
    for (const [key, own] of Object.entries(value)) {
      if (isMapping(own)) open.push({ value: own, path: [...path, key] });
      else if (
        typeof own === 'string' &&
        own !== '' &&
        MODEL_KEY.test(key) &&
        !isAdmitted(own, provider, admitted)
      )
        found.push([...path, key]);
    }
  }
  return found.reverse();
}

/**
 * Where a config names, beside `models.default`, a pair that is not admitted, as paths of keys: roles, and whatever else
 * has a model. What a role leaves out it takes from the default.
 */
export function unadmittedRoles(
  config: GeneratedConfigData,
  admitted: readonly Pair[],
): readonly (readonly string[])[] {
  const { default: main, ...roles } = config.models;
  const inRoles = Object.entries(roles).flatMap(([role, own]) => {
    if (own === null) return [];
    const { provider, model } = { ...main, ...(own as Partial<Pair>) };
    return admitted.some((pair) => isSamePair(pair, { provider, model })) ? [] : [['models', role]];
  });
  return [...inRoles, ...elsewhere(config, admitted)];
}
