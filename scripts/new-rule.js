// Writes a rule that works, and its test, for you to change: `npm run new-rule family/name`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [, , id = ''] = process.argv;
if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) {
  console.error('Give the rule a family and a name: npm run new-rule work/owner');
  process.exit(2);
}

const name = id.split('/')[1].replace(/-./g, ([, letter]) => letter.toUpperCase());

const rule = `import { defineRule } from '../../src/rule.ts';

/** What the rule keeps true, and where that comes from. */
export const ${name} = defineRule({
  id: '${id}',
  severity: 'error',
  summary: 'One sentence: what is true where the rule holds.',
  why: 'What goes wrong without it.',
  help: 'The way out, in one or two sentences.',
  requirements: [],
  messages: { found: 'What is wrong here.' },
  examples: {
    good: { path: 'docs/a.md', text: '# A\\n' },
    bad: { path: 'docs/a.md', text: '# A\\n\\nTO BE WRITTEN\\n' },
  },
  each: 'file',
  *check(file) {
    const start = file.text.indexOf('TO BE WRITTEN');
    if (start >= 0) yield { at: { file, start, end: start + 'TO BE WRITTEN'.length }, message: 'found' };
  },
});
`;

const test = `import { describe, expect, it } from 'vitest';
import { ${name} } from '../../../rules/${id}.ts';
import { judge } from '../judge.ts';

describe('${id}', () => {
  it.each([
    ['# A\\n\\nTO BE WRITTEN\\n', ['docs/a.md:3:1 What is wrong here.']],
    ['# A\\n\\nWritten.\\n', []],
  ])('%j', async (text, expected) => {
    expect(await judge(${name}, { 'docs/a.md': text })).toEqual(expected);
  });
});
`;

const files = { [`rules/${id}.ts`]: rule, [`test/rules/${id}.test.ts`]: test };
const there = Object.keys(files).find((path) => existsSync(path));
if (there !== undefined) {
  console.error(`${there} is there already.`);
  process.exit(2);
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
console.log('Next: npm run generate (registry, page), npx vitest run test/rules');
