import { describe, expect, it } from 'vitest';
import { noEvidenceFile } from '../../../rules/evidence/no-evidence-file.ts';
import { detecting } from '../detecting.ts';
import { judge } from '../judge.ts';

const detect = detecting();
const RUN = 'harness-runs/20260602T101500Z-r1-slugify-4711';

describe('files of a run directory', () => {
  it.each([
    ['notes/trace.jsonl', '{"t":1}\n', 'trace.jsonl, told by its name'],
    ['notes/Trace.JSONL', '{"t":1}\n', 'trace.jsonl, told by its name'],
    ['events.normalized.jsonl', '{"t":1}\n', 'events.normalized.jsonl, told by its name'],
    ['a/patch.diff', 'x\n', 'patch.diff, told by its name'],
    ['a/provider-timeout.txt', '\n', 'provider-timeout.txt, told by its name'],
    [`${RUN}/report.json`, '{}\n', 'report.json, told by the run directory that it lies in'],
    [`${RUN}/backend/stdout.log`, 'x\n', 'backend log, told by the run directory that it lies in'],
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
