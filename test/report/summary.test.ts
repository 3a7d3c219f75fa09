import { expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { countsText, judgedText } from '../../src/report/summary.ts';
import { findingOf, reportOf } from './example.ts';

it.each<[Report['scope']['kind'], Report['judged'], string]>([
  ['range', { files: 12, bytes: 48211, commits: 3 }, '12 files, 48 KB, 3 commits'],
  ['range', { files: 1, bytes: 1, commits: 1 }, '1 file, 1 byte, 1 commit'],
  ['range', { files: 0, bytes: 0, commits: 0 }, '0 files, 0 bytes, 0 commits'],
  ['staged', { files: 0, bytes: 0, commits: 0 }, '0 files, 0 bytes'],
  ['worktree', { files: 3000, bytes: 1_040_000, commits: 0 }, '3000 files, 1 MB'],
  ['worktree', { files: 2, bytes: 1_550, commits: 0 }, '2 files, 1.6 KB'],
  ['worktree', { files: 2, bytes: 999_600, commits: 0 }, '2 files, 1 MB'],
  ['worktree', { files: 2, bytes: 12e12, commits: 0 }, '2 files, 12 TB'],
])('%s %j', (kind, judged, text) => {
  expect(judgedText(reportOf([], { scope: { kind, base: null, next: null }, judged }))).toBe(text);
});

it.each([
  [[], 'no findings'],
  [['error'], '1 error'],
  [['error', 'error', 'warning'], '2 errors, 1 warning'],
  [['warning', 'warning'], '2 warnings'],
] as const)('%j', (severities, text) => {
  expect(countsText(reportOf(severities.map((severity) => findingOf({ severity }))))).toBe(text);
});
