import { describe, expect, it } from 'vitest';
import { noCopiedEvidence } from '../../../rules/evidence/no-copied-evidence.ts';
import { noEvidenceFile } from '../../../rules/evidence/no-evidence-file.ts';
import { NOTHING_DETECTED } from '../../../src/check/detectors.ts';
import { nameOf } from '../../../src/name.ts';
import { detecting } from '../detecting.ts';
import { judge } from '../judge.ts';

const detect = detecting();
const RUN = 'harness-runs/20260602T101500Z-r1-slugify-4711';

const LOG = [1, 2, 3]
  .map((second) => `2026-06-02T10:15:0${second}.123Z INFO 20260602T101500Z-r1-slugify-4711 step ${second}\n`)
  .join('');

describe('files of a run directory', () => {
  it.each([
    ['notes/trace.jsonl', '{"t":1}\n', 'trace.jsonl, told by its name'],
    ['notes/Trace.JSONL', '{"t":1}\n', 'trace.jsonl, told by its name'],
    ['events.normalized.jsonl', '{"t":1}\n', 'events.normalized.jsonl, told by its name'],
    ['a/patch.diff', 'x\n', 'patch.diff, told by its name'],
    ['a/provider-timeout.txt', '\n', 'provider-timeout.txt, told by its name'],
    [`${RUN}/report.json`, '{}\n', 'report.json, told by the run directory that it lies in'],
    [`${RUN}/backend/stdout.log`, 'x\n', 'backend log, told by the run directory that it lies in'],
    ['docs/log.txt', LOG, 'backend log, told by its content'],
    ['report.json', '{}\n', undefined],
    ['docs/report.md', '# Report\n', undefined],
    ['backend/server.ts', 'export {};\n', undefined],
    ['backend/notes.txt', 'Notes about the backend.\n', undefined],
    ['docs/trace.md', '# Trace\n', undefined],
  ])('%s', async (path, text, told) => {
    const expected = told === undefined ? [] : [`${path}:1:1 This is a file of a run directory: ${told}.`];
    expect(await judge(noEvidenceFile, { [path]: text }, { detect })).toEqual(expected);
  });
});

describe('one fact is told once', () => {
  it.each([
    ['docs/log.txt', LOG, 'evidence/no-evidence-file'],
    ['docs/log.md', LOG, 'evidence/no-evidence-file'],
    ['docs/log.md', `# Log\n\n\`\`\`\n${LOG}\`\`\`\n`, 'evidence/no-copied-evidence'],
  ])('%s %#', async (path, text, rule) => {
    const found = [noEvidenceFile, noCopiedEvidence].map(async (one) => {
      const findings = await judge(one, { [path]: text }, { detect });
      return findings.length === 0 ? [] : [one.id];
    });
    expect((await Promise.all(found)).flat()).toEqual([rule]);
  });

  it('a file that is one of a run says of which', async () => {
    const run = nameOf('20260602T101500Z-r1-slugify-4711');
    const source = { run, file: nameOf('backend/stdout.log') };
    const span = {
      start: 0,
      end: 4,
      told: nameOf('blob'),
      certainty: 'certain',
      surface: 'content',
    } as const;
    const found = {
      ...NOTHING_DETECTED,
      evidence: [{ ...span, source }],
      evidenceFile: { kind: nameOf('backend log'), by: 'copy', source },
    } as const;
    const files = { 'docs/out.log': 'Text.\n' };
    expect(await judge(noEvidenceFile, files, { detect: async () => found })).toEqual([
      `docs/out.log:1:1 This is \`backend/stdout.log\` of the run ${run}, byte for byte. Write a reference instead: \`${run}/backend/stdout.log\`.`,
    ]);
    expect(await judge(noCopiedEvidence, files, { detect: async () => found })).toEqual([]);
  });
});
