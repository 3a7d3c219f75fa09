import type { Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { uniqueFingerprints } from './fingerprints.ts';
import type { Finding, FormatContext, Report, RuleDescription, SuppressedFinding } from './report.ts';
import { rulePage } from './rule-page.ts';
import { safeJson, safeUri } from './safe-text.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = '%SRCROOT%';

/** In a message `[text](target)` is a link (SARIF 2.1.0, section 3.11.6), unless its brackets are escaped. */
function messageText(text: string): string {
  return text.includes('](') ? text.replace(/[[\]\\]/g, '\\$&') : text;
}

function locationOf(path: string, region: Region): Location {
  return { physicalLocation: { artifactLocation: { uri: safeUri(path), uriBaseId: ROOT }, region } };
}

function ruleOf(rule: RuleDescription, version: string): ReportingDescriptor {
  const page = rulePage(rule.id, version);
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: { text: rule.help },
    ...(page !== undefined && { helpUri: page }),
    defaultConfiguration: { level: rule.severity },
    properties: { tags: [rule.id.split('/')[0]!] },
  };
}

function resultOf(finding: Finding, fingerprint: string, ruleIndex: number | undefined): Result {
  const { line, column, endLine, endColumn } = finding;
  const help = finding.help === '' ? '' : ` ${finding.help}`;
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: finding.severity,
    message: { text: messageText(finding.message + help) },
    locations: [locationOf(finding.path, { startLine: line, startColumn: column, endLine, endColumn })],
    relatedLocations: finding.related.map((place, id) => ({
      id,
      ...locationOf(place.path, { startLine: place.line, startColumn: place.column }),
      message: { text: messageText(place.message) },
    })),
    // The first name is the one that GitHub matches alerts by; without it, GitHub makes one from the lines around.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'ctoLint/v1': fingerprint },
    // Either every result of a run has this or none (section 3.27.23): an empty list says "not suppressed".
    suppressions: [],
    ...(finding.commit !== null && { properties: { commit: finding.commit } }),
  };
}

function suppressedOf(finding: SuppressedFinding, result: Result): Result {
  const { reason, owner, expires } = finding.suppression;
  return {
    ...result,
    suppressions: [
      { kind: 'external', status: 'accepted', justification: `${reason} (${owner}, until ${expires})` },
    ],
  };
}

/** SARIF 2.1.0, without a snippet of any file. */
export function sarif(report: Report, { rules }: Pick<FormatContext, 'rules'>): string {
  const { version } = report.tool;
  const suppressed = report.suppressed ?? [];
  const fingerprints = uniqueFingerprints([...report.findings, ...suppressed]);
  const indexes = new Map<string, number>(rules.map((rule, index) => [rule.id, index]));
  const toResult = (finding: Finding): Result =>
    resultOf(finding, fingerprints.get(finding)!, indexes.get(finding.ruleId));

  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: version,
            informationUri: 'https://www.npmjs.com/package/cto-lint',
            rules: rules.map((rule) => ruleOf(rule, version)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.notJudged.map(({ what, why }) => ({
              level: 'note',
              message: { text: messageText(`Not judged: ${what}: ${why}`) },
            })),
          },
        ],
        results: [
          ...report.findings.map(toResult),
          ...suppressed.map((finding) => suppressedOf(finding, toResult(finding))),
        ],
        properties: {
          ok: report.ok,
          scope: report.scope,
          policy: report.policy,
          judged: report.judged,
        },
      },
    ],
  };
  return safeJson(log);
}
