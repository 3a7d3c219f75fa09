/** `--no-audit` denies nothing. */
const DENYING =
  /(?<!-)\b(?:not|never|no|don['’]t|doesn['’]t|without|instead of|rather than|avoid|forbid(?:s|den)?|prohibit(?:s|ed)?|disallow(?:s|ed)?|reject(?:s|ed)?|block(?:s|ed)?|unlike|wrong)\b[^.;:!?]*$/i;
export const DENYING_HEADING = /\b(?:forbidden|non-goals?|not allowed|never|wrong|avoid|anti-patterns?)\b/i;

/** Whether the part of the sentence before an offset denies what follows. */
export function isDenied(text: string, offset: number): boolean {
  return DENYING.test(text.slice(Math.max(0, offset - 300), offset));
}

/** `? No: …`, and not `? No password is asked for.` */
const ANSWERED_NO =
  /^[^.?!]{0,300}\?[\s"'’”)*_]{1,6}(?:no|never)[*_]{0,2}(?:[.,:;!]|\s{1,3}[—–-]\s|\s{0,3}$)/i;

/** Whether what follows an offset asks for it, and answers with a no. */
export function isAnsweredNo(text: string, offset: number): boolean {
  return ANSWERED_NO.test(text.slice(offset, offset + 400));
}

/** `"forbidden_actions": ["…", "` before an offset, on its line. */
const KEY_BEFORE = /["']?([A-Za-z][\w -]{0,60})["']?\s{0,8}:\s{0,8}(?:\[[^\]]{0,1000}|["'])?$/;
/** `forbidden_actions:`, `"forbidden_actions": [`: what stands below, further in, is its value. */
const KEY_ABOVE = /^(\s{0,80})["']?([A-Za-z][\w -]{0,60})["']?\s{0,8}:\s{0,8}(?:\[[^\]]{0,1000}|[|>][-+]?)?$/;
const MOST_LINES = 200;

/** Whether a key of JSON or YAML says that what it holds is not to be done: `forbidden_actions`. */
export function isDenyingKey(key: string): boolean {
  return DENYING_HEADING.test(key.replace(/[_-]/g, ' '));
}

/** Whether in JSON or YAML that nothing parsed the value at an offset is that of such a key, or stands in its list. */
export function isUnderDenyingKey(text: string, offset: number): boolean {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  const own = text.slice(start, offset);
  const key = KEY_BEFORE.exec(own.slice(-1200))?.[1];
  if (key !== undefined) return isDenyingKey(key);
  const [lead = ''] = /^\s*/.exec(own)!;
  // YAML may write the items of a list no further in than its key.
  const isItem = own.startsWith('- ', lead.length);
  for (let line = 0; line < MOST_LINES && start > 0; line++) {
    const end = start - 1;
    start = text.lastIndexOf('\n', end - 1) + 1;
    const [, indent, above] = KEY_ABOVE.exec(text.slice(start, end).replace(/\r$/, '')) ?? [];
    if (indent === undefined || above === undefined) continue;
    if (indent.length < lead.length || (isItem && indent.length === lead.length)) return isDenyingKey(above);
  }
  return false;
}
