import type { GeneratedConfigData } from '../documents/kinds/formats.ts';
import { isModelKey, modelInArgument } from './model-keys.ts';
import { MODEL_PROVIDERS } from './model-providers.ts';
import { isSamePair, type Pair } from './pair.ts';

const WHICH = '(?:default|fallback|primary|secondary|main|small|fast|big|large)?[_-]?';

/** Above `name`: `{ "llm": { "name": "gpt-5.5" } }`. */
const MODEL_KEY = new RegExp(`^${WHICH}(?:model|llm)[_-]?(?:id|name)?$`, 'i');

/** Below `llm` or `model`: `{ "llm": { "name": "gpt-5.5" } }`. */
const NAME_KEY = /^(?:id|name)$/i;

/** A key that names a provider of models wherever it stands: `modelProvider`, `llm_provider`. */
const PROVIDER_KEY = new RegExp(`^${WHICH}(?:model|llm|ai)[_-]?provider[_-]?(?:id|name)?$`, 'i');

/** A key that may name a provider of models: `provider`, `defaultProvider`. */
const PLAIN_PROVIDER_KEY = new RegExp(`^${WHICH}provider[_-]?(?:id|name)?$`, 'i');

/** What else has providers, some of them of the same names: `{ "auth": { "provider": "google" } }`. */
const OTHER_SERVICE =
  /^(?:(?:o?auth2?|authentication|login|sso|identity|(?:web[_-]?)?search|storage|git|vcs|scm|repository|mail|email|calendar|maps?|analytics|telemetry|tracing|tracker|issues|cloud|dns|cdn|payments?|secrets|vault|cache|queue|sandbox|deploy(?:ment)?)(?:[_-]?(?:config|settings|options|services?))?)$/i;

/** Lists of models that may answer: `fallbackModels`. Others list what there is. */
const LIST_KEY = /^(?:default|fallback|secondary)[_-]?models?$/i;

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

interface Key {
  readonly key: string;
  /** The keys above it. */
  readonly path: readonly string[];
}

function namesModel({ key, path }: Key, value: string): boolean {
  const above = path.at(-1) ?? '';
  return (
    isModelKey(key, value) ||
    (NAME_KEY.test(key) && MODEL_KEY.test(above)) ||
    (/^\d+$/.test(key) && LIST_KEY.test(above))
  );
}

function namesProvider({ key, path }: Key, value: string): boolean {
  if (PROVIDER_KEY.test(key)) return true;
  if (!PLAIN_PROVIDER_KEY.test(key) || path.some((above) => OTHER_SERVICE.test(above))) return false;
  // What the engine is called may stand there, too: it provides runs, not models.
  return MODEL_PROVIDERS.has(value.toLowerCase());
}

/** Keys outside of `models` that name a model or a provider: what takes no provider of its own takes that of the default. */
function elsewhere({ models, ...rest }: GeneratedConfigData, admitted: readonly Pair[]): string[][] {
  const found: string[][] = [];
  const open: { readonly value: Mapping; readonly path: readonly string[] }[] = [{ value: rest, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    const provider = 'provider' in value ? value.provider : models.default.provider;
    const strange: string[][] = [];
    let isPair = false;
    for (const [key, own] of Object.entries(value)) {
      if (isMapping(own)) open.push({ value: own, path: [...path, key] });
      if (typeof own !== 'string' || own === '') continue;
      const model = namesModel({ key, path }, own)
        ? own
        : modelInArgument(own, Array.isArray(value) ? value[Number(key) - 1] : undefined);
      if (model !== undefined) {
        if (isAdmitted(model, provider, admitted)) continue;
        isPair = true;
        found.push([...path, key]);
      } else if (namesProvider({ key, path }, own) && !admitted.some((pair) => pair.provider === own))
        strange.push([...path, key]);
    }
    // Beside a model that is told it would be told twice.
    if (!isPair) found.push(...strange);
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
