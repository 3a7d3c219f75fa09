import { argumentValues, optionValues, SHELLS } from './completion-values.ts';
import { UsageError } from './failure.ts';
import { type ExitCode, type Io, print } from './printing/output.ts';

/** A command by the words that lead to it, with what may follow. */
export interface Completable {
  /** `[]` for the program itself, `['evidence', 'verify']` for a command of a command. */
  readonly words: readonly string[];
  readonly commands: readonly { readonly name: string; readonly says: string }[];
  readonly options: readonly { readonly name: string; readonly says: string }[];
}

/** Within single quotes of a shell; fish reads a backslash there as well. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", '’')}'`;
}

function wordsOf({ words, commands, options }: Completable): string {
  const names = [...commands, ...options].map(({ name }) => name);
  return [...names, ...argumentValues(words)].join(' ');
}

/** What may follow, by the command that the words so far lead to. `words` is what zsh calls the line itself. */
function cases(all: readonly Completable[], variable: 'words' | 'candidates'): string {
  return all
    .map((one) => `    ${quoted(one.words.join(' '))}) ${variable}=${quoted(wordsOf(one))} ;;`)
    .join('\n');
}

/** What an option may be given, by the command and the option before: those of the same values in one line. */
function valueCases(all: readonly Completable[], then: (values: string) => string): string {
  const sharing = new Map<string, string[]>();
  for (const { words, options } of all) {
    for (const { name } of options) {
      const values = optionValues(words, name).join(' ');
      if (values === '') continue;
      sharing.set(values, [...(sharing.get(values) ?? []), quoted(`${words.join(' ')} ${name}`)]);
    }
  }
  return [...sharing]
    .map(([values, asked]) => `    ${asked.join('|')}) ${then(quoted(values))} ;;`)
    .join('\n');
}

function known(all: readonly Completable[]): string {
  return all.map(({ words }) => quoted(words.join(' '))).join('|');
}

function bash(all: readonly Completable[]): string {
  return `# source <(cto-lint completions bash)
_cto_lint() {
  local word path='' next words='' current="\${COMP_WORDS[COMP_CWORD]}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    next="\${path:+$path }$word"
    case "$next" in ${known(all)}) path="$next" ;; esac
  done
  case "$path" in
${cases(all, 'words')}
  esac
  case "$path \${COMP_WORDS[COMP_CWORD-1]}" in
${valueCases(all, (values) => `words=${values}`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _cto_lint cto-lint
`;
}

function zsh(all: readonly Completable[]): string {
  return `#compdef cto-lint
# cto-lint completions zsh > "\${fpath[1]}/_cto-lint"
_cto_lint() {
  local word found='' next candidates=''
  for word in "\${(@)words[2,CURRENT-1]}"; do
    next="\${found:+$found }$word"
    case "$next" in ${known(all)}) found="$next" ;; esac
  done
  case "$found" in
${cases(all, 'candidates')}
  esac
  case "$found $words[CURRENT-1]" in
${valueCases(all, (values) => `candidates=${values}; compadd -- \${=candidates}; return`)}
  esac
  compadd -- \${=candidates}
  _files
}
if [ "$funcstack[1]" = "_cto-lint" ]; then _cto_lint "$@"; else compdef _cto_lint cto-lint; fi
`;
}

/** fish asks whether each word was seen before: a command of a command needs both. */
function condition(words: readonly string[]): string {
  if (words.length === 0) return '__fish_use_subcommand';
  return words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
}

function fish(all: readonly Completable[]): string {
  const lines = all.flatMap(({ words, commands, options }) => [
    ...commands.map(({ name, says }) => `-n ${quoted(condition(words))} -a ${name} -d ${quoted(says)}`),
    ...options
      .filter(({ name }) => name.startsWith('--'))
      .map(({ name, says }) => {
        const values = optionValues(words, name).join(' ');
        const given = values === '' ? '' : ` -x -a ${quoted(values)}`;
        return `-n ${quoted(condition(words))} -l ${name.slice(2)}${given} -d ${quoted(says)}`;
      }),
    ...[argumentValues(words).join(' ')]
      .filter((values) => values !== '')
      .map((values) => `-n ${quoted(condition(words))} -a ${quoted(values)}`),
  ]);
  return `# cto-lint completions fish > ~/.config/fish/completions/cto-lint.fish\n${lines.map((line) => `complete -c cto-lint ${line}\n`).join('')}`;
}

/** Prints a script with which a shell completes commands and options. */
export async function completions(shell: string, all: readonly Completable[], io: Io): Promise<ExitCode> {
  const written = { bash, zsh, fish };
  const name = SHELLS.find((one) => one === shell);
  if (name === undefined)
    throw new UsageError('There are no completions for that shell.', `Shells are ${SHELLS.join(', ')}.`);
  await print(io.stdout, written[name](all));
  return 0;
}
