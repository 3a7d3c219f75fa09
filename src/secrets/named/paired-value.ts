/** `"name": "`, `ParameterKey: `, `<Key>`: the name of a pair is the value of a key itself. */
const KEY_BEFORE = /(?:^|[^\w$.-])(?:parameter_?)?(?:name|key)(?:["']?[ \t]{0,8}[:=][ \t]{0,8}["']?|>)$/i;
const LONGEST_KEY = 40;

/** `"value": "…", ` before it. What a brace or a dash of YAML parts from it is of another pair. */
const VALUE_BEFORE =
  /(?:^|[^\w$.-])["']?(?:parameter_?)?value["']?[ \t]{0,8}[:=][ \t]{0,8}(?:"(?=([^"\r\n]{1,500})")|'(?=([^'\r\n]{1,500})')|(?=([^\s"'{}[\],]{1,500})[\r\n]))[^\r\n{}]{1,501}?["']?[,;]?(?:\s{0,80})["']?(?:parameter_?)?(?:name|key)["']?[ \t]{0,8}[:=][ \t]{0,8}["']?$/i;
const LONGEST_BEFORE = 600;

/** CloudFormation's `ParameterValue`; SSM's `Value` after a type and a description; KeePass's `<Value>`. */
const VALUE_AFTER =
  /["']?(?:,\s{0,60}["'][A-Za-z]{1,30}["'][ \t]{0,4}:[ \t]{0,4}["'][^"'\r\n]{0,200}["']){0,4}(?:,?\s{1,60}|,|<\/key>\s{0,40})(?:<value(?: ProtectInMemory="True")?>|["']?(?:parameter_?)?value["']?[ \t]{0,8}[:=][ \t]{0,8})/iy;

/** `- --token⏎- …`, `"--token",⏎"…"`: an argument an entry. A flag is no value. */
const NEXT_ENTRY = /["']?(?:,[ \t]{0,4}\r?\n[ \t]{0,40}|[ \t]{0,4}\r?\n[ \t]{0,40}-[ \t]{1,4})(?!["']?-)/y;
const ENTRY_BEFORE = /(?:^|[\r\n])[ \t]{0,40}(?:-[ \t]{1,4})?["']?$/;

/** Where the value of a name begins that stands under a key of its own, or in an entry of its own. */
export function pairedValue(text: string, nameStart: number, nameEnd: number): number | undefined {
  const before = text.slice(Math.max(0, nameStart - LONGEST_KEY), nameStart);
  if (text.startsWith('--', nameStart)) {
    NEXT_ENTRY.lastIndex = nameEnd;
    return ENTRY_BEFORE.test(before) && NEXT_ENTRY.test(text) ? NEXT_ENTRY.lastIndex : undefined;
  }
  if (!KEY_BEFORE.test(before)) return undefined;
  VALUE_AFTER.lastIndex = nameEnd;
  if (VALUE_AFTER.test(text)) return VALUE_AFTER.lastIndex;
  const start = Math.max(0, nameStart - LONGEST_BEFORE);
  const lead = text.slice(start, nameStart);
  const sign = lead.toLowerCase().lastIndexOf('value');
  if (sign < 0) return undefined;
  const found = VALUE_BEFORE.exec(lead.slice(Math.max(0, sign - 12)));
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  if (found === null || value === undefined) return undefined;
  const at = found.index + found[0].indexOf(value, found[0].search(/[:=]/));
  const quote = found[3] === undefined ? 1 : 0;
  return start + Math.max(0, sign - 12) + at - quote;
}
