import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { findingOf, reportOf } from './example.ts';

const ajv = new Ajv2020.default({ strict: true });
formats.default(ajv);
const isReport = ajv.compile(JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')));

const related = [{ path: 'b.md', line: 9, column: 1, message: 'says otherwise' }];
const suppression = { reason: 'known', owner: 'jp', expires: '2027-01-31' };
const full = reportOf([findingOf({ related, commit: 'c1' })], {
  notJudged: [{ what: 'TGT-1', why: 'no target is listed' }],
  suppressed: [{ ...findingOf(), suppression }],
});

describe('the schema of the JSON report', () => {
  it.each<[string, Report]>([
    ['an empty one', reportOf([])],
    ['a full one', full],
    ['a scope without base', reportOf([], { scope: { kind: 'worktree', base: null, next: null } })],
  ])('accepts %s', (_, report) => {
    const parsed = JSON.parse(json(report));
    expect(isReport(parsed), JSON.stringify(isReport.errors)).toBe(true);
    expect(reportSchema.parse(parsed)).toEqual(report);
  });

  it('accepts a field that a later version adds', () => {
    const parsed = { ...JSON.parse(json(full)), later: true };
    expect(isReport(parsed)).toBe(true);
    expect(reportSchema.safeParse(parsed).success).toBe(true);
  });

  it.each<[string, object]>([
    ['another version', { schemaVersion: 2 }],
    ['no findings', { findings: undefined }],
    ['a line 0', { findings: [findingOf({ line: 0 })] }],
    ['another severity', { findings: [{ ...findingOf(), severity: 'info' }] }],
    [
      'a day that is none',
      { suppressed: [{ ...findingOf(), suppression: { ...suppression, expires: 'soon' } }] },
    ],
    ['another scope', { scope: { kind: 'world', base: null, next: null } }],
  ])('refuses %s', (_, change) => {
    const changed = JSON.parse(JSON.stringify({ ...full, ...change }));
    expect(isReport(changed)).toBe(false);
    expect(reportSchema.safeParse(changed).success).toBe(false);
  });
});
