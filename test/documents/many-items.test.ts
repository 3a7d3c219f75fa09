import { expect, it } from 'vitest';
import { parseDocument } from '../../src/documents/parse-document.ts';
import type { SourceFile } from '../../src/file.ts';

const COUNT = 300_000;
const DECIDED = '"decision_status": "approved"';

const file = (path: string, text: string): SourceFile => ({
  path,
  mode: '100644',
  blob: '',
  size: text.length,
  text,
  encoding: 'utf-8',
  unreadable: undefined,
  commit: undefined,
  origin: 'tree',
  secrets: [],
  moreSecrets: 0,
  evidence: [],
  evidenceFile: undefined,
  targets: [],
  unlistedPaths: [],
});

it.each([
  ['a.json', `{${DECIDED},"a":[${Array(COUNT).fill(0).join()}]}`],
  ['a.json', `{${DECIDED}${Array.from({ length: COUNT }, (_, at) => `,"a${at}":0`).join('')}}`],
  ['a.jsonl', `{${DECIDED}}\n${'{"a":0}\n'.repeat(COUNT)}`],
  ['a.md', `- \`decision_status\`: \`approved\`\n${'- `a`: b\n'.repeat(50_000)}`],
])('reads a field beside a great many: %s', async (path, text) => {
  const document = await parseDocument(file(path, text), []);
  expect(document!.fields.find(({ key }) => key === 'decision_status')?.value).toBe('approved');
});
