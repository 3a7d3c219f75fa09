import { describe, expect, it } from 'vitest';
import { references } from '../../../rules/evidence/references.ts';
import { judge } from '../judge.ts';
import { COMMITS, EXTERNAL, type Form, RECORD, recordText } from '../record.ts';

const FILES = { 'docs/NOTES.md': '# Notes\n', 'route/near.md': '# Near\n', 'README.md': '# Here\n' };
const RUN = '20260602T101500Z-r1-slugify-4711';

async function told(sources: string, form?: Form): Promise<readonly string[]> {
  const files = { ...FILES, [RECORD]: recordText({ ...EXTERNAL, evidence_sources: sources }, [], form) };
  return await judge(references, files, { commits: COMMITS });
}

describe('a source that resolves', () => {
  it.each([
    ['a bare name, anywhere in the tree', 'NOTES.md'],
    ['a path from the root', 'docs/NOTES.md'],
    ['with ./ before it', './docs/NOTES.md'],
    ['a path beside the record', 'near.md'],
    ['with an anchor', 'docs/NOTES.md#tables'],
    ['a commit', 'd23c492'],
    ['a commit with its subject', 'commit d23c492 Fail closed'],
    ['a whole commit id', COMMITS[0]!],
    ['under an evidence root', '~/.hermes/profiles/ci/harness-runs/x/report.json'],
    ['under the same root, written out', '/home/someone/.hermes/profiles/ci/harness-runs/x/report.json'],
    ['a listed reference', '/home/svrnty/.hermes/config.yaml'],
    ['the same from home', '~/.hermes/config.yaml'],
    ['a run', `${RUN}/report.json`],
    ['a run under the last folder of a root', `harness-runs/${RUN}/report.json`],
    ['several', 'NOTES.md, README.md, d23c492'],
    ['a link', '[the notes](NOTES.md)'],
    ['links among others', '[build, and *run*](../docs/NOTES.md#x "Notes"), README.md, [near](./near.md)'],
    ['a link by its name', '[notes]\n\n[notes]: NOTES.md\n'],
    ['a link whose text resolves', '[NOTES.md](https://example.com/docs/NOTES.md)'],
    ['a commit that a link shows', '[`d23c492`](https://example.com/commit/d23c492)'],
    ['a link to a listed reference', '[config](~/.hermes/config.yaml)'],
  ])('%s', async (_, sources) => {
    expect(await told(sources)).toEqual([]);
  });
});

const nothing = (number: number, column: number, line = 18): string =>
  `${RECORD}:${line}:${column} Source ${number} of \`evidence_sources\` leads to nothing that is known.`;

describe('a source that does not', () => {
  it.each([
    ['a name that is not there', 'MISSING.md', [nothing(1, 21)]],
    ['the second of three', 'NOTES.md, MISSING.md, README.md', [nothing(2, 31)]],
    ['in other letters', 'notes.md', [nothing(1, 21)]],
    ['no commit of the repository', 'deadbeef', [nothing(1, 21)]],
    ['a path that nobody listed', '/etc/hosts', [nothing(1, 21)]],
    ['another home', '/home/other/notes.md', [nothing(1, 21)]],
    ['a way out of a root', '~/.hermes/profiles/ci/harness-runs/../../../x', [nothing(1, 21)]],
    ['the same, escaped', '/home/svrnty/.hermes/%2e%2e/x', [nothing(1, 21)]],
    ['a longer sibling of a root', '/home/svrnty/.hermes-notes/x', [nothing(1, 21)]],
    ['a sentence', 'what was said in the meeting', [nothing(1, 21)]],
    ['a link to nothing', '[the notes](MISSING.md)', [nothing(1, 22)]],
    ['a second link', '[notes](NOTES.md), [more](MORE.md)', [nothing(2, 41)]],
    ['a link out of the repository', '[notes](../../NOTES.md)', [nothing(1, 22)]],
    ['a link to an address', '[the notes](https://example.com/NOTES.md)', [nothing(1, 22)]],
    ['what stands beside a link', '[notes](NOTES.md), more', [nothing(2, 40)]],
    ['an address', 'https://example.com/NOTES.md', [nothing(1, 21)]],
  ])('%s', async (_, sources, expected) => {
    expect(await told(sources)).toEqual(expected);
  });

  it('is found in every form, each in its place', async () => {
    expect(await told('NOTES.md, MISSING.md', 'backticks')).toEqual([nothing(2, 36)]);
    expect(await told('NOTES.md, MISSING.md', 'table')).toEqual([nothing(2, 32, 20)]);
    expect(await told('NOTES.md, MISSING.md', 'front matter')).toEqual([nothing(2, 30, 12)]);
  });

  it('is found where the record was not changed: the document that it names is gone', async () => {
    const files = { [RECORD]: recordText({ ...EXTERNAL, evidence_sources: 'NOTES.md' }), 'x.md': '# X\n' };
    expect(await judge(references, files, { changed: ['x.md'] })).toEqual([nothing(1, 21)]);
  });
});

it('reads a list of YAML', async () => {
  const list = '```yaml\nevidence_sources: [NOTES.md, MISSING.md]\n```';
  const text = recordText(EXTERNAL).replace(/- evidence_sources: .*/, list);
  expect(await judge(references, { ...FILES, [RECORD]: text })).toEqual([nothing(2, 30, 19)]);
});

it.each([
  ['of its item', '- evidence_sources:\n  - `NOTES.md`\n  - README.md.\n  - [near](near.md)', []],
  [
    'of its item, with one that is gone',
    '- evidence_sources:\n  - NOTES.md\n  - MISSING.md',
    [nothing(2, 5, 20)],
  ],
  ['behind its paragraph', '\nevidence_sources:\n\n- NOTES.md\n- MISSING.md\n', [nothing(2, 3, 22)]],
] as const)('reads the list %s', async (_, list, expected) => {
  const text = recordText(EXTERNAL).replace(/- evidence_sources: .*/, list);
  expect(await judge(references, { ...FILES, [RECORD]: text })).toEqual(expected);
});

it('asks nothing of what is undecided', async () => {
  const text = recordText({ decision_status: 'not_decided', evidence_sources: 'MISSING.md' });
  expect(await judge(references, { [RECORD]: text })).toEqual([]);
});
