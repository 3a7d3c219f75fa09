import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findEvidence } from '../../src/evidence/find-evidence.ts';
import { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import { lineStarts, positionOf } from '../../src/place.ts';
import { indexOf, KEY, partOf, RUN } from './run.ts';

const LOG = [
  'opened session 4f1c for the slugify fixture, 3 tools offered',
  'retry 2 of 5 after 1742ms: upstream closed the stream',
  'tool finished exit=0 elapsed=8213ms bytes=51877',
  'checkpoint 77 written, 1204 tokens left in the window',
].map((text, second) => `2026-07-03T08:15:0${second}.${311 + second}Z INFO  backend: ${text}`);

const REPORT = {
  run_id: RUN,
  engine: 'case',
  started_at: '2026-07-03T08:15:02Z',
  finished_at: '2026-07-03T08:19:40Z',
  duration_ms: 278_113,
  tokens: { in: 48_211, out: 2_907 },
};

const PATCH = `diff --git a/src/date.js b/src/date.js
index 039c1df..fc86866 100644
--- a/src/date.js
+++ b/src/date.js
@@ -1,3 +1,4 @@
 export function parseDate(value) {
-  return new Date(value).toISOString();
+  if (value === undefined) return 'never';
+  return new Date(value).toISOString().slice(0, 10);
 }
`;

const FILES = {
  'backend/stdout.log': LOG.join('\n'),
  'report.json': JSON.stringify(REPORT, null, 2),
  'patch.diff': PATCH,
};
const INDEX = indexOf(FILES);

const document = (...lines: readonly string[]) =>
  ['# Plan', '', 'What we saw last time:', '', ...lines, '', 'The end.', ''].join('\n');

/** `told certainty first-last file:line`, a line for each span. */
function shown(text: string, index: EvidenceIndex | undefined = INDEX): readonly string[] {
  const starts = lineStarts(text);
  return findEvidence(text, index).map((span) => {
    const { line, endLine } = positionOf(starts, span);
    const source = span.source ? ` ${span.source.file}:${span.source.line}` : '';
    return `${span.told} ${span.certainty} ${line}-${endLine}${source}`;
  });
}

describe('copies of indexed evidence', () => {
  it.each([
    ['a log as it is', LOG, 'backend/stdout.log:1'],
    ['two lines of it', LOG.slice(1, 3), 'backend/stdout.log:2'],
    ['quoted', LOG.map((line) => `> ${line}`), 'backend/stdout.log:1'],
    ['in a table', LOG.map((line) => `| ${line} |`), 'backend/stdout.log:1'],
    ['without its times', LOG.map((line) => line.slice(25)), 'backend/stdout.log:1'],
    ['with its digits edited', LOG.map((line) => line.replace(/\d/g, '7')), 'backend/stdout.log:1'],
    ['wrapped', [LOG.join(' ').replace(/(.{40,60}) /g, '$1\n')], 'backend/stdout.log:1'],
    [
      'each line with a digest behind',
      LOG.map((line, at) => `${line} ${'9c1f0a2e'.repeat(7)}${String(at).padStart(8, '0')}`),
      'backend/stdout.log:1',
    ],
    ['in base64', [Buffer.from(LOG.join('\n')).toString('base64')], 'backend/stdout.log:1'],
    ['percent-encoded', [encodeURIComponent(LOG.join('\n'))], 'backend/stdout.log:1'],
    ['gzipped', [gzipSync(LOG.join('\n')).toString('base64')], 'backend/stdout.log:1'],
    [
      'a report as a table',
      Object.entries({ ...REPORT, tokens: '' }).map(([key, value]) => `| ${key} | ${value} |`),
      'report.json:3',
    ],
    [
      'a report in YAML, keys sorted',
      ['duration_ms: 278113', 'engine: case', 'finished_at: 2026-07-03T08:19:40Z'],
      'report.json:6',
    ],
    [
      'a patch that was added',
      PATCH.split('\n')
        .slice(6, 9)
        .map((line) => `+${line}`),
      'patch.diff:7',
    ],
    ['changed lines of a patch', PATCH.split('\n').slice(6, 9), 'patch.diff:7'],
  ])('%s', (_, lines, source) => {
    const found = shown(document(...lines));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/ certain /);
    expect(found[0]).toContain(source);
  });

  it.each([
    [
      'references',
      [`See \`harness-runs/${RUN}/report.json\`, sha256 \`${'9c1f'.repeat(16)}\`, commit \`4500082\`.`],
    ],
    ['names of keys', ['The report holds `run_id`, `started_at`, `finished_at` and `duration_ms`.']],
    ['one value in a sentence', ['It took `duration_ms=278113`, which is too long.']],
    ['one short changed line', [PATCH.split('\n')[7]!]],
    [
      'the merged source',
      ["  if (value === undefined) return 'never';", '  return new Date(value).toISOString().slice(0, 10);'],
    ],
    ['other prose', ['The backend retried, since the stream had been closed from the other side.']],
  ])('nothing in %s', (_, lines) => {
    expect(shown(document(...lines))).toEqual([]);
  });

  it('names the run, the file and the line', () => {
    const [span] = findEvidence(document(...LOG.slice(2)), INDEX);
    expect(span?.source).toEqual({ run: RUN, file: 'backend/stdout.log', line: 3 });
  });

  it('tells a whole file by its blob', () => {
    const text = JSON.stringify(REPORT, null, 2);
    const blob = createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');
    expect(findEvidence('anything at all', INDEX, { blob })).toMatchObject([
      { told: 'blob', certainty: 'certain', start: 0, end: 15 },
    ]);
    expect(
      findEvidence('anything at all', INDEX, { blob: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391' }),
    ).toEqual([]);
  });

  it('one short line is a warning', () => {
    expect(shown(document(LOG[2]!.slice(0, 90)))).toEqual(['k-grams likely 5-5 backend/stdout.log:3']);
  });

  it('one long changed line is a warning', () => {
    expect(shown(document(PATCH.split('\n')[8]!))).toEqual(['diff-lines likely 5-5 patch.diff:9']);
  });

  it('digests of artifacts may be listed, but by a program', () => {
    const digests = ['a1', 'b2', 'c3'].map((two) => two.repeat(32));
    const index = indexOf({ 'report.json': JSON.stringify({ artifact_digests: digests }) });
    const listed = digests.map((digest) => `${digest}  notes.txt`);
    expect(shown(document(...digests.map((digest) => `- \`${digest}\``)), index)).toEqual([]);
    expect(shown(document(...listed), index)).toEqual(['digests likely 5-7 report.json:1']);
    expect(shown(document(...listed.slice(1)), index)).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each([
    ['ticks', '`a`'],
    ['pipes', '| a '],
    ['signs', ' +a'],
    ['tags', '<a '],
    ['percent', '%20'],
    ['pairs of hex', '61 62 '],
    ['base64', 'QUJDREVGR0hJSktM'],
    ['the log, over and over', `${LOG.join('\n')}\n`],
  ])('comes to an end on %s', (_, unit) => {
    expect(Array.isArray(findEvidence(unit.repeat(Math.ceil(300_000 / unit.length)), INDEX))).toBe(true);
  });
});

describe('an index without a key', () => {
  const rows = ['a 48211 99317 5512', 'b 48219 99401 5498', 'c 48304 99688 5501'];
  const index = new EvidenceIndex([partOf({ 'backend/stdout.log': rows.join('\n') }, null)], undefined);

  it.each([
    ['three rows of numbers', rows, ['rows certain 5-7 backend/stdout.log:1']],
    ['them in a table', rows.map((row) => `| ${row} |`), ['rows certain 5-7 backend/stdout.log:1']],
    ['not two of them, which could be guessed', rows.slice(1), []],
    ['not the three in another order', [...rows].reverse(), []],
  ])('finds %s', (_, lines, expected) => {
    expect(shown(document(...lines), index)).toEqual(expected);
  });
});

describe('index and structure together', () => {
  const other = ['1', '2', '3'].map(
    (n) => `2025-01-0${n}T00:00:0${n}Z WARN other: something else went wrong`,
  );

  it('structure alone finds it likely', () => {
    expect(shown(document(...other), undefined)).toEqual(['log-lines likely 5-7']);
  });

  it('is cleared where every run that is named is indexed, and none matches', () => {
    expect(shown(document(...other, '', '', '', '', `(not of ${RUN})`))).toEqual([]);
  });

  it('stays where a run that is named is not indexed', () => {
    expect(shown(document(...other, '', '', '', '', '(not of 20250101T000000Z-r9-else-12)'))).toEqual([
      'log-lines likely 5-7',
    ]);
  });
});

describe('formulas', () => {
  const formula =
    'the backend says this to everybody who starts it, whatever the day, the run or the weather may be, and it says so twice';
  const runs = (count: number) =>
    Array.from({ length: count }, (_, i) => `20260703T08150${i}Z-r2-date-parse-99${i}`);

  it.each([
    [7, 1],
    [8, 0],
  ])('of %i runs that all say so, %i finding', (count, findings) => {
    const parts = runs(count).map((run) => partOf({ 'trace.jsonl': formula }, KEY, run));
    expect(findEvidence(`${formula} and so on`.repeat(2), new EvidenceIndex(parts, KEY))).toHaveLength(
      findings,
    );
  });

  it.each([
    ['with another value', 4712, []],
    ['with the value of its run', 4711, ['diff-lines likely 5-5 patch.diff:2']],
  ])('a changed line that all runs have, %s', (_, value, expected) => {
    const patch = (limit: number) => `@@ -1,2 +1,2 @@\n+  if (retries > ${limit}) return;\n`;
    const parts = runs(8).map((run, i) => partOf({ 'patch.diff': patch(4711 + 7 * i) }, KEY, run));
    const text = document(`+  if (retries > ${value}) return;`);
    expect(shown(text, new EvidenceIndex(parts, KEY))).toEqual(expected);
  });
});
