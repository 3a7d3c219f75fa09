import type { Field } from './document.ts';
import { hasPhrase } from './phrases.ts';
import { resembles, skeleton } from './skeleton.ts';

/** The fields that name a pair. */
interface PairKeys {
  readonly provider: string;
  readonly model: string;
}

/** What people call a second choice; a word of the policy's own keys is one as well. */
const SECOND = new Set(
  'fallback fallbacks secondary second backup backups alternate alternates alternative alternatives failover standby reserve spare other'.split(
    ' ',
  ),
);
/** Said of a pair, or of one side of it, without changing what it is. */
const NEUTRAL = new Set(
  'provider providers model models pair pairs name names id choice option llm'.split(' '),
);
const NONE = /^(?:[-–—.]*|no|none|nil|null|n\/a|not? (?:set|used|allowed|fallback)|empty|false|\[\]|\{\})$/i;

/** `fallbackProvider2` → `fallback`, `provider`, `2`. */
function wordsOfKey(key: string): readonly string[] {
  const parted = key.slice(0, 80).replace(/([a-z])([A-Z])/g, '$1_$2');
  return (skeleton(parted).match(/[a-z]+|\d+/g) ?? [])
    .join(' ')
    .replace(/\bfall back/g, 'fallback')
    .split(' ');
}

/** Whether a value has a known name in it, or what a name of a model is made of. */
function namesSomething(value: string, known: readonly string[]): boolean {
  if (known.some((name) => hasPhrase(value, name))) return true;
  return /\S\s?\/\s?\S/.test(value) || /(?:^|\s)[a-z]{1,20}[-.:]?\d/.test(value);
}

/**
 * Whether a field names a second pair, or a part of one, under a key that is none of the policy's: `fallback-provider`,
 * `secondary_model`, `fallback_model_2`, `fallback: vllm/qwen`. `known` are names that a pair may be made of.
 */
export function namesOtherPair(
  { key, value, isMapping }: Pick<Field, 'key' | 'value' | 'isMapping'>,
  second: PairKeys,
  first: PairKeys | undefined,
  known: readonly string[],
): boolean {
  if (isMapping !== true && NONE.test(value.trim())) return false;
  const words = wordsOfKey(key);
  const sides = new Set([first?.provider, first?.model].flatMap((side) => (side ? wordsOfKey(side) : [])));
  const own = [second.provider, second.model].flatMap(wordsOfKey).filter((word) => !sides.has(word));
  const isSecond = (word: string): boolean => SECOND.has(word) || own.includes(word) || /^\d/.test(word);
  const isNeutral = (word: string): boolean => NEUTRAL.has(word) || sides.has(word);
  if ([second.provider, second.model].some((wanted) => resembles(key, wanted))) return true;
  if (!words.some(isSecond) || !words.every((word) => isSecond(word) || isNeutral(word))) return false;
  if (words.some(isNeutral)) return true;
  const isOneWord = !/\s/.test(value.trim());
  return (
    isMapping === true ||
    (isOneWord && words.some((word) => own.includes(word))) ||
    namesSomething(value.trim(), known)
  );
}
