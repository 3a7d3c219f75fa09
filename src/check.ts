import { Collected } from './check/collected.ts';
import { detectedHits } from './check/detected-hits.ts';
import type { Detect } from './check/detectors.ts';
import { withoutExceptions } from './check/exceptions.ts';
import { compareFindings, toFindings } from './check/findings.ts';
import { withGuards } from './check/guarded-rules.ts';
import { judgeFiles } from './check/judge-files.ts';
import { notAsked, shownUnjudged } from './check/not-judged.ts';
import type { CheckRequest } from './check/request.ts';
import { createRevisionReader, NOTHING_JUDGED, type RevisionReader } from './check/revision-reader.ts';
import { runRules, subjectsNamed } from './check/run-rules.ts';
import { isFirst, runId } from './check/shards.ts';
import { EMPTY_SNAPSHOT } from './check/snapshot.ts';
import { asksOfAll } from './check/strange-rules.ts';
import { suppressionUses } from './check/suppression-uses.ts';
import { applySuppressions, type SuppressionState } from './check/suppressions.ts';
import { timed } from './check/timing.ts';
import { now } from './clock.ts';
import type { Document } from './documents/document.ts';
import { compileKinds } from './documents/kinds.ts';
import { policyPath } from './policy/policy-files.ts';
import type { Finding, Frame, Report, Shard } from './report/report.ts';
import type { Change } from './route/change.ts';
import type { Route } from './route/route.ts';
import { type Run, stopAfter } from './time-limit.ts';
import { VERSION } from './version.ts';

export interface CheckResult {
  readonly report: Report;
  readonly frames: ReadonlyMap<Finding, Frame>;
  readonly route: Route;
}

async function judgeRoute(
  request: CheckRequest,
  reader: RevisionReader,
  collected: Collected,
  run: Run,
): Promise<Route> {
  const { scope, policy, rules } = request;
  if (!isFirst(request.shard)) return await reader.route(EMPTY_SNAPSHOT, scope.knownCommits, NOTHING_JUDGED);
  const { changed } = scope;
  const tells = rules.some(({ id }) => id === 'file/unreadable');
  const isPathJudged = (path: string): boolean => changed === undefined || changed.has(path);
  const route = await reader.route(scope.head, scope.knownCommits, {
    isJudged: isPathJudged,
    isTold: (path) => tells && isPathJudged(path),
  });
  const isJudged = (document: Document): boolean => isPathJudged(document.file.path);
  const subject = { files: [], documents: route.documents, route, changes: [], isJudged };
  const hits = run(() => runRules(rules, subject, policy, request.timing));
  collected.add(toFindings(await detectedHits(hits, reader), policy));
  return route;
}

async function judgeChanges(
  request: CheckRequest,
  reader: RevisionReader,
  collected: Collected,
  run: Run,
): Promise<void> {
  const { scope, policy, rules } = request;
  const changeRules = rules.filter((rule) => subjectsNamed(rule).includes('change'));
  if (changeRules.length === 0 || !isFirst(request.shard)) return;
  for await (const step of scope.steps()) {
    const change: Change = await reader.change(step, scope.knownCommits);
    const subject = { files: [], documents: [], route: undefined, changes: [change], isJudged: () => false };
    for (const guarded of withGuards(changeRules, policy, step.basePolicy)) {
      const hits = run(() => runRules(guarded.rules, subject, guarded.policy, request.timing));
      const detected = await detectedHits(hits, reader);
      collected.add(toFindings(detected, guarded.policy, step.commit), guarded.guard);
    }
  }
}

async function judgeSuppressions(
  { scope, policy, policySnapshot = scope.head, rules }: CheckRequest,
  reader: RevisionReader,
  states: readonly SuppressionState[],
  whole: boolean,
): Promise<readonly Finding[]> {
  if (states.length === 0) return [];
  let document: Document | undefined;
  const own = policyPath(policy.source);
  const listed = policySnapshot.files.filter(({ path }) => path === own);
  for await (const raw of policySnapshot.read(listed)) {
    document = await reader.document(await reader.source({ ...raw, commit: undefined }));
  }
  const suppressions = suppressionUses(states, document, own, whole);
  const subject = { files: [], documents: [], route: undefined, changes: [], isJudged: () => false };
  const hits = runRules(rules, { ...subject, suppressions }, policy);
  return toFindings(hits, policy).map(({ finding }) => finding);
}

