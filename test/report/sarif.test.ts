import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Report, RuleDescription } from '../../src/report/report.ts';
import { sarif } from '../../src/report/sarif.ts';
import { findingOf, reportOf } from './example.ts';
import { sarifFaults } from './sarif-schema.ts';

const rules: RuleDescription[] = [
  { id: 'work/drift', severity: 'warning', summary: 'One truth.', why: 'Two confuse.', help: 'Choose.' },
  {
    id: 'decision/status-value',
    severity: 'error',
    summary: 'Three values.',
    why: 'No others.',
    help: 'Write one.',
  },
  { id: 'local/no-todo', severity: 'error', summary: 'No TODO.', why: 'Ours.', help: 'Remove it.' },
];

function runOf(report: Report) {
  const log = JSON.parse(sarif(report, { rules })) as Log;
  expect(sarifFaults(log)).toEqual([]);
  return log.runs[0]!;
}

describe('sarif', () => {
  it('is valid with nothing in it', () => {
    expect(runOf(reportOf([])).results).toEqual([]);
  });

  it('describes each rule once, with its page', () => {
    expect(runOf(reportOf([])).tool.driver.rules).toMatchObject([
      { id: 'work/drift', defaultConfiguration: { level: 'warning' } },
      {
        id: 'decision/status-value',
        shortDescription: { text: 'Three values.' },
        fullDescription: { text: 'No others.' },
        help: { text: 'Write one.' },
        helpUri: 'https://unpkg.com/cto-lint@0.1.0/docs/rules/decision/status-value.md',
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['decision'] },
      },
      { id: 'local/no-todo' },
    ]);
    expect(runOf(reportOf([])).tool.driver.rules![2]).not.toHaveProperty('helpUri');
  });

  it('places a finding and what it is about', () => {
    const related = [{ path: 'b c.md', line: 9, column: 2, message: 'says otherwise' }];
    expect(runOf(reportOf([findingOf({ related, commit: 'c1' })])).results).toEqual([
      {
        ruleId: 'decision/status-value',
        ruleIndex: 1,
        level: 'error',
        message: { text: 'The status is none that the policy has. Write one of the three values.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'plan/record.md', uriBaseId: '%SRCROOT%' },
              region: { startLine: 3, startColumn: 20, endLine: 3, endColumn: 25 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 0,
            physicalLocation: {
              artifactLocation: { uri: 'b%20c.md', uriBaseId: '%SRCROOT%' },
              region: { startLine: 9, startColumn: 2 },
            },
            message: { text: 'says otherwise' },
          },
        ],
        partialFingerprints: { primaryLocationLineHash: 'f1', 'ctoLint/v1': 'f1' },
        suppressions: [],
        properties: { commit: 'c1' },
      },
    ]);
  });

  it.each([
    ['a b/ü#?%.md', 'a%20b/%C3%BC%23%3F%25.md'],
    ['c:/d.md', 'c%3A/d.md'],
    ['\u001b[0m\n.md', '%1B%5B0m%0A.md'],
    ['\ud800.md', '%5CuD800.md'],
  ])('percent-encodes %j', (path, uri) => {
    const [result] = runOf(reportOf([findingOf({ path })])).results!;
    expect(result!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe(uri);
  });

  it.each([
    ['a link in a text', 'see [x](http://a)', 'see \\[x\\](http://a)'],
    ['brackets', 'item [2]', 'item [2]'],
  ])('writes %s as text', (_, message, text) => {
    expect(runOf(reportOf([findingOf({ message, help: '' })])).results![0]!.message.text).toBe(text);
  });

  it('tells places of the same fingerprint apart', () => {
    const results = runOf(
      reportOf([findingOf(), findingOf({ line: 9, endLine: 9 }), findingOf({ fingerprint: 'f2' })]),
    );
    expect(results.results!.map((result) => result.partialFingerprints!.primaryLocationLineHash)).toEqual([
      'f1',
      'f1:2',
      'f2',
    ]);
  });

  it('lists what is suppressed, with its reason', () => {
    const suppression = { reason: 'known', owner: 'jp', expires: '2027-01-31' };
    const report = reportOf([findingOf()], {
      suppressed: [{ ...findingOf({ line: 9, endLine: 9 }), suppression }],
    });
    expect(runOf(report).results!.map((result) => result.suppressions)).toEqual([
      [],
      [{ kind: 'external', status: 'accepted', justification: 'known (jp, until 2027-01-31)' }],
    ]);
  });

  it('says what was not judged', () => {
    const report = reportOf([], { notJudged: [{ what: 'TGT-1', why: 'no target is listed' }] });
    expect(runOf(report).invocations![0]!.toolExecutionNotifications).toEqual([
      { level: 'note', message: { text: 'Not judged: TGT-1: no target is listed' } },
    ]);
  });

  it('does without the description of a rule', () => {
    const [result] = runOf(reportOf([findingOf({ ruleId: 'a/b' })])).results!;
    expect(result).not.toHaveProperty('ruleIndex');
  });
});
