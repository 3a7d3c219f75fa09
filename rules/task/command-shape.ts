import { commandsOf, defineRule, type Name, nameOf, toName } from '../../src/rule.ts';

const FILE = '<file>';

/** `ca`, `./dist/ca`, `ca.exe`: the program, however it is reached. */
function isProgram(word: string, program: Name): boolean {
  const base = word.split(/[/\\]/).at(-1);
  return base === program || base === `${program}.exe`;
}

/** One path without spaces, or a placeholder in angle brackets. */
function isFile(word: string): boolean {
  return /^<[^<>]{1,200}>$/.test(word) || /^(?!-)[^\s<>*?|&;$`"']{1,1000}$/.test(word);
}

function isOfShape(words: readonly string[], shape: readonly string[]): boolean {
  return (
    words.length === shape.length &&
    shape.every((part, at) => (part === FILE ? isFile(words[at]!) : part === words[at]))
  );
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
  each: 'document',
  *check(document, { task }) {
    if (task === undefined || document.kinds.length === 0) return;
    const { program } = task;
    const shape = toName(task.shape.join(' ').replace(/[<>]/g, '')) ?? nameOf('of the policy');
    for (const { words, place, in: where, denied } of commandsOf(document, program, task.shape[0]!)) {
      const [first, ...rest] = words;
      if (denied || first === undefined || !isProgram(first, program)) continue;
      // The name alone, or a path of the binary, is no command where it stands in a sentence or as a value.
      if (rest.length === 0 && where !== 'code') continue;
      if (!isOfShape(rest, task.shape)) yield { at: place, message: 'shape', data: { program, shape } };
    }
  },
});
