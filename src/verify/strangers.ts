import { plainText, type Scalar, type Tree } from '../documents/tree.ts';
import { isSamePair, type Pair } from '../route/pair.ts';
import { modelsNamed, PROVIDERS } from './model-names.ts';

/** What a run may name, and words that tell of switching wherever they stand. */
export interface Expected {
  readonly pairs: readonly Pair[];
  /** The backend, which documents call a provider too: it provides runs, not models. */
  readonly engine: string;
  /** Providers and models of the policy that are never a fallback. */
  readonly never: readonly string[];
}

type Role = 'provider' | 'model';

// `model`, `modelId`, `case_model`, `gen_ai.request.model`, `fallbackProvider`, `provider_name`
const ROLE = /(provider|model)(?:id|name)?$/;

function roleOf(key: string): Role | undefined {
  return ROLE.exec(key.toLowerCase().replace(/[^a-z]/g, ''))?.[1] as Role | undefined;
}

/** `gpt-5.5`; where a provider goes before it (`openai-codex/gpt-5.5`), the pair. */
function isExpected(role: Role, value: string, { pairs, engine }: Expected): boolean {
  if (role === 'provider') return value === engine || pairs.some(({ provider }) => provider === value);
  return pairs.some(({ provider, model }) =>
    [model, `${provider}/${model}`, `${provider}:${model}`].includes(value),
  );
}

// `model=gpt-5.5`, `"provider": "vllm"`, `--model gpt-5.5`, `provider: vllm`, `CTO_HARNESS_CASE_MODEL=gpt-5.5`
const ASSIGNMENT =
  /(?<![\p{L}\p{N}])(?:[\w.-]{0,60}[_.-])?(provider|model)(?:[_ -]?(?:id|name))?["'`]{0,2}(\s{0,4}(?:=>|[:=])\s{0,4})(["'`]?)([\p{L}\p{N}][\w./:@+-]{0,100})/giu;
const OPTION = /(?<![\w-])--?(provider|model)(?:-(?:id|name))?[ =]["']?([\p{L}\p{N}][\w./:@+-]{0,100})/giu;

/** In running text `model: loading` is no name; with a digit, in quotes, after `=`, or known, it is. */
function namesSomething(role: Role, sign: string, quote: string, value: string): boolean {
  if (sign.includes('=') || quote !== '' || /\d/.test(value)) return true;
  return role === 'provider' && PROVIDERS.has(value.toLowerCase());
}

function withoutStop(value: string): string {
  return value.replace(/[.:,-]+$/, '');
}

function* assigned(text: string): Generator<{ role: Role; value: string; at: number }> {
  for (const { 1: role, 2: sign, 3: quote, 4: value, index } of text.matchAll(ASSIGNMENT)) {
    const name = withoutStop(value!);
    const kind = role!.toLowerCase() as Role;
    if (namesSomething(kind, sign!, quote!, name)) yield { role: kind, value: name, at: index };
  }
  for (const { 1: role, 2: value, index } of text.matchAll(OPTION))
    yield { role: role!.toLowerCase() as Role, value: withoutStop(value!), at: index };
}

function* mentioned(text: string, words: readonly string[]): Generator<number> {
  const lower = text.toLowerCase();
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      // A package of a vendor (`@anthropic-ai/sdk`) may be installed and not used; its service is another matter.
      const isPackage = lower[at - 1] === '@' && lower.startsWith('-ai', at + word.length);
      const around = [lower[at - 1] ?? ' ', lower[at + word.length] ?? ' '];
      if (!isPackage && around.every((sign) => !/[\p{L}\p{N}]/u.test(sign))) yield at;
    }
  }
}

/** Offsets at which a text names a provider or model that is not expected: assigned, by a vendor's name for it, or a word of the policy. */
export function* strangersInText(text: string, expected: Expected): Generator<number> {
  for (const { role, value, at } of assigned(text)) if (!isExpected(role, value, expected)) yield at;
  const models = expected.pairs.map(({ model }) => model.toLowerCase());
  for (const { name, at } of modelsNamed(text)) if (!models.includes(name.toLowerCase())) yield at;
  const known = expected.pairs.flatMap(({ provider, model }) => [
    provider.toLowerCase(),
    model.toLowerCase(),
  ]);
  const never = expected.never.map((word) => word.toLowerCase()).filter((word) => !known.includes(word));
  yield* mentioned(text, never);
}

function isName({ value }: Scalar): boolean {
  return value !== null && value !== '' && typeof value !== 'boolean';
}

/** Offsets of values that name what is not expected: by their key, or in their text. */
export function* strangersInTree(tree: Tree, expected: Expected, role?: Role): Generator<number> {
  if (tree.kind === 'scalar') {
    if (typeof tree.value === 'string' && role === undefined) {
      for (const _ of strangersInText(tree.value, expected)) yield tree.start;
    }
    if (role !== undefined && isName(tree) && !isExpected(role, plainText(tree), expected)) yield tree.start;
    return;
  }
  if (tree.kind === 'list') {
    for (const item of tree.items) yield* strangersInTree(item, expected, role);
    return;
  }
  yield* strangePairs(tree.entries, expected);
  for (const { key, value } of tree.entries) {
    const own = roleOf(key) ?? (role !== undefined && /^(?:id|name)$/i.test(key) ? role : undefined);
    yield* strangersInTree(value, expected, own);
  }
}

/** Each expected for itself, and together a pair that nobody admitted. */
function* strangePairs(
  entries: readonly { key: string; value: Tree }[],
  expected: Expected,
): Generator<number> {
  const of = (role: Role): Scalar | undefined =>
    entries
      .filter(({ key }) => key.toLowerCase() === role)
      .map(({ value }) => value)
      .find((value) => value.kind === 'scalar');
  const [provider, model] = [of('provider'), of('model')];
  if (provider === undefined || model === undefined || !isName(provider) || !isName(model)) return;
  const pair = { provider: plainText(provider), model: plainText(model) };
  if (pair.provider === expected.engine) return;
  const isPrefixed = pair.model.startsWith(`${pair.provider}/`);
  if (!isPrefixed && !expected.pairs.some((one) => isSamePair(one, pair))) yield model.start;
}
