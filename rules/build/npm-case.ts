import {
  codeLines,
  defineRule,
  isDenied,
  isUnderDenyingKey,
  linesWith,
  packageCommands,
  packageEntries,
  placeOf,
} from '../../src/rule.ts';

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const DATA = /\.(?:json|ya?ml)$/i;
const MANAGER = /\b(?:npm|npx|pnpm|pnpx|yarn|bun|bunx|deno|volta)\b/;
/** One is enough to fail; more than this many in a file tell nobody more. */
const MAX_FINDINGS = 100;

/** A package that only shares its name with the provider is neither installed nor started. */
export const npmCase = defineRule({
  id: 'build/npm-case',
  severity: 'error',
  summary: 'No manifest, lock file or command installs or starts a package of the policy’s list.',
  why: 'The provider is built from its source. A package of the same name in the public registry is somebody else’s program, and one careless command runs it.',
  help: 'Remove the dependency or the command, and build the provider from the source that the policy names.',
  requirements: ['BLD-6', 'BLD-2'],
  messages: {
    dependency: 'This manifest asks for the package {name}.',
    lock: 'This lock file holds the package {name}.',
    command: 'This command installs or starts the package {name}.',
  },
  examples: {
    good: { path: 'package.json', text: '{ "dependencies": { "change-case": "5.4.4" } }\n' },
    bad: { path: 'package.json', text: '{ "dependencies": { "case": "1.6.3" } }\n' },
  },
  each: 'file',
  *check(file, { build }) {
    const { path, text } = file;
    for (const name of build?.packages ?? []) {
      for (const { use, ...span } of packageEntries(path, text, name))
        yield { at: placeOf(file, span), message: use, data: { name } };
      const lines = text.includes(name) ? [...linesWith(text, name, MANAGER)] : [];
      if (lines.length === 0) continue;
      let [found, passed] = [0, 0];
      for (const piece of MARKDOWN.test(path) ? codeLines(text) : lines) {
        // In JSON and YAML a command stands in quotes, which would hold its words together.
        const plain = piece.text.replace(/["']/g, ' ');
        if (!MANAGER.test(plain)) continue;
        for (const { start, end } of packageCommands(plain, name)) {
          const span = { start: piece.start + start, end: piece.start + end };
          if (found + passed >= MAX_FINDINGS || isDenied(plain, start)) continue;
          if (DATA.test(path) && isUnderDenyingKey(text, span.start)) {
            passed++;
            continue;
          }
          found++;
          yield { at: placeOf(file, span), message: 'command', data: { name } };
        }
      }
    }
  },
});
