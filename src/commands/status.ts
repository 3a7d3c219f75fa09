import { RULES } from '../../rules/registry.ts';
import { createDetect } from '../check/detect.ts';
import { startsOf } from '../check/lines.ts';
import { maskPath, maskText } from '../check/masking.ts';
import { emptyScope } from '../check/scopes/nothing.ts';
import { check as runCheck } from '../check.ts';
import type { Place } from '../file.ts';
import { positionOf } from '../place.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding } from '../report/report.ts';
import { safeJson, safeLine } from '../report/safe-text.ts';
import { withoutSecrets } from '../report/without-secrets.ts';
import { type RouteStatus, statusOf } from '../route/status.ts';
import { UsageError } from './failure.ts';
import { openScope } from './opening/open-scope.ts';
import { type ExitCode, type Io, print } from './printing/output.ts';
import { chooseRules } from './rule-choice.ts';
import { todayOf } from './today.ts';

export interface StatusOptions {
  readonly format?: string;
  readonly rev?: string;
  readonly policy?: string;
  readonly policyFrom?: string;
  readonly today?: string;
}

const DRIFT = 'work/drift';

const STATUS_FORMATS = ['text', 'json', 'mermaid', 'html'] as const;
type StatusFormat = (typeof STATUS_FORMATS)[number];

function isStatusFormat(text: string): text is StatusFormat {
  return STATUS_FORMATS.some((format) => format === text);
}

function shown(place: Place | undefined): string | null {
  return place === undefined ? null : maskText(place.file, place.start, place.end);
}

/** An item's place for a reader: the path, secrets masked, and the line of its heading. */
function where(place: Place): { path: string; line: number } {
  return { path: maskPath(place.file), line: positionOf(startsOf(place.file), place).line };
}

function asJson(status: RouteStatus, drift: readonly Finding[]): string {
  return `${safeJson({
    decisions: status.decisions.map(({ identity, status: decided, record, value, since }) => ({
      path: record === undefined ? null : maskPath(record.document.file),
      route: identity ?? null,
      status: decided,
      since: since ?? null,
      approval_source: shown(value('approval_source')),
      provider: shown(value('provider')),
      model: shown(value('model')),
      fallback:
        value('fallback_provider') === undefined
          ? null
          : { provider: shown(value('fallback_provider')), model: shown(value('fallback_model')) },
    })),
    work: status.work.map(({ id, item, status: own, gate, missing }) => ({
      id,
      status: own ?? null,
      mayLeaveBlocked: gate?.mayLeaveBlocked ?? null,
      missing,
      ...(item === undefined ? { path: null, line: null } : where(item.at)),
    })),
    next: status.next,
    drift: drift.map(({ message, path, line, column, related }) => ({
      message,
      path,
      line,
      column,
      related,
    })),
  })}\n`;
}

async function asText(status: RouteStatus, drift: readonly Finding[], columns: number): Promise<string> {
  const { wrappedBehind } = await import('../report/wrapped.ts');
  const width = Math.min(Math.max(columns, 40), 100);
  const lines: string[] = [];
  const put = (first: string, text: string): void =>
    void lines.push(...wrappedBehind(first, safeLine(text), width));
  lines.push('Decided');
  if (status.decisions.length === 0) put('  ', 'Nothing: there is no decision record, so nothing may run.');
  for (const { identity, status: decided, value, since } of status.decisions) {
    put(
      '  ',
      `${identity === undefined ? '' : `${identity}: `}${decided}${since === undefined ? '' : `, since ${since}`}`,
    );
    const pair = [shown(value('provider')), shown(value('model'))].filter(Boolean).join(' ');
    const fallback = [shown(value('fallback_provider')), shown(value('fallback_model'))]
      .filter(Boolean)
      .join(' ');
    if (pair !== '') put('    pair      ', pair + (fallback === '' ? '' : `, fallback ${fallback}`));
    const approval = shown(value('approval_source'));
    if (approval) put('    approved  ', approval);
  }
  lines.push('', 'Work');
  for (const { id, item, status: own, gate, missing } of status.work) {
    const state = own ?? (item === undefined ? 'defined elsewhere' : 'no valid status');
    put('  ', `${id}  ${state}${item === undefined ? '' : `  ${item.title}`}`);
    if (missing.length > 0) put('    stays blocked for want of  ', missing.join('; '));
    else if (gate?.closes && own === 'blocked') put('    ', 'may be closed: what it waited for is there');
    else if (gate !== undefined && own === 'blocked') put('    ', 'may leave its blocked status');
  }
  lines.push('', 'Next');
  for (const step of status.next) put('  - ', step);
  if (status.next.length === 0) put('  ', 'Nothing waits for a step.');
  if (drift.length > 0) lines.push('', 'Drift');
  for (const { path, line, message } of drift) put('  - ', `${path}:${line} ${message}`);
  return `${lines.join('\n')}\n`;
}

async function formatted(
  format: StatusFormat,
  status: RouteStatus,
  findings: readonly Finding[],
  policy: Policy,
  io: Io,
): Promise<string> {
  if (format === 'json') return asJson(status, findings);
  if (format === 'text') return await asText(status, findings, io.terminal.columns);
  const { routeMap } = await import('../report/route-map.ts');
  const map = routeMap(status, policy);
  if (format === 'mermaid') return (await import('../report/route-mermaid.ts')).routeMermaid(map);
  const { withPlaces } = await import('../report/route-places.ts');
  const { routePage } = await import('../report/route-page.ts');
  return routePage(withPlaces(map, status), status, findings);
}

/** What is decided, what is blocked and why, what may be done next. 0 whatever the route says: it is no check. */
export async function status(options: StatusOptions, io: Io): Promise<ExitCode> {
  const format = options.format ?? 'text';
  if (!isStatusFormat(format)) {
    throw new UsageError(
      'There is no format of that name.',
      `Formats of \`status\` are ${STATUS_FORMATS.join(', ')}.`,
    );
  }
  const { format: _, ...scopeOptions } = options;
  const { scope, policy } = await openScope(
    { ...scopeOptions, paths: [] },
    todayOf(options.today, io.env),
    io,
  );
  // The page shows every finding of the route's documents, the others only what contradicts.
  const rules =
    format === 'html' ? await chooseRules(undefined, policy) : RULES.filter(({ id }) => id === DRIFT);
  const detect = createDetect({ policy, rules: new Set(), withFingerprints: false });
  // Only the route is asked for: files that belong to none are not read.
  const { files, steps } = emptyScope('worktree');
  const ofRoute = { ...scope, changed: undefined, files, steps };
  const { report, route } = await runCheck({
    scope: ofRoute,
    policy,
    rules,
    detect,
    evidenceMode: 'structure',
    notJudged: [],
    withFrames: false,
  });
  const governed = new Set(route.documents.map(({ file }) => maskPath(file)));
  const findings = report.findings.filter(({ path, ruleId }) => ruleId === DRIFT || governed.has(path));
  const found = statusOf(route, policy);
  // Titles and values of documents stand in it.
  await print(io.stdout, withoutSecrets(await formatted(format, found, findings, policy, io)));
  return 0;
}
