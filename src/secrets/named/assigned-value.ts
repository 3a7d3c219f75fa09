import type { Span } from '../../place.ts';
import { isResultOfCall } from './call-result.ts';
import { endOfSubscript, isDefinition, secondOfPair } from './definition.ts';
import { JOINTS, jointsAfter } from './joints.ts';
import { isGiven, nextString } from './listed-value.ts';
import { afterTags, CLOSING_TAG, emphasised } from './marked-up.ts';
import { pairedValue } from './paired-value.ts';
import { valueStartInProse } from './prose.ts';
import { typedIn } from './typed-in.ts';

export interface AssignedValue extends Span {
  readonly text: string;
  readonly quoted: boolean;
  /** How the value was joined with its name. `assignment` is the ordinary one; the others want more of a value. */
  readonly joined: 'assignment' | 'flag' | 'listed' | 'typed' | 'space' | 'prose';
}

/** `"`, `']`, `\"`, `**`, backticks and `</b>` that close a name; C's `[]` and `[64]` behind one. */
const CLOSE = String.raw`(?:\[(?:\d{0,5}|[A-Z][A-Z\d_]{0,40})\])?[\\"'\x60\])*]{0,4}${CLOSING_TAG}(?:[ \t]\d{1,2}(?=[ \t]{0,2}:))?`;
const BLANK = String.raw`[ \t]{0,40}`;

/** `(64)` and `(max)` of a type of SQL. */
const SIZE = String.raw`(?:\((?:\d{1,5}|max|MAX)\))?`;

/** `: string =` of TypeScript and Kotlin, `: constant String :=` of Ada, ` As String =` of Basic, ` string =` of Go, ` CONSTANT VARCHAR2(64) :=` of SQL. */
const TYPE = String.raw`(?:[ \t]{0,4}:[ \t]{0,4}&?(?:'\w{1,10}[ \t])?[A-Za-z_[][\w.<>?|[\] ]{0,30}(?=[ \t]{0,4}:?=)|[ \t]{1,4}(?:[Aa]s|AS)[ \t]{1,4}[A-Za-z]\w{0,20}${SIZE}(?=[ \t]{0,4}=)|[ \t]{1,4}(?:(?:CONSTANT|constant)[ \t]{1,4})?[A-Za-z_][\w.[\]*]{0,20}${SIZE}(?=[ \t]{0,4}:?=))?`;

/** `=`, `:=`, `::=`, `+=`, `?=`, `||=`, `==`, `!=`, `=>`, `->`, `:`, the wide ones of East Asian text, and R's `<-`. */
const OPERATOR = `(?:[:.+?|!=]{0,3}=>?|->|:(?!:[A-Za-z_~$])|[\uff1a\uff1d]|<<?-(?=[ \t]{0,4}["']))`;

/** What turns a literal into a value: `@"…"`, `b'…'`, `new String("…")`, `Field(default="…")`; YAML's `!!str …`, `&anchor …`. */
const LITERAL_PREFIX = String.raw`(?:@|!!str[ \t]{1,4}|&[\w-]{1,40}[ \t]{1,4}(?=[\w"'])|[A-Za-z_][\w.]{0,40}\((?:[^()"'\r\n]{0,60}[ \t])?(?:default|default_value|initial)[ \t]?=[ \t]?(?=["'])|[bBrRuUfL]{1,2}(?=["'])|(?:new[ \t])?[A-Z]\w{0,30}(?:\.\w{1,20})?\((?=["'])|\([A-Za-z]{1,20}\)[ \t]?(?=["']))?`;

/** The value may stand on the next line: YAML's block scalars, XML's elements, long lines of code, and lines that `\` joins. */
const NEXT_LINE = String.raw`(?:[|>][-+]?[ \t]{0,10}\r?\n[ \t]{1,60}|\\?[ \t]{0,10}\r?\n[ \t]{1,60}(?=["'\x60])|\\\r?\n[ \t]{0,60}(?=[^\s\\]))?`;

