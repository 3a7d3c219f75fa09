import { hasPhrase } from './phrases.ts';

/** A class without the remark that may follow it: `oauth-config; no secret value` is `oauth-config`. */
export function classOf(value: string): string {
  const [first = ''] = value.split(';', 1);
  return first
    .trim()
    .replace(/[."'\s]+$/, '')
    .replace(/^["'\s]+/, '');
}

/** What a class must and must not be made of, by the policy. */
export interface ClassWords {
  readonly words?: readonly string[] | undefined;
  readonly never?: readonly string[] | undefined;
}

/** Whether a value's class has one of the words that it must have, and none that it must not. */
export function fitsClass(value: string, { words, never }: ClassWords): boolean {
  const name = classOf(value);
  if (never?.some((word) => hasPhrase(name, word))) return false;
  return words === undefined || words.some((word) => hasPhrase(name, word));
}

const PLACEHOLDER =
  /^(?:[-–—?.*]+|n\/?a|tb[adc]|todo|fixme|x{2,}|pending|undecided|unknown|unset|null|class|placeholder|<.{0,200}>|\{.{0,200}\}|\[.{0,200}\])$/i;

/** Whether something stands where a class, a condition or a name should, and says nothing. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(classOf(value));
}
