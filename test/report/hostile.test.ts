import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES, type FormatName, formatReport } from '../../src/report/formats.ts';
import type { Finding, FormatContext, Report } from '../../src/report/report.ts';
import { findingOf, reportOf } from './example.ts';
import { sarifFaults } from './sarif-schema.ts';

const hostileParts = [
  '\u001b[31m',
  '\u001b]8;;http://x\u0007',
  '\u009b0m',
  '\u0000',
  '\r',
  '\n',
  '\r\n',
  '\u2028',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\uffff',
  '\u{e0041}',
  '##[',
  '##[error]',
  '##[stop-commands]x',
  '#',
  '[',
  '::',
  ':',
  '::error::',
  '::add-mask::',
  '::stop-commands::x',
  ' ::warning file=a::',
  '%0A::error::',
  '%',
  ',',
  '`',
  '```',
  '|',
  '\\',
  '\\|',
  '<img src=x>',
  '<!--',
  '](http://x)',
  '![',
  '[x]: http://x',
  '&lt;',
  '&#0;',
  ']]>',
  '"',
  "'",
  '<',
  'www.x.y',
  'https://x.y',
  '@owner',
  '* ',
  '1. ',
  '---',
  '{0}',
  '漢',
  '👩‍👩‍👧',
  '\t',
  ' ',
  'word',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...hostileParts), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const number = fc.integer({ min: 1, max: 40 });

const hostileFinding: fc.Arbitrary<Finding> = fc
  .record({
    ruleId: hostile,
    severity: fc.constantFrom('error' as const, 'warning' as const),
    message: hostile,
    help: hostile,
    path: hostile,
    line: number,
    column: number,
    lines: fc.nat(2),
    columns: fc.nat(10),
    commit: fc.option(hostile),
    fingerprint: hostile,
    related: fc.array(fc.record({ path: hostile, line: number, column: number, message: hostile }), {
      maxLength: 2,
    }),
  })
  .map(({ lines, columns, ...finding }) => ({
    ...finding,
    endLine: finding.line + lines,
    endColumn: finding.column + columns,
  }));

const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.array(hostileFinding, { maxLength: 12 }),
    notJudged: fc.array(fc.record({ what: hostile, why: hostile }), { maxLength: 3 }),
    source: hostile,
    reason: hostile,
  })
  .map(({ findings, notJudged, source, reason }) =>
    reportOf(findings, {
      notJudged,
      policy: { source, digest: 'sha256:00' },
      scope: { kind: 'range', base: source, next: reason },
      suppressed: [{ ...findingOf(), suppression: { reason, owner: reason, expires: '2027-01-31' } }],
    }),
  );

const hostileContext: fc.Arbitrary<(report: Report) => FormatContext> = fc
  .record({
    color: fc.boolean(),
    terminal: fc.boolean(),
    text: hostile,
    columns: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ color, terminal, text, columns }) => (report) => {
    const frames = report.findings.map(
      (finding) => [finding, { firstLine: finding.line, lines: [text, text] }] as const,
    );
    const rules = [{ id: text, severity: 'error' as const, summary: text, why: text, help: text }];
    return { rules, color, columns, routeMap: text, ...(terminal && { frames: new Map(frames) }) };
  });

/** How many annotations `format` writes on purpose; any other command would be somebody else's. */
function ownCommands(name: FormatName, report: Report): number {
  if (name !== 'github') return 0;
  return Math.min(report.findings.length, 10) + (report.findings.length > 10 ? 1 : 0);
}

/** Lines as .NET reads them, each parsed as actions/runner does: `::` after white space, `##[` anywhere. */
function runnerCommands(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith('::') || line.includes('##['));
}

