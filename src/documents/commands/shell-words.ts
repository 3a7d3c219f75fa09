/** One simple command of a line: its words without quotes, and where it stands in the text. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

// `<task-file>` is a placeholder and one word; a separator ends a command; quotes hold a word together. Nothing follows
// the repeated group of a word that could fail, so that it is tried in one way only.
const TOKEN =
  /(?<placeholder><[^<>\n]{1,200}>)|(?<separator>&&|\|\||[;|&\n]|\$\(|[()`])|(?<redirection>\d?>>?(?:&\d)?|<)|(?<word>(?:[^\s"'`;|&()<>\\]+|\\[\s\S]|"[^"\n]{0,2000}"|'[^'\n]{0,2000}'|<[^<>\n]{1,200}>)+)|(?<space>[^\S\n]+)|(?<other>[\s\S])/gu;

function unquoted(word: string): string {
  return word.replace(/\\(.)|["']/gs, (_, escaped: string | undefined) => escaped ?? '');
}

/** Splits a text into simple commands. No more of a shell's grammar than telling where one command ends needs. */
export function shellCommands(text: string): readonly ShellCommand[] {
  const commands: { words: string[]; start: number; end: number }[] = [];
  let current: { words: string[]; start: number; end: number } | undefined;
  let isTarget = false;
  let isComment = false;
  // A backslash at the end of a line joins it with the next; the length stays, so that places do.
  for (const match of text.replace(/\\\r?\n/g, (joined) => ' '.repeat(joined.length)).matchAll(TOKEN)) {
    const { placeholder, separator, redirection, word } = match.groups as Record<string, string | undefined>;
    const end = match.index + match[0].length;
    if (match[0] === '\n') isComment = false;
    // `ca --version # says which`: at the start of a line `#` may be the prompt of root.
    else if (current !== undefined && word?.startsWith('#')) isComment = true;
    if (isComment) continue;
    if (separator !== undefined) current = undefined;
    else if (redirection !== undefined) isTarget = true;
    else if (word !== undefined || placeholder !== undefined) {
      if (isTarget) isTarget = false;
      else if (current === undefined) {
        current = { words: [unquoted(match[0])], start: match.index, end };
        commands.push(current);
      } else {
        current.words.push(unquoted(match[0]));
        current.end = end;
      }
    }
  }
  return commands;
}

const WRAPPERS = new Set(
  '$ > % sudo doas env exec time nohup nice setsid stdbuf command timeout npx bunx xargs { run: RUN CMD ENTRYPOINT then do else if while until !'.split(
    ' ',
  ),
);

/** Options of these that take the word behind them: `sudo -u ci`, `timeout -s KILL`. A number is passed over anyway. */
const TAKES_WORD = /^-[ugsI]$/;
const DURATION = /^\d+(?:\.\d+)?[smhd]?$/;

const SHELL = /(?:^|\/)(?:ba|da|z|k)?sh$/;
const SCRIPT_FOLLOWS = /^-[a-z]{0,3}c$/;

/** `bash -c "…"`: the commands that a shell is given to run as one word; none for any other program. */
export function scriptOf(words: readonly string[]): string | undefined {
  if (!SHELL.test(words[0] ?? '')) return undefined;
  const at = words.findIndex((word) => SCRIPT_FOLLOWS.test(word));
  return at < 0 ? undefined : words[at + 1];
}

/** The words from the program on: without assignments, a prompt, and programs that only start another. */
export function programWords(words: readonly string[]): readonly string[] {
  // `function go { make; }`
  let at = words[0] === 'function' && words[2] === '{' ? 2 : 0;
  let isWrapped = false;
  while (at < words.length) {
    const word = words[at]!;
    if (/^[A-Za-z_]\w*=/.test(word)) at++;
    else if (WRAPPERS.has(word)) {
      isWrapped = true;
      at++;
    } else if (isWrapped && TAKES_WORD.test(word)) at += 2;
    else if (isWrapped && (word.startsWith('-') || DURATION.test(word))) at++;
    else break;
  }
  return words.slice(at);
}
