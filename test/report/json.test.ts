import { expect, it } from 'vitest';
import { json } from '../../src/report/json.ts';
import { findingOf, reportOf } from './example.ts';

it('is the report, with a line feed at its end', () => {
  const related = [{ path: 'b.md', line: 1, column: 2, message: 'here' }];
  const report = reportOf([findingOf({ related, commit: 'c1' })], {
    notJudged: [{ what: 'TGT-1', why: 'none' }],
  });
  const text = json(report);
  expect(JSON.parse(text)).toEqual(report);
  expect(text.endsWith('}\n')).toBe(true);
});

it('has its keys in one order, whoever made the report', () => {
  const finding = findingOf();
  const shuffled = Object.fromEntries(Object.entries(finding).toReversed()) as unknown as typeof finding;
  const report = reportOf([finding]);
  const other = Object.fromEntries(Object.entries({ ...report, findings: [shuffled] }).toReversed());
  expect(json(other as unknown as typeof report)).toBe(json(report));
  expect(Object.keys(JSON.parse(json(report)))).toEqual([
    'schemaVersion',
    'tool',
    'scope',
    'policy',
    'ok',
    'counts',
    'judged',
    'evidence',
    'notJudged',
    'findings',
  ]);
});

it('prints no key of a finding that is not in the contract', () => {
  const text = json(reportOf([{ ...findingOf(), text: 'of the file' } as ReturnType<typeof findingOf>]));
  expect(text).not.toContain('of the file');
});

it('lists what is suppressed apart', () => {
  const suppression = { reason: 'known', owner: 'jp', expires: '2027-01-31' };
  const report = reportOf([], { suppressed: [{ ...findingOf(), suppression }] });
  expect(JSON.parse(json(report))).toMatchObject({ ok: true, findings: [], suppressed: [{ suppression }] });
});