const ownColour = /\u001b\[\d{1,2}m/g;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

describe.each(FORMAT_NAMES)('%s of hostile text', (name) => {
  it('holds no control character, no command of a runner, and ends its last line', async () => {
    await fc.assert(
      fc.asyncProperty(hostileReport, hostileContext, async (report, contextOf) => {
        const context = contextOf(report);
        const text = await formatReport(name, report, context);
        const printed = context.color ? text.replace(ownColour, '') : text;
        // The variation selector is our own, in the warning sign of the markdown table.
        const controls = printed.replaceAll('⚠️', '').match(unseen) ?? [];
        expect(controls.filter((each) => each !== '\n')).toEqual([]);
        expect(runnerCommands(text)).toHaveLength(ownCommands(name, report));
        expect(text.endsWith('\n')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

const jsonFormats = ['json', 'sarif', 'gitlab'] as const;

it.each(jsonFormats)('%s is JSON that means what it was given', async (name) => {
  await fc.assert(
    fc.asyncProperty(hostileReport, hostileContext, async (report, contextOf) => {
      const parsed = JSON.parse(await formatReport(name, report, contextOf(report)));
      if (name === 'json') expect(parsed).toEqual(report);
      if (name === 'sarif') {
        expect(parsed.runs[0].results).toHaveLength(report.findings.length + 1);
        expect(sarifFaults(parsed)).toEqual([]);
      }
      if (name === 'gitlab') expect(parsed).toHaveLength(report.findings.length);
    }),
  );
});

it('junit is XML with as many cases as it says', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const parser = new SaxesParser();
      const seen = new Map<string, number>();
      let tests = '';
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', ({ name, attributes }) => {
        seen.set(name, (seen.get(name) ?? 0) + 1);
        if (name === 'testsuites') tests = String(attributes.tests);
      });
      parser.write(await formatReport('junit', report, { rules: [], color: false, columns: 80 })).close();
      expect(String(seen.get('testcase'))).toBe(tests);
      expect(seen.get('failure') ?? 0).toBe(report.counts.error);
    }),
  );
});

it('github writes nothing into a command but its own properties', async () => {
  const known = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const text = await formatReport('github', report, { rules: [], color: false, columns: 80 });
      for (const command of runnerCommands(text)) {
        // Read as the runner does: up to the next `::`, the name to the first space, properties between commas.
        const head = command.slice(2, command.indexOf('::', 2));
        const name = head.slice(0, head.indexOf(' '));
        const keys = head
          .slice(name.length + 1)
          .split(',')
          .map((property) => property.split('=')[0]!);
        expect(['error', 'warning', 'notice']).toContain(name);
        expect(keys.filter((key) => !known.includes(key))).toEqual([]);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }),
  );
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

it('markdown has the structure that we gave it', async () => {
  const ownHtml =
    /^<\/?(code|br|em|a)>$|^<a href="https&#58;\/\/unpkg\.com\/cto-lint&#64;0\.1\.0\/docs\/rules\/[^"<>|\s]*">$/;
  const ownTypes = [
    ...['root', 'heading', 'text', 'html', 'paragraph', 'strong', 'table', 'tableRow', 'tableCell'],
    ...['list', 'listItem', 'code'],
  ];
  await fc.assert(
    fc.asyncProperty(hostileReport, hostileContext, async (report, contextOf) => {
      const text = await formatReport('markdown', report, contextOf(report));
      const nodes = nodesOf(
        fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }) as Node,
      );
      const typed = (type: string) => nodes.filter((node) => node.type === type);
      expect(nodes.map(({ type }) => type).filter((type) => !ownTypes.includes(type))).toEqual([]);
      expect(typed('html').filter(({ value }) => !ownHtml.test(value!))).toEqual([]);
      expect(typed('tableCell')).toHaveLength(
        report.findings.length === 0 ? 0 : (report.findings.length + 1) * 4,
      );
      expect(typed('listItem')).toHaveLength(report.notJudged.length);
      expect(typed('code')).toHaveLength(1);
      expect(typed('heading')).toHaveLength(2);
    }),
  );
});
