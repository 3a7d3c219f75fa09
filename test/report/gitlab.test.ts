import { expect, it } from 'vitest';
import { gitlab } from '../../src/report/gitlab.ts';
import { findingOf, reportOf } from './example.ts';

it('is a list of issues, each with a fingerprint of its own', () => {
  const findings = [findingOf(), findingOf({ severity: 'warning', line: 5, endLine: 6, help: '' })];
  expect(JSON.parse(gitlab(reportOf(findings)))).toEqual([
    {
      description: 'The status is none that the policy has. Write one of the three values.',
      check_name: 'decision/status-value',
      fingerprint: 'f1',
      severity: 'major',
      location: { path: 'plan/record.md', lines: { begin: 3, end: 3 } },
    },
    {
      description: 'The status is none that the policy has.',
      check_name: 'decision/status-value',
      fingerprint: 'f1:2',
      severity: 'minor',
      location: { path: 'plan/record.md', lines: { begin: 5, end: 6 } },
    },
  ]);
});

it('is an empty list where nothing was found', () => {
  expect(gitlab(reportOf([]))).toBe('[]\n');
});
