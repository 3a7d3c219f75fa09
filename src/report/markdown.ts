import type { Finding, FormatContext, Report } from './report.ts';
import { rulePage } from './rule-page.ts';
import { safeLines, safeMarkdown, safeProse } from './safe-text.ts';
import { countsText, judgedText, uncountedText, worstFirst } from './summary.ts';

/** A job summary of GitHub may hold 1 MiB, and is dropped whole beyond that. */
const FINDINGS_SHOWN = 200;
const NOT_JUDGED_SHOWN = 20;

/** In HTML, since a span of backticks can't hold every text. Mentions and emoji stay text in it. */
function code(text: string): string {
  return `<code>${safeMarkdown(text)}</code>`;
}

function findingRow(finding: Finding, { version }: Report['tool']): string {
  const { severity, path, line, column, message, help, related, ruleId, commit } = finding;
  const where = [code(`${path}:${line}:${column}`)];
  if (commit !== null) where.push(`commit ${code(commit.slice(0, 12))}`);
  const what = [safeProse(message)];
  if (help !== '') what.push(`<em>${safeProse(help)}</em>`);
  for (const place of related) {
    what.push(`See ${code(`${place.path}:${place.line}:${place.column}`)} ${safeProse(place.message)}`);
  }
  const page = rulePage(ruleId, version);
  const rule =
    page === undefined ? code(ruleId) : `<a href="${safeMarkdown(page)}">${safeMarkdown(ruleId)}</a>`;
  const icon = severity === 'error' ? '❌' : '⚠️';
  return `| ${icon} ${severity} | ${where.join('<br>')} | ${what.join('<br>')} | ${rule} |`;
}

/** GitHub draws no larger one: https://mermaid.js.org/config/schema-docs/config.html#maxtextsize and `maxEdges` there. */
const MAP_LIMITS = { letters: 50_000, edges: 500 };

function isDrawable(map: string): boolean {
  const edges = map.split('\n').filter((line) => /-->|\.->/.test(line)).length;
  return map.length <= MAP_LIMITS.letters && edges <= MAP_LIMITS.edges;
}

function route(map: string): string[] {
  if (isDrawable(map)) return fenced('mermaid', map);
  return ['The route is too large for a picture here: `cto-lint status --format html` draws it.'];
}

/** A fence that no line of the text can close. */
function fenced(language: string, text: string): string[] {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, safeLines(text.trimEnd()), fence];
}

/** A summary for a pull request or a job's page: the verdict, every finding, what was judged and what was not, the route. */
export function markdown(report: Report, { routeMap }: Pick<FormatContext, 'routeMap'>): string {
  const verdict = `${countsText(report)}${uncountedText(report)}`;
  const rows = [`## ${report.ok ? '✅' : '❌'} cto-lint: ${verdict}`, ''];

  if (report.findings.length > 0) {
    rows.push('| Severity | Where | What, and what to do | Rule |', '| --- | --- | --- | --- |');
    rows.push(
      ...worstFirst(report.findings)
        .slice(0, FINDINGS_SHOWN)
        .map((finding) => findingRow(finding, report.tool)),
      '',
    );
    const rest = report.findings.length - FINDINGS_SHOWN;
    if (rest > 0) rows.push(`… and ${rest} more.`, '');
  }

  rows.push(`**Judged:** ${judgedText(report)}, by the policy ${code(report.policy.source)}`, '');
  if (report.notJudged.length > 0) {
    rows.push('**Not judged:**', '');
    for (const { what, why } of report.notJudged.slice(0, NOT_JUDGED_SHOWN)) {
      rows.push(`- ${code(what)}: ${safeProse(why)}`);
    }
    const rest = report.notJudged.length - NOT_JUDGED_SHOWN;
    if (rest > 0) rows.push(`- and ${rest} more`);
    rows.push('');
  }
  if (routeMap !== undefined) rows.push('### Route', '', ...route(routeMap), '');
  return rows.join('\n');
}
