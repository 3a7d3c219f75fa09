import {
  commandsOf,
  defineRule,
  isGoverned,
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

function isOfShape(words: readonly string[], shape: readonly string[]): boolean {
  return (
    words.length === shape.length &&
    shape.every((part, at) => (part === FILE ? isFile(words[at]!) : part === words[at]))
  );
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Made once for a program and a word of the policy, and asked of every file. */
const starts = new Map<string, readonly RegExp[]>();

/** What a command begins with that starts a run: two patterns, as one for both would begin with nothing that is quickly found. */
function startsOf(program: Name, first: string): readonly RegExp[] {
  const key = `${program} ${first}`;
  const known = starts.get(key);
  if (known) return known;
  const made = [`\\b${literal(program)}(?:\\.exe)?`, '\\$\\{?CTO_HARNESS_CASE_BIN\\b[^\\s]{0,200}'].map(
    (binary) => new RegExp(`${binary}["'\\\\]{0,2}\\s{1,8}${literal(first)}\\b`),
  );
  starts.set(key, made);
  return made;
}

/** Whether a text may hold a command that starts a run: nothing else is looked at in a file of no kind. */
function mayStart(text: string, program: Name, first: string): boolean {
  return text.includes(first) && startsOf(program, first).some((pattern) => pattern.test(text));
}

/** What a program's own pages show may be any of its commands; one with all flags of the shape means to be it. */
function meansShape(words: readonly string[], shape: readonly string[]): boolean {
  return shape
    .filter((part) => part.startsWith('--'))
    .every((flag) => words.some((word) => word === flag || word.startsWith(`${flag}=`)));
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
  *check(subject, { task, kinds }) {
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
    if (origin !== 'tree' || !mayStart(text, program, task.shape[0]!) || isGoverned(path, text, kinds))
      return;
    for (const { words, start, end } of scriptCommands(path, text)) {
      const [first, ...rest] = words;
      if (first === undefined || !isProgram(first, program) || rest[0] !== task.shape[0]) continue;
      if (MARKDOWN.test(path) && !BINARY.test(first) && !meansShape(rest, task.shape)) continue;
      if (!isOfShape(rest, task.shape)) yield problem(placeOf(subject, { start, end }));
    }
  },
});
