import { expect, it } from 'vitest';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { fileOf } from './source-file.ts';

/** More than a call may have arguments: V8 ends at some 125,000. */
const COUNT = 130_000;
const DECIDED = '"decision_status": "approved"';

it.each([
  ['a.json', `{${DECIDED},"a":[${Array(COUNT).fill(0).join()}]}`],
  ['a.json', `{${DECIDED}${Array.from({ length: COUNT }, (_, at) => `,"a${at}":0`).join('')}}`],
  ['a.jsonl', `{${DECIDED}}\n${'{"a":0}\n'.repeat(COUNT)}`],
  ['a.md', `- \`decision_status\`: \`approved\`\n${'- `a`: b\n'.repeat(20_000)}`],
])('reads a field beside a great many: %s', async (path, text) => {
  const document = await parseDocument(fileOf(path, text), []);
  expect(document!.fields.find(({ key }) => key === 'decision_status')?.value).toBe('approved');
});