/** What the other shards have to know, or say, before anything is said of suppressions that excuse nothing. */
async function shardOf(
  request: CheckRequest,
  reader: RevisionReader,
  states: readonly SuppressionState[],
  { unjudged }: Collected,
  report: Report,
): Promise<Shard | undefined> {
  const { shard, scope, policy, rules } = request;
  if (shard === undefined) return undefined;
  const unused: Shard['unused'][number][] = [];
  const open = isFirst(shard) && scope.changed === undefined ? states : [];
  for (const state of open.filter(({ used, expired }) => !used && !expired)) {
    for (const finding of await judgeSuppressions(request, reader, [state], true))
      unused.push({ entry: state.at, finding });
  }
  // What is on disk has an id once it was read, and of what nobody asked for one shard reads more than another.
  const hasId = (path: string): boolean =>
    scope.summary.kind !== 'worktree' || (scope.changed?.has(path) ?? true);
  const listing = scope.head.files.map(
    ({ path, mode, blob }) => `${mode} ${hasId(path) ? blob : ''} ${path}`,
  );
  return {
    ...shard,
    run: runId(report, { today: policy.today, rules: rules.map(({ id }) => id), listing }),
    used: states.filter(({ used }) => used).map(({ at }) => at),
    unused,
    notJudged: unjudged.all(),
  };
}

/**
 * Scope → revisions → files → documents → route → rules → suppressions → report. Same content, same findings, whichever
 * scope delivers it.
 */
export async function check(request: CheckRequest): Promise<CheckResult> {
  const { scope, policy } = request;
  const end = now() + policy.limits.seconds * 1000;
  // What is left of the time, for what looks at many files at once.
  const run: Run = (work) => stopAfter(end - now(), work);
  const { timing } = request;
  const detect: Detect = (file) => timed(timing, 'detectors', () => request.detect(file));
  const kindGlobs = compileKinds(policy);
  const reader = createRevisionReader({
    policy,
    kindGlobs,
    detect,
    detectsAll: asksOfAll(request.rules),
    run,
  });
  const collected = new Collected(request.withFrames);
  await timed(timing, 'files', () => judgeFiles(request, reader, collected));
  const route = await timed(timing, 'route', () => judgeRoute(request, reader, collected, run));
  await timed(timing, 'changes', () => judgeChanges(request, reader, collected, run));

  const { kept, suppressed, states } = applySuppressions(
    withoutExceptions(collected.findings, policy, collected.guards),
    policy,
    collected.guards,
  );
  const whole = scope.changed === undefined && request.shard === undefined;
  const ofSuppressions = isFirst(request.shard)
    ? await judgeSuppressions(request, reader, states, whole)
    : [];
  const findings = [...kept, ...ofSuppressions].sort(compareFindings);
  const error = findings.filter(({ severity }) => severity === 'error').length;
  const report: Report = {
    schemaVersion: 1,
    tool: { name: 'cto-lint', version: VERSION },
    scope: scope.summary,
    policy: {
      source: policy.source,
      get digest() {
        return policy.digest;
      },
    },
    ok: error === 0,
    counts: { error, warning: findings.length - error },
    judged: { files: collected.files, bytes: collected.bytes, commits: scope.commits },
    evidence: { mode: request.evidenceMode },
    notJudged: [
      ...notAsked(scope.summary, policy),
      ...request.notJudged,
      ...(request.shard ? [] : shownUnjudged(collected.unjudged.all())),
    ],
    findings,
    suppressed: [...suppressed].sort(compareFindings),
  };
  const shard = await shardOf(request, reader, states, collected, report);
  return { report: shard ? { ...report, shard } : report, frames: collected.frames, route };
}
