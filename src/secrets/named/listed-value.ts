import { wordSet } from '../../word-set.ts';
import { wordsOf } from './secret-name.ts';
import { isUuid } from './secret-value.ts';
import { isWrittenName } from './written-name.ts';

/** `setProperty("api.key", "…")`, `define('DB_PASSWORD', '…')`, `['password', '…']`: the name is a whole string. */
const NEXT_STRING = /["'\x60][ \t]{0,4},[ \t]{0,10}@?(?=\\?["'\x60])/y;

/** A call, and what stands before the name in its arguments. */
const CALL_BEFORE =
  /([\w.$]{1,60})\(\s{0,20}(?:\w{1,40},\s{0,4}|["'\x60][^"'\x60\r\n]{0,40}["'\x60],\s{0,4}){0,2}["'\x60]$/;
const REACH = 160;

/** In the name of what gives a value to another name, or takes one for where there is none: `getenv("DB_PASSWORD", "…")`. */
const GIVING = wordSet('define set put store save write assign export override config setting fetch');
const ENVIRONMENT = wordSet('env environ environment getenv setenv putenv flag flags');
/** Behind `set` and `get`: what is set under a name, unlike an error of it. */
const HELD = wordSet(`
  item property properties value values str string secret var variable parameter param option config credential password
  token header attribute preference default setting
`);

/** Where the string begins that follows the name in a list or in the arguments of a call. */
export function nextString(text: string, nameStart: number, nameEnd: number): number | undefined {
  if (!/["'`]/.test(text[nameStart - 1] ?? '')) return undefined;
  NEXT_STRING.lastIndex = nameEnd;
  return NEXT_STRING.test(text) ? NEXT_STRING.lastIndex : undefined;
}

/** Whether one is given to the other, rather than both being of one list. */
export function isGiven(text: string, nameStart: number): boolean {
  // The arguments of a command: `["--password", "…"]`.
  if (text[nameStart] === '-') return true;
  const call = CALL_BEFORE.exec(text.slice(Math.max(0, nameStart - REACH), nameStart))?.[1];
  if (call === undefined) return false;
  const words = wordsOf(call);
  const last = words.at(-1) ?? '';
  if (GIVING.has(last) || words.some((word) => ENVIRONMENT.has(word))) return true;
  return HELD.has(last) && words.some((word) => GIVING.has(word) || word === 'get');
}

/**
 * A list in which a name like `password` stands has others: required fields, ways to log in, columns, names of secrets. A
 * row of a table has the id of what is called so.
 */
export function isOfList(text: string): boolean {
  return isWrittenName(text) || isUuid(text);
}
