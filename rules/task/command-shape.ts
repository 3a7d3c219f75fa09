import {
  commandSearch,
  commandsOf,
  defineRule,
  isGoverned,
  isShellScript,
  literalPattern,
  type Name,
  nameOf,
  type Place,
  placeOf,
  scriptCommands,
  toName,
} from '../../src/rule.ts';

const FILE = '<file>';

/** The variable that names the binary to a harness: `$CTO_HARNESS_CASE_BIN`, `${CTO_HARNESS_CASE_BIN:-ca}`. */
const BINARY = /^\$(?:CTO_HARNESS_CASE_BIN|\{CTO_HARNESS_CASE_BIN(?::?[-=?+][^{}]{0,200})?\})$/;

/** `ca`, `./dist/ca`, `ca.exe`: the program, however it is reached. */
function isProgram(word: string, program: Name): boolean {
  if (BINARY.test(word)) return true;
  const base = word.split(/[/\\]/).at(-1);
  return base === program || base === `${program}.exe`;
}

/** One path, or a placeholder in angle brackets. A blank stands in a word only where it was quoted. */
function isFile(word: string): boolean {
  return /^<[^<>]{1,200}>$/.test(word) || /^(?![\s-])[^\t\r\n<>*?|&;$`"']{1,1000}$/.test(word);
}

/** `$TASK`, `${TASK_FILE}`, `$1`, `$argv[1]`, `$DIR/a.md`: what a script is given, as nobody writes a script for one file. */
const GIVEN =
  /^\$(?:(?:env:)?\w{1,100}(?:\[\d{1,3}\]|(?:\.\w{1,60}){1,3})?|\{\w{1,100}\})(?:\/[\w./-]{1,200})?$/;

function isFileOrGiven(word: string): boolean {
  return GIVEN.test(word) || isFile(word);
}

function isOfShape(words: readonly string[], shape: readonly string[], isOne = isFile): boolean {
  return (
    words.length === shape.length &&
    shape.every((part, at) => (part === FILE ? isOne(words[at]!) : part === words[at]))
  );
}

/** What tells that a text may hold a command of the program. */
interface Signs {
  /** Whether it may hold one that starts a run: nothing else is looked at in a file of no kind. */
  readonly mayStart: (text: string) => boolean;
  /** What a command begins with, and with one of which it begins, so that most pages are told apart at once. */
  readonly word: string;
  readonly beginnings: readonly string[];
  /** A command of any other kind, and that the name is a function's or an alias's. */
  readonly call: RegExp;
  readonly ownName: RegExp;
}

function signsOf(program: Name, first: string): Signs {
  const name = literalPattern(program);
  return {
    mayStart: commandSearch(program, first),
    word: `${program} `,
    beginnings: ['\n', ' ', '/', '"'].map((before) => `${before}${program} `),
    call: new RegExp(`\\b${name}(?:\\.exe)?["']?[ \\t]{1,8}-{0,2}[a-z]`, 'i'),
    ownName: new RegExp(`(?:^|[\\s;])(?:${name}[ \\t]{0,8}\\(\\)|(?:function|alias)[ \\t]{1,8}${name}\\b)`),
  };
}

const SHOWS = /(?:\.(?:md|markdown|mdx)|(?:^|\/)package\.json)$/i;

/** Made once for a program of the policy, and asked of every file. */
let made: { readonly program: Name; readonly first: string; readonly signs: Signs } | undefined;

function signsFor(program: Name, first: string): Signs {
  if (made?.program !== program || made.first !== first)
    made = { program, first, signs: signsOf(program, first) };
  return made.signs;
}

/**
 * What a shell script, or a page or a manifest that shows one, may call besides: the program with any other command or
 * flag, unless it is a function of its own.
 */
function mayCall(path: string, text: string, { word, beginnings, call, ownName }: Signs): boolean {
  const isScript =
    isShellScript(path, text) ||
    (SHOWS.test(path) && text.includes(word) && beginnings.some((begins) => text.includes(begins)));
  return isScript && call.test(text) && !ownName.test(text);
}

/** A command or a flag, which do something, and not the question of which version this is. */
function isOtherCall([first, ...rest]: readonly string[]): boolean {
  if (first === undefined || !/^(?:-{1,2}[A-Za-z]|[a-z])[\w-]{0,60}(?:=|$)/.test(first)) return false;
  return rest.length > 0 || !/^-{0,2}(?:version|help|[vh])$/i.test(first);
}

/** Nothing, a flag, a variable, a number or a path, and not the next word of a sentence. */
function isArgument(word = '-'): boolean {
  return /^[-$<%\d]|[./\\]\S/.test(word);
}

function shownShape({ shape }: { readonly shape: readonly string[] }): Name {
  return toName(shape.join(' ').replace(/[<>]/g, '')) ?? nameOf('of the policy');
}

/** The backend is started in one way only. */
export const commandShape = defineRule({
  id: 'task/command-shape',
  severity: 'error',
  summary: 'Every command whose program is the backend has the one shape that the policy allows.',
  why: 'Another mode, a flag more or a task left out is another program: one that asks nobody, or writes where it likes. What stands in a document gets run.',
  help: 'Write the command exactly as the policy has it, with one task file.',
  requirements: ['TSK-2'],
  messages: { shape: 'A command of `{program}` has one shape only: `{program} {shape}`.' },
  examples: {
    good: {
      path: 'route/tasks/slugify.md',
      text: '# Slugify\n\nRun `ca run --task tasks/slugify.md --mode unattended`.\n',
    },
    bad: {
      path: 'route/tasks/slugify.md',
      text: '# Slugify\n\nRun `ca run --task tasks/slugify.md --mode attended`.\n',
    },
  },
  each: ['document', 'file'],
  *check(subject, policy) {
    const { task } = policy;
    if (task === undefined) return;
    const { program } = task;
    const problem = (at: Place) =>
      ({ at, message: 'shape', data: { program, shape: shownShape(task) } }) as const;
    if ('kinds' in subject) {
      if (subject.kinds.length === 0) return;
      for (const { words, place, in: where, denied } of commandsOf(subject, program, task.shape[0]!)) {
        const [first, ...rest] = words;
        if (denied || first === undefined || !isProgram(first, program)) continue;
        // The name alone, or a path of the binary, is no command where it stands in a sentence or as a value.
        if (rest.length === 0 && where !== 'code') continue;
        if (!isOfShape(rest, task.shape)) yield problem(place);
      }
      return;
    }
    const { path, text, origin } = subject;
    if (origin !== 'tree') return;
    const signs = signsFor(program, task.shape[0]!);
    const calls = mayCall(path, text, signs);
    if ((!calls && !signs.mayStart(text)) || isGoverned(path, text, policy)) return;
    for (const { words, start, end, in: where } of scriptCommands(path, text)) {
      const [first, ...rest] = words;
      if (first === undefined || !isProgram(first, program)) continue;
      // A sentence may name other commands; in backticks `ca run` alone names what it is about.
      if (
        rest[0] === task.shape[0]
          ? where === 'span' && rest.length === 1
          : !calls || where !== 'script' || !isOtherCall(rest)
      )
        continue;
      if (where === 'value' && !isArgument(rest[1])) continue;
      if (!isOfShape(rest, task.shape, isFileOrGiven)) yield problem(placeOf(subject, { start, end }));
    }
  },
});
