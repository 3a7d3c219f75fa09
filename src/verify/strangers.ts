import { type Mapping, plainText, type Scalar, type Tree } from '../documents/data/tree.ts';
import { MODEL_PROVIDERS } from '../route/model-providers.ts';
import { isSamePair, type Pair } from '../route/pair.ts';
import { hostsNamed } from './model-hosts.ts';
import { modelsNamed } from './model-names.ts';
import { plainKey } from './plain-key.ts';
import { withoutEscapes } from './without-escapes.ts';

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
  return ROLE.exec(plainKey(key))?.[1] as Role | undefined;
}

// `modelUsage`, `model_stats`: a name for each entry. `usage_by_model`, `cost_per_provider`: each key is a name.
const USAGE = /(provider|model)s?(?:usages?|stats|metrics|tokens|costs?|calls|requests|totals?|counts?)$/;
const KEYED = /(?:by|per)(provider|model)s?$/;
// `models_used`, `providers`: a list of names, or of mappings that hold them
const PLURAL = /(provider|model)s(?:used)?$/;
const SUM = /^(?:(?:sub)?total|sum|all|other|unknown|none)s?$/i;

/** The role that the keys of a mapping have, or some of them: those whose values are mappings. */
function roleOfKeys(key: string): { readonly role: Role; readonly isEach: boolean } | undefined {
  const plain = plainKey(key);
  const each = KEYED.exec(plain)?.[1];
  const role = each ?? USAGE.exec(plain)?.[1];
  return role === undefined ? undefined : { role: role as Role, isEach: each !== undefined };
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
  return role === 'provider' && MODEL_PROVIDERS.has(value.toLowerCase());
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

function* strangersInPlain(text: string, expected: Expected): Generator<number> {
  for (const { role, value, at } of assigned(text)) if (!isExpected(role, value, expected)) yield at;
  const models = expected.pairs.map(({ model }) => model.toLowerCase());
  for (const { name, at } of modelsNamed(text)) if (!models.includes(name.toLowerCase())) yield at;
  yield* hostsNamed(
    text,
    expected.pairs.map(({ provider }) => provider),
  );
  const known = expected.pairs.flatMap(({ provider, model }) => [
    provider.toLowerCase(),
    model.toLowerCase(),
  ]);
  const never = expected.never.map((word) => word.toLowerCase()).filter((word) => !known.includes(word));
  yield* mentioned(text, never);
}

/** Offsets at which a text names a provider or model that is not expected: assigned, by a vendor's name for it, or a word of the policy. */
export function* strangersInText(text: string, expected: Expected): Generator<number> {
  const plain = withoutEscapes(text);
  for (const at of strangersInPlain(plain.text, expected)) yield plain.at(at);
}

/** Keys and short values are the same in every record of a run: each is looked at once. */
const SHORT = 100;
const MOST_KEPT = 10_000;
const counts = new WeakMap<Expected, Map<string, number>>();

function countIn(text: string, expected: Expected): number {
  const kept = counts.get(expected) ?? new Map<string, number>();
  counts.set(expected, kept);
  const known = kept.get(text);
  if (known !== undefined) return known;
  const count = [...strangersInText(text, expected)].length;
  if (text.length <= SHORT && kept.size < MOST_KEPT) kept.set(text, count);
  return count;
}

/** A place for each stranger that a text of a tree names: where in it does not matter. */
function* strangersAt(start: number, text: string, expected: Expected): Generator<number> {
  for (let left = countIn(text, expected); left > 0; left--) yield start;
}

function isName({ value }: Scalar): boolean {
  return value !== null && value !== '' && typeof value !== 'boolean';
}

/** Offsets of keys that name what is not expected: in a map of usage, or in their text. */
function* strangeKeys(key: string, { entries }: Mapping, expected: Expected): Generator<number> {
  const keys = roleOfKeys(key);
  for (const { key: name, keySpan, value } of entries) {
    const isName =
      keys !== undefined && (keys.isEach || value.kind === 'mapping') && name !== '' && !SUM.test(name);
    if (isName && !isExpected(keys.role, name, expected)) yield keySpan.start;
    else yield* strangersAt(keySpan.start, name, expected);
  }
}

/** Offsets of keys and values that name what is not expected: by their key, or in their text. */
export function* strangersInTree(tree: Tree, expected: Expected, role?: Role, under = ''): Generator<number> {
  if (tree.kind === 'scalar') {
    if (typeof tree.value === 'string' && role === undefined)
      yield* strangersAt(tree.start, tree.value, expected);
    if (role !== undefined && isName(tree) && !isExpected(role, plainText(tree), expected)) yield tree.start;
    return;
  }
  if (tree.kind === 'list') {
    const own = role ?? (PLURAL.exec(plainKey(under))?.[1] as Role | undefined);
    for (const item of tree.items) yield* strangersInTree(item, expected, own, under);
    return;
  }
  yield* strangeKeys(under, tree, expected);
  yield* strangePairs(tree.entries, expected);
  for (const { key, value } of tree.entries) {
    const own = roleOf(key) ?? (role !== undefined && /^(?:id|name)$/i.test(key) ? role : undefined);
    yield* strangersInTree(value, expected, own, key);
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
