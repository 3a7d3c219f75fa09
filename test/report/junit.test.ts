import { expect, it } from 'vitest';
import { junit } from '../../src/report/junit.ts';
import { findingOf, reportOf } from './example.ts';

it('has a suite a file and a case a finding', () => {
  const findings = [
    findingOf({ message: 'a < b', help: '' }),
    findingOf({ message: 'a < b', help: 'Do.', commit: 'c1' }),
    findingOf({ path: 'z.md', severity: 'warning', message: 'w', help: '' }),
  ];
  const report = reportOf(findings, { notJudged: [{ what: 'TGT-1', why: 'no target is listed' }] });
  expect(junit(report)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cto-lint" tests="5" failures="2" errors="0" skipped="1">
  <testsuite name="cto-lint" tests="2" failures="0" errors="0" skipped="1">
    <testcase classname="cto-lint" name="judged 12 files, 48 KB"/>
    <testcase classname="cto-lint" name="not judged: TGT-1">
      <skipped message="no target is listed"/>
    </testcase>
  </testsuite>
  <testsuite name="plan/record.md" tests="2" failures="2" errors="0" skipped="0">
    <testcase classname="plan/record.md" name="decision/status-value 3:20" file="plan/record.md" line="3">
      <failure type="decision/status-value" message="a &#60; b">plan/record.md:3:20: error: a &#60; b</failure>
    </testcase>
    <testcase classname="plan/record.md" name="decision/status-value 3:20 (2)" file="plan/record.md" line="3">
      <failure type="decision/status-value" message="a &#60; b">plan/record.md:3:20: error: a &#60; b
Do.
Commit c1</failure>
    </testcase>
  </testsuite>
  <testsuite name="z.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="z.md" name="decision/status-value 3:20" file="z.md" line="3">
      <system-out>z.md:3:20: warning: w</system-out>
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});

it('is no empty file where nothing was found', () => {
  expect(junit(reportOf([]))).toContain('<testcase classname="cto-lint" name="judged 12 files, 48 KB"/>');
});