/** `"name": "API_KEY", "value": "…"`, `<entry key="apiKey" value="…">`, `- name: API_KEY⏎  value: …`, plist's next element. */
const PAIR =
  /["']?[ \t]{0,4}(?:[,;]|<\/(?:key|name|string)>)?\s{0,60}(?:<(?:string|value|val)>\s{0,10}|["']?(?:value|Value|val|default|defaultValue|DefaultValue|string_value|stringValue)["']?[ \t]{0,4}[:=>]{1,2}[ \t]{0,4})/y;

/** `"storageAccountKey": { "value": "…" }`. */
const NESTED = String.raw`["']?[ \t]{0,4}[:=]>?[ \t]{0,4}\{\s{0,80}(?:\/\/[ \t]{0,4})?["']?(?:value|default|type["']?\s{0,4}[:=]\s{0,4}["']?\w{1,20}["']?[,;]?\s{0,40}["']?default)["']?[ \t]{0,4}[:=][ \t]{0,4}`;

/** `withPassword("…")`, `setRequestHeader("x-token", "…")`, C++'s `api_token{"…"}`. */
const CALL =
  /(?:\(|\{(?=[ \t]{0,4}"[^"\r\n]{1,400}"[ \t]{0,4}\}))[ \t]{0,10}(?:["'][\w.-]{1,60}["'],[ \t]{0,4})?@?(?=\\?["'\x60])/y;

/** What is done with a secret rather than said of it: `checkPassword("…")`, `should_pass('…')`. */
const VERB =
  /^(?:get|is|has|should|check|verify|validate|hash|encode|decode|encrypt|decrypt|split|parse|test|assert|expect|compare|match|find|read|load|fetch|ask|prompt|input|require|delete|remove|forget|reset|generate|create|make|build|format|print|log|show|hide|mask|sanitize|escape|quote|unquote|strip|trim|render|pass|by|to|of|on)(?:(?![a-z])|(?=user|passw|pwd|token|secret|key))|pass$/i;

const XML = String.raw`(?:["'][^<>\r\n]{0,60})?>\s{0,60}`;

const ASSIGNMENT = new RegExp(
  `${NESTED}|${CLOSE}${TYPE}${BLANK}${OPERATOR}(?:[*]{1,2}(?!\\S{4,400}\\*))?${BLANK}${NEXT_LINE}${LITERAL_PREFIX}|${XML}`,
  'y',
);
const TABLE = /[\x60*]{0,3}[ \t]{0,20}\|[ \t]{0,20}/y;
const SPACE = /["'\x60*]{0,2}(?:[ \t]{1,20}(?:@(?="))?|[ \t]?-[ \t])/y;
/** What begins with a quote, or with the backslash before one. */
const OPENS = /["'`\\]/;
const QUOTED = /(\\{0,2}(?:"""|'''|``|["'`]))((?:(?!\1)[^\r\n]){1,1000})\1/y;
/** A quote that its line doesn't close: the value was cut, or the quote is part of it. */
const HALF_QUOTED = /["'`]?([^\s"'`,;<>|&\u3001-\u303f\uff01-\uff65]{1,500})/y;

/** Terraform's `variable "db_password" {`, whose value stands in a line of the block. */
const BLOCK_BEFORE = /\b(?:variable|output)[ \t]{1,4}"$/;
const BLOCK =
  /"[ \t]{0,4}\{(?:[^\r\n{}]{0,300}\r?\n){0,12}?[ \t]{0,20}(?:default|value)[ \t]{0,20}=[ \t]{0,4}/y;

/** CloudFormation's `DBPassword:⏎  Type: String⏎  Default: …`, GitLab's `TOKEN:⏎  value: …`, and others' declarations in YAML. */
const DECLARATION =
  /["']?:[ \t]{0,4}\r?\n([ \t]{1,40})(?:["']?[A-Za-z]{1,30}["']?:[^\r\n]{0,300}\r?\n\1){0,8}?(?:[Dd]efault|value):[ \t]{1,4}/y;

export function valueAfterName(text: string, nameStart: number, wordEnd: number): AssignedValue | undefined {
  const nameEnd = endOfSubscript(text, nameStart, wordEnd);
  if (BLOCK_BEFORE.test(text.slice(Math.max(0, nameStart - 16), nameStart))) {
    BLOCK.lastIndex = nameEnd;
    return BLOCK.test(text) ? valueAt(text, BLOCK.lastIndex, 'assignment') : undefined;
  }
  const second = secondOfPair(text, nameStart, nameEnd);
  if (second !== undefined) return valueAt(text, second, 'assignment');
  const paired = pairedValue(text, nameStart, nameEnd);
  if (paired !== undefined) return valueAt(text, paired, 'assignment');
  const joints = jointsAfter(text, nameEnd);
  if ((joints & JOINTS.pair) !== 0) {
    PAIR.lastIndex = nameEnd;
    if (PAIR.test(text)) return valueAt(text, PAIR.lastIndex, 'assignment');
  }
  const next = nextString(text, nameStart, nameEnd);
  if (next !== undefined) return valueAt(text, next, isGiven(text, nameStart) ? 'assignment' : 'listed');
  const typed = typedIn(text, nameStart, nameEnd);
  if (typed !== undefined) return valueAt(text, typed, 'typed');
  if (text[nameEnd] === '(' || text[nameEnd] === '{') {
    CALL.lastIndex = nameEnd;
    if (CALL.test(text)) {
      const isDone = VERB.test(text.slice(nameStart, nameEnd));
      return isDone ? undefined : valueAt(text, CALL.lastIndex, 'assignment');
    }
  }
  if ((joints & JOINTS.assignment) !== 0 && !isResultOfCall(text, nameStart, nameEnd)) {
    ASSIGNMENT.lastIndex = nameEnd;
    if (ASSIGNMENT.test(text))
      return valueAt(text, ASSIGNMENT.lastIndex, 'assignment') ?? declaredDefault(text, nameStart, nameEnd);
  }
  if ((joints & JOINTS.table) !== 0 && isTableRow(text, nameStart)) {
    TABLE.lastIndex = nameEnd;
    if (TABLE.test(text)) return valueAt(text, TABLE.lastIndex, 'assignment');
  }
  if ((joints & JOINTS.prose) !== 0) {
    const start = valueStartInProse(text, nameEnd);
    if (start !== undefined) return valueAt(text, start, 'prose');
  }
  SPACE.lastIndex = nameEnd;
  if (!SPACE.test(text)) return undefined;
  if (text[nameStart] === '-') return valueAt(text, SPACE.lastIndex, 'flag');
  const value = valueAt(text, SPACE.lastIndex, 'space');
  return value && isDefinition(text, nameStart, value, value.quoted)
    ? { ...value, joined: 'assignment' }
    : value;
}

/** A line that stands no further right than the name belongs to something else. */
function declaredDefault(text: string, nameStart: number, nameEnd: number): AssignedValue | undefined {
  DECLARATION.lastIndex = nameEnd;
  const indent = DECLARATION.exec(text)?.[1];
  if (indent === undefined) return undefined;
  const at = DECLARATION.lastIndex;
  const column = nameStart - (text.lastIndexOf('\n', nameStart - 1) + 1);
  return indent.length > column ? valueAt(text, at, 'assignment') : undefined;
}

/** A bar within the 80 characters before the name, on its line. */
function isTableRow(text: string, nameStart: number): boolean {
  return /\|[^|\r\n]{0,60}$/.test(text.slice(Math.max(0, nameStart - 80), nameStart));
}

/** What stands there, up to the closing quote or the next blank. */
export function valueAt(
  text: string,
  from: number,
  joined: AssignedValue['joined'],
): AssignedValue | undefined {
  const at = afterTags(text, from);
  const marked = emphasised(text, at);
  if (marked) return { ...marked, text: text.slice(marked.start, marked.end), quoted: false, joined };
  QUOTED.lastIndex = at;
  const quoted = OPENS.test(text[at] ?? '') ? QUOTED.exec(text) : null;
  if (quoted) {
    const start = at + quoted[1]!.length;
    const value = quoted[2]!.replace(/(?:\\[nrt])+$/, '');
    return { start, end: start + value.length, text: value, quoted: true, joined };
  }
  HALF_QUOTED.lastIndex = at;
  const bare = HALF_QUOTED.exec(text);
  if (!bare) return undefined;
  const value = bare[1]!.replace(/\\[nrt].*$|(?:\*\*|[.,:)\]}\\!?])+$/, '');
  const start = at + bare[0].length - bare[1]!.length;
  return { start, end: start + value.length, text: value, quoted: false, joined };
}
