const LEVEL = '(?:trace|debug|info|notice|warn(?:ing)?|error|err|fatal|critical|severe|panic)';

/** What a program does while it runs; `session_id` is a column of any table. */
const ACT =
  '(?:tool|turn|session|agent|backend|exec|call|run|harness|step|request|message)[_.[:-](?!_?(?:id|ids|at|by|key|name|names|type|count|token)(?![a-z]))';

/** Where a value begins: in its cell, its quotes, its element. */
const BEGIN = String.raw`(?:[,;\t]["']?|["'\x60]|[|>] {0,9}["'\x60]?)\[?`;

/** A value of a program's log: its level, the name of a run, `tool_call`. */
const LOGGED = new RegExp(
  `${BEGIN}(?:${LEVEL}(?![\\w-])|${ACT})|^${ACT}[\\w.-]{0,40}["'\\x60]? {0,9}[|,;\\t)]|\\d{6}Z-`,
  'i',
);

/** Whether a row is one of a program's log, that somebody put into cells or into code. */
export function isLogged(line: string): boolean {
  return LOGGED.test(line);
}
