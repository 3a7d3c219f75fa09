import { describe, expect, it } from 'vitest';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';

const told = (text: string) => findEvidenceStructure(text).map((span) => span.told);

const TIMES = ['startedAt: "2026-03-01T10:00:00Z"', 'finishedAt: "2026-03-01T10:00:02Z"'];
const at = (indent: number) => TIMES.map((line) => `${' '.repeat(indent)}${line}\n`).join('');
const JSON_TIMES = { startedAt: '2026-03-01T10:00:00Z', finishedAt: '2026-03-01T10:00:02Z' };

describe('when a run began and ended', () => {
  it.each([
    [
      'a container',
      `  containerStatuses:\n  - name: a\n    state:\n      terminated:\n        exitCode: 1\n${at(8)}`,
    ],
    [
      'a measurement',
      `apiVersion: x.io/v1\nkind: AnalysisRun\nstatus:\n  measurements:\n  - phase: Failed\n${at(4)}`,
    ],
    [
      'the second object of a file',
      `apiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B\nstatus:\n${at(2)}`,
    ],
    [
      'an object in a code block',
      `1. See:\n\n   \`\`\`yaml\n   apiVersion: batch/v1\n   kind: Job\n   status:\n${at(5)}   \`\`\`\n`,
    ],
    ['an object of JSON', JSON.stringify({ apiVersion: 'v1', kind: 'Job', status: JSON_TIMES }, null, 2)],
    [
      'what kubectl describes',
      'Last State:     Terminated\n  Exit Code:    137\n  Started:  2026-03-01T10:00:00Z\n  Finished: 2026-03-01T10:00:02Z\n',
    ],
  ])('is not what the status of %s says', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ['a document', `# Run\n\n${at(0)}`],
    ['a document below the object of another', `apiVersion: v1\nkind: A\n---\n${at(0)}`],
    ['a document below a code block', `\`\`\`yaml\napiVersion: v1\n\`\`\`\n\n${at(0)}`],
    ['a document that speaks of objects', `The apiVersion is v1.\n\n${at(0)}`],
  ])('is what %s says', (_, text) => {
    expect(told(text)).toEqual(['report-times']);
  });

  it('is read to its end where there are many', () => {
    const text = `apiVersion: v1\n---\n${`${at(0)}${'---\n'.repeat(8)}`.repeat(4_000)}`;
    expect(told(text).length).toBeGreaterThan(3_000);
  });
});
