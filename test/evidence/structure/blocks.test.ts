import { describe, expect, it } from 'vitest';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';
import { RUN } from '../run.ts';

const found = (text: string) =>
  findEvidenceStructure(text).map(({ told, certainty }) => `${told} ${certainty}`);

const ID = '0190163d-8694-739b-aea5-966c26f8ad91';
const DIFF = [
  'diff --git a/seed.json b/seed.json',
  '@@ -1 +1 @@',
  `-{"id":"${ID}","at":"2026-03-01T10:15:03.123Z"}`,
  `+{"id":"${ID}","at":"2026-03-01T10:15:03.124Z"}`,
].join('\n');
const TASK = [
  'It fails with:',
  '  File "/home/mira/work/x.py", line 3, in f',
  '  File "/home/mira/work/y.py", line 4, in g',
].join('\n');

const VALUES = { id: ID, patch: DIFF, problem: TASK };
const row = (n: number) => JSON.stringify({ ...VALUES, n });

describe('a diff', () => {
  it.each([
    ['changes ids and times', DIFF, 'likely'],
    ['stands in a data set', `[${row(1)}, ${row(2)}]`, 'likely'],
    ['stands in rows of a data set', `${row(1)}\n${row(2)}\n`, 'likely'],
    ['stands in a data set that is laid out', JSON.stringify(VALUES, null, 2), 'likely'],
    ['is of a run that is named above', `${RUN}:\n\n${DIFF}`, 'certain'],
    ['names a run', DIFF.replace(/.124Z/, `", "run": "${RUN}`), 'certain'],
    [
      'stands in events',
      `${JSON.stringify({ ts: '2026-03-01T10:15:03.123Z', type: 'tool_result', ...VALUES })}
`.repeat(2),
      'certain',
    ],
    [
      'stands in what an agent was told',
      `${JSON.stringify({ type: 'user', cwd: '/home/mira/work', ...VALUES, uuid: ID, sessionId: ID, timestamp: '2026-03-01T10:15:03.123Z' })}
`,
      'certain',
    ],
  ])('that %s', (_, text, certainty) => {
    expect(found(text)).toEqual([`diff ${certainty}`]);
  });
});

const LOGFMT = 'level=info ts=2026-06-02T10:15:00Z msg="started" pid=4711';
const PROGRESS = [
  'remote: Counting objects: 100% (9/9), done.',
  'Compressing objects: 100% (7/7), done.',
  'Resolving deltas: 100% (1/1), done.',
];

describe('lines of a log', () => {
  it.each([
    ['parameters of a hash', ['- m=47104 (46 MiB), t=1, p=1', '- m=19456, t=2, p=1', '- m=12288, t=3, p=1']],
    [
      'parameters in words',
      ['memory=65536 time=3 lanes=4', 'memory=32768 time=4 lanes=4', 'memory=9 time=6 lanes=4'],
    ],
    ['the progress of git', PROGRESS],
  ])('are not %s', (_, lines) => {
    expect(found(lines.join('\n'))).toEqual([]);
  });

  it.each([
    ['keys with a level', [LOGFMT, LOGFMT, LOGFMT]],
    [
      'keys with a time',
      ['t=2026-06-02T10:15:00Z a=1 b=2', 't=1780395300123 a=1 b=2', 'ts=1780395300.12 a=1 b=2'],
    ],
    ['the progress of git beside others', ['npm warn deprecated glob@7.2.3: old', ...PROGRESS.slice(1)]],
  ])('are %s', (_, lines) => {
    expect(found(lines.join('\n'))).toEqual(['log-lines likely']);
  });

  it('are the progress of git where the run is named above it', () => {
    expect(found(`The run ${RUN}:\n\n\`\`\`\n${PROGRESS.join('\n')}\n\`\`\`\n`)).toEqual([
      'log-lines certain',
    ]);
  });
});
