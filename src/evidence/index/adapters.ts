/**
 * What a run's files quote is not evidence of the run: the task's prompt, bodies of files that an agent read or wrote,
 * inputs of patches. A document may hold these in its own right, so they are cut before indexing. Line numbers stay.
 */

/** Keys of JSON records whose long strings are quotations. */
const QUOTING =
  'prompt|system|system_prompt|instructions|task|task_text|user_message|content|contents|file_text|file_content|old_string|new_string|old_str|new_str|insert_text|replacement|patch|diff|source_code|body';

/** The same, in the record of a tool that reads or writes files: what it gave back. */
const RESULTS = 'output|result|stdout|text|data|value|input|arguments';

const QUOTING_KEY = new RegExp(`"(?:${QUOTING})" {0,4}: {0,4}(?=["[])`, 'g');
const RESULT_KEY = new RegExp(`"(?:${QUOTING}|${RESULTS})" {0,4}: {0,4}(?=["[])`, 'g');

const FILE_TOOL =
  /"(?:tool|tool_name|name|function|command|action)" {0,4}: {0,4}"(?:(?:fs[._])?(?:read|write|edit|view|open|create)(?:[._]?(?:file|many_files|text_file))?|multi_?edit|cat|apply_patch|str_replace(?:_based_edit_tool|_editor)?|notebook_?edit|git (?:show|diff))["( ]/i;

/** Below this a value is a name or a status, not a quotation. */
const LONG = 48;

/** Sections of a report in markdown that repeat the task. */
const TASK_HEADING = /^#{1,6} {1,4}(?:task|prompt|instructions|task prompt|patch|diff)\s{0,4}$/i;

/** What installers and runners say to everybody. */
const BOILERPLATE =
  /^(?:npm (?:warn|WARN) deprecated|npm notice|\d{1,5} packages? (?:are|is) looking for funding|found 0 vulnerabilities|\s{1,4}run `npm (?:fund|audit)|To address .{0,40} run:|Run `npm audit`|Already up to date|Done in )/;

/** `write(1, "…"..., 512)` of strace: what a program read and wrote. */
const TRACED_STRING = /"(?:[^"\\\n]|\\.){32,4096}"(?:\.{3})?/g;

export function withoutQuotations(file: string, text: string): string {
  if (/\.jsonl?$/i.test(file)) return withoutQuotedValues(text);
  if (/\.md$/i.test(file)) return withoutSections(text);
  if (/\.(?:log|txt)$/i.test(file)) return withoutBoilerplate(text);
  return text;
}

function withoutQuotedValues(text: string): string {
  return mapLines(text, (line) => {
    const key = FILE_TOOL.test(line) ? RESULT_KEY : QUOTING_KEY;
    key.lastIndex = 0;
    return cutValues(line, key);
  });
}

/** Cuts the long strings, also of a list of strings, that follow `key`. */
function cutValues(line: string, key: RegExp): string {
  let kept = '';
  let from = 0;
  for (let found = key.exec(line); found; found = key.exec(line)) {
    let at = key.lastIndex;
    const isList = line.charAt(at) === '[';
    if (isList) at++;
    while (line.charAt(at) === '"') {
      const end = endOfString(line, at);
      if (end - at > LONG) {
        kept += `${line.slice(from, at)}""`;
        from = end;
      }
      at = end;
      if (!isList) break;
      while (/[, ]/.test(line.charAt(at))) at++;
    }
    key.lastIndex = Math.max(at, key.lastIndex);
  }
  return kept + line.slice(from);
}

/** Offset after the closing quote, or the end of the line. */
function endOfString(line: string, start: number): number {
  for (let at = start + 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at + 1;
  }
  return line.length;
}

function withoutSections(text: string): string {
  let inTask = false;
  return mapLines(text, (line) => {
    if (/^#{1,6} /.test(line)) inTask = TASK_HEADING.test(line);
    return inTask ? '' : line;
  });
}

function withoutBoilerplate(text: string): string {
  return mapLines(text, (line) => {
    if (BOILERPLATE.test(line)) return '';
    return /^[\d[\] :.]{0,32}[a-z_0-9]{2,20}\(.*"/.test(line.slice(0, 400))
      ? line.replace(TRACED_STRING, '""')
      : line;
  });
}

function mapLines(text: string, map: (line: string) => string): string {
  return text.split('\n').map(map).join('\n');
}
