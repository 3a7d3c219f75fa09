/**
 * Lines that start programs, in files that no shell runs as a whole. Each is changed into what a shell would read, and
 * exactly as long as it is, so that places stay.
 */

/** As long as the text, with its lines. */
export const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** `${{ inputs.task }}`, `{{ .TASK }}`: one word that is put in, whatever stands between. */
export function templateValues(text: string): string {
  return text.replace(/\$?\{\{[^{}\n]{0,200}\}\}/g, (value) => `$${'x'.repeat(value.length - 1)}`);
}

/** Lines of a recipe without the sign that keeps them from being printed; variables as a shell writes them. */
export function recipeLines(text: string): string {
  return templateValues(text)
    .replace(/^(\t *)[@-]/gm, '$1 ')
    .replace(/\$\((\w{1,100})\)/g, '$$_$1_')
    .replace(/\$[<^*@](?!\w)/g, '$$_')
    .replace(/\$\$(?=\w)/g, '$$x');
}

/** `worker: make`: a process of a Procfile and its name. */
export function procfileLines(text: string): string {
  return text.replace(/^[\w-]{1,100}:/gm, blank);
}

// `*/5 * * * *`, `@daily`, `0 3 * * mon-fri`; a user stands behind it in the system's own tables
const TIMES = /^[ \t]*(?:@[a-z]{4,10}|(?:[\d*][\w*,/-]{0,40}[ \t]{1,20}){4}[\w*][\w*,/-]{0,40})[ \t]/gm;
const USER =
  /^([ \t]*(?:@[a-z]{4,10}|(?:[\d*][\w*,/-]{0,40}[ \t]{1,20}){4}[\w*][\w*,/-]{0,40})[ \t]{1,20})(?!echo\b|printf\b)[a-z_][\w-]{0,31}[ \t]{1,20}(?=\S)/gm;

/** `0 3 * * * make`: what cron starts, also behind the name of a user. */
export function cronLines(text: string): readonly string[] {
  return [text.replace(TIMES, blank), text.replace(USER, blank)];
}

/** A backtick or a caret joins lines, a backslash is part of a path, `$x = make` keeps what a command prints. */
export function windowsLines(text: string): string {
  return text
    .replace(/[`^]\r?\n/g, (joined) => ' '.repeat(joined.length))
    .replaceAll('\\', '/')
    .replace(
      /^([ \t]*)(@?(?:call|start)?(?=[ \t])|@|\$[\w:]{1,60}[ \t]{0,8}=)/gim,
      (_, lead: string, sign: string) => lead + blank(sign),
    );
}

// `ExecStart=-/usr/bin/make`, `command = "make"`, `alias.go = !make`
const KEY = /^([ \t]*"?([\w.-]{1,100})"?[ \t]{0,20}[=:][ \t]{0,20}[-@:+!|]{0,3})(.*)$/;
/** What such a key gives is read by people. */
const SAID =
  /(?:desc(?:ription)?|help|summary|title|name|about|doc(?:s|umentation)?|comment|message|usage|label|text|example|note)s?$/i;

const STRING = /"((?:[^"\\]|\\.){1,2000})"|'([^']{1,2000})'/g;

export interface LaunchValue {
  readonly text: string;
  readonly start: number;
}

/** What a line of a file of settings gives as its value: in quotes, in a list, or as it is. Joined lines count as one. */
export function* settingValues(text: string): Iterable<LaunchValue> {
  const joined = text.replace(/\\\r?\n/g, (end) => ' '.repeat(end.length));
  for (const { index, 0: line } of joined.matchAll(/[^\r\n]+/g)) {
    if (/^[ \t]*(?:[#;]|\/\/)/.test(line)) continue;
    const [, lead = '', key = '', value = line] = KEY.exec(line) ?? [];
    if (SAID.test(key)) continue;
    const start = index + lead.length;
    if (!/^\s*["'[{]/.test(value)) yield { text: value, start };
    else
      for (const match of value.matchAll(STRING))
        yield { text: withoutBackslashes(match[1] ?? match[2]!), start: start + match.index + 1 };
  }
}

/** `\"` is one character of the command. */
export function withoutBackslashes(text: string): string {
  return text.replace(/\\(["\\/])/g, ' $1').replace(/\\[bfnrt]/g, ' ;');
}
