import { describe, expect, it } from 'vitest';
import { findEvidence } from '../../../src/evidence/find-evidence.ts';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';
import { indexOf, RUN } from '../run.ts';

const FILES = [
  'report.md',
  'events.normalized.jsonl',
  'trace.jsonl',
  'patch.diff',
  'test.log',
  'backend/stdout.log',
];
const digest = (number: number) => `${number}f9c`.repeat(16);
const report = JSON.stringify(
  { artifact_digests: Object.fromEntries(FILES.map((file, at) => [file, `sha256:${digest(at + 1)}`])) },
  null,
  2,
);
const index = indexOf({ 'report.json': report });
const listed = (line: (file: string, digest: string, number: number) => string) =>
  `# Evidence\n\nOf the run ${RUN}:\n\n${FILES.map((file, at) => line(file, digest(at + 1), at + 1)).join('\n')}\n`;

describe('digests of the files of a run', () => {
  it.each([
    ['bullets', listed((file, sum) => `- \`${file}\`: sha256 \`${sum}\``)],
    ['bullets in the words of a manifest', listed((file, sum) => `- ${file}: sha256:${sum}`)],
    ['paths', listed((file, sum) => `- harness-runs/${RUN}/${file} sha256:${sum}, commit 4500082`)],
    ['a numbered list', listed((file, sum, number) => `${number}. ${file}: sha256:${sum}`)],
    ['a table', listed((file, sum) => `| \`${file}\` | \`${sum}\` | 4500082 |`)],
    ['YAML', listed((file, sum) => `  ${file}: sha256:${sum}`)],
    ['a record of references', listed((file, sum) => `{"path": "${file}", "sha256": "${sum}"}`)],
    [
      'two in JSON',
      listed((file, sum) => `"${file}": "sha256:${sum}",`)
        .split('\n')
        .slice(0, 6)
        .join('\n'),
    ],
  ])('as %s are references', (_, text) => {
    expect(findEvidence(text, index)).toEqual([]);
    expect(findEvidenceStructure(text)).toEqual([]);
  });

  it.each([
    ['the report', report],
    ['a piece of it', report.split('\n').slice(3, 6).join('\n')],
    ['a quoted piece', report.split('\n').slice(3, 6).join('\n> ')],
    ['sha256sum', listed((file, sum) => `${sum}  ./${file}`)],
    ['shasum in binary mode', listed((file, sum) => `${sum} *${file}`)],
    ['OpenSSL', listed((file, sum) => `SHA256(${file})= ${sum}`)],
  ])('as %s are copied', (_, text) => {
    expect(findEvidence(text, index)).not.toEqual([]);
    expect(findEvidenceStructure(text)).not.toEqual([]);
  });
});
