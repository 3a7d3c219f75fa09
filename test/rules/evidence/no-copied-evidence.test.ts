import { describe, expect, it } from 'vitest';
import { noCopiedEvidence } from '../../../rules/evidence/no-copied-evidence.ts';
import { NOTHING_DETECTED } from '../../../src/check/detectors.ts';
import { ENTRY_KINDS } from '../../../src/evidence/index/digest.ts';
import { KINDS } from '../../../src/evidence/structure/kinds.ts';
import { nameOf } from '../../../src/name.ts';
import { detecting } from '../detecting.ts';
import { judge } from '../judge.ts';

const detect = detecting();

const LOG = [
  '2026-06-02T10:15:01.123Z INFO  runner started 20260602T101500Z-r1-slugify-4711',
  '2026-06-02T10:15:02.456Z INFO  backend ready in 1333 ms',
  '2026-06-02T10:15:07.789Z ERROR backend exited with 1',
];
const PLAIN = LOG.map((line) => line.replace(/\.\d{3}Z/, 'Z').replace(/ 20260602T\S+/, ''));
const fenced = (lines: readonly string[]): string => `# Result\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;

describe('pasted output of a run', () => {
  it('is an error where it is bound to a run', async () => {
    const [finding] = await judge(noCopiedEvidence, { 'docs/result.md': fenced(LOG) }, { detect });
    expect(finding).toBe(
      'docs/result.md:4:1 These lines are output of a run, told by lines of a log. Refer to the run instead of copying it.',
    );
  });
  it('is a warning where it only looks like it', async () => {
    const [finding] = await judge(noCopiedEvidence, { 'docs/result.md': fenced(PLAIN) }, { detect });
    expect(finding).toContain('[warning]');
  });
  it('is nothing in source code that shows what a log looks like', async () => {
    const text = `const EXAMPLE = \`\n${PLAIN.join('\n')}\n\`;\n`;
    expect(await judge(noCopiedEvidence, { 'src/log.ts': text }, { detect })).toEqual([]);
  });
  it.each([
    [
      'a notebook',
      'docs/result.ipynb',
      JSON.stringify({ outputs: [{ text: PLAIN.map((line) => `${line}\n`) }] }),
    ],
    [
      'a notebook over lines',
      'docs/result.ipynb',
      JSON.stringify({ outputs: [{ text: PLAIN.map((line) => `${line}\n`) }] }, null, 1),
    ],
    ['a page of TeX', 'docs/result.tex', `\\begin{verbatim}\n${PLAIN.join('\n')}\n\\end{verbatim}\n`],
  ])('is a warning in the outputs of %s', async (_, path, text) => {
    const [finding] = await judge(noCopiedEvidence, { [path]: text }, { detect });
    expect(finding).toContain('[warning]');
  });
  it('is an error in source code that names the run above it', async () => {
    const text = `# 20260602T101500Z-r1-slugify-4711\n${PLAIN.map((line) => `# ${line}\n`).join('')}\ndef f():\n    return 1\n`;
    const [finding] = await judge(
      noCopiedEvidence,
      {
        'src/log.py': `import x\n\n\ndef g():\n    return x.read_all_the_lines_of_a_log()\n\n\n${text}${'\n# Nothing else is here.'.repeat(8)}`,
      },
      { detect },
    );
    expect(finding).toContain('These lines are output of a run');
  });
  it.each([
    'The report is `harness-runs/20260602T101500Z-r1-slugify-4711/report.json`, sha256 `9811f870af2f`.',
    'Evidence commit: `d23c492 Fail closed on a provider timeout`. Checked on 2026-06-02.',
    '- Timeout marker: `backend/provider-timeout.txt`.\n- Control: `CTO_HARNESS_CASE_TIMEOUT_SECONDS`.',
  ])('is not a reference: %j', async (text) => {
    expect(await judge(noCopiedEvidence, { 'docs/result.md': `# Result\n\n${text}\n` }, { detect })).toEqual(
      [],
    );
  });
});

describe('what a copy was told by', () => {
  const own = ['strong-atoms', 'row-triples'];
  const kinds = [
    ...ENTRY_KINDS.filter((kind) => !own.includes(kind)),
    ...KINDS.map(({ told }) => told),
    'diff',
  ];
  it.each(kinds)('%s is said in words, with a reference that leads to the run', async (kind) => {
    const source = { run: nameOf('20260602T101500Z-slug-4711'), file: nameOf('test.log'), line: 3 };
    const evidence = [
      {
        start: 0,
        end: 4,
        told: nameOf(kind),
        certainty: 'certain' as const,
        source,
        surface: 'content' as const,
      },
    ];
    const found = await judge(
      noCopiedEvidence,
      { 'a.md': 'Text.\n' },
      { detect: async () => ({ ...NOTHING_DETECTED, evidence }) },
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /, told by \w+(?: \w+)+\. Write a reference instead: `20260602T101500Z-slug-4711\/test\.log`\.$/,
    );
  });
});
