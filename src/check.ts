import type { Detect } from './check/detectors.ts';
import { withoutExceptions } from './check/exceptions.ts';
import { compareFindings, type PlacedFinding, toFindings } from './check/findings.ts';
import { frameOf } from './check/frames.ts';
import { withGuards } from './check/guarded-rules.ts';
import { mayConcern } from './check/mentions.ts';
import { notAsked, shownUnjudged, Unjudged } from './check/not-judged.ts';
import { createRevisionReader, type RevisionReader } from './check/revision-reader.ts';
import { runRules, subjectsNamed } from './check/run-rules.ts';
import type { Scope } from './check/scope.ts';
import { isFirst, isMine, runId, type ShardNumber } from './check/shards.ts';
import { EMPTY_SNAPSHOT } from './check/snapshot.ts';
import { lateFile, type RawFile } from './check/source-file.ts';
import { suppressionUses } from './check/suppression-uses.ts';
import { applySuppressions, type SuppressionState } from './check/suppressions.ts';
import { type Timing, timed } from './check/timing.ts';
import type { Document } from './documents/document.ts';
import { compileKinds } from './documents/kinds.ts';
import type { SourceFile } from './file.ts';
import type { Policy } from './policy/policy.ts';
import { policyPathIn } from './policy/policy-files.ts';
import type { PolicyData } from './policy/schema.ts';
import type { Finding, Frame, Report, Shard } from './report/report.ts';
import type { Change } from './route/change.ts';
import type { Route } from './route/route.ts';
import type { AnyRule } from './rule.ts';
import { LateError, type Run, runForText, stopAfter } from './time-limit.ts';
import { VERSION } from './version.ts';

export interface CheckRequest {
  readonly scope: Scope;
  readonly policy: Policy;
  readonly rules: readonly AnyRule[];
  readonly detect: Detect;
  readonly evidenceMode: Report['evidence']['mode'];
  /** What the caller knows that this run can't judge. */
  readonly notJudged: Report['notJudged'];
  /** Is told where the time went. */
  readonly timing?: Timing | undefined;
  /** Lines around each finding are kept for a terminal; anything else must not have them. */
  readonly withFrames: boolean;
  /** Left out: the run judges all of the scope. */
  readonly shard?: ShardNumber | undefined;
}

export interface CheckResult {
  readonly report: Report;
  readonly frames: ReadonlyMap<Finding, Frame>;
  readonly route: Route;
}

/** Where findings come together: placed at once, so that no text of a file that is done with is kept. */
class Collected {
  readonly findings: Finding[] = [];
  readonly frames = new Map<Finding, Frame>();
  /** Findings that the policy of before the change has to excuse as well. */
  readonly guards = new Map<Finding, PolicyData>();
  readonly unjudged = new Unjudged();
  files = 0;
  bytes = 0;
  readonly #withFrames: boolean;

  constructor(withFrames: boolean) {
    this.#withFrames = withFrames;
  }

  /** In scopes that have commits: which of them brought a blob to a path. */
  readonly #broughtBy = new Map<string, string>();

  judged(file: SourceFile): void {
    this.files += file.origin === 'tree' ? 1 : 0;
    // What was refused by its size, or is not here, was not read.
    this.bytes += file.unreadable === 'too-large' || file.unreadable === 'missing' ? 0 : file.size;
  }

  /** Of every file of the scope, whichever shard judges it. */
  passed({ blob, path, commit }: RawFile): void {
    if (commit !== undefined) this.#broughtBy.set(`${blob}\0${path}`, commit);
  }

  add(placed: readonly PlacedFinding[], guard?: PolicyData): void {
    for (const { finding: made, hit } of placed) {
      const { file } = hit.problem.at;
      const commit = made.commit ?? this.#broughtBy.get(`${file.blob}\0${file.path}`) ?? null;
      const finding = { ...made, commit };
      this.findings.push(finding);
      if (guard) this.guards.set(finding, guard);
      if (this.#withFrames) this.frames.set(finding, frameOf(hit.problem.at));
    }
  }
}

async function judgeFiles(
  request: CheckRequest,
  reader: RevisionReader,
  collected: Collected,
): Promise<void> {
  const { scope, policy, rules } = request;
  const documentRules = rules.filter((rule) => subjectsNamed(rule).includes('document'));
  const ownRules = rules.filter((rule) =>
    subjectsNamed(rule).some((each) => each === 'file' || each === 'document'),
  );
  const tellsLate = ownRules.some(({ id }) => id === UNREADABLE);
  const mentions = documentRules.flatMap((rule) => rule.mentions?.(policy) ?? []);
  const heads = new Map(scope.head.files.map(({ path, blob }) => [path, blob]));
  // In a range an older blob of a path is judged as a file only: a fault that a later commit mends is none.
  const isOfHead = ({ path, blob }: SourceFile): boolean =>
    heads.get(path) === '' || heads.get(path) === blob;
  for await (const raw of scope.files()) {
    collected.passed(raw);
    if (!isMine(raw, request.shard)) continue;
    const file = await reader.source(raw);
    collected.judged(file);
    collected.unjudged.see(raw, file);
    const run = runForText(file.text, policy.limits);
    // Nothing would tell of it.
    if (file.unreadable === 'timed-out' && !tellsLate)
      throw new LateError('A file took too long to be judged.');
    const judge = (rules: readonly AnyRule[], one: SourceFile, document: Document | undefined): void => {
      const documents = document ? [document] : [];
      const subject = { files: [one], documents, changes: [], route: undefined, isJudged: () => true };
      collected.add(
        toFindings(
          run(() => runRules(rules, subject, policy, request.timing)),
          policy,
        ),
      );
    };
    try {
      // Governed documents are judged as such, with their route. Any other is parsed only where a rule may have a say.
      const concerned =
        isPlain(file) &&
        isOfHead(file) &&
        run(() => reader.kinds(file).length === 0 && mayConcern(file, mentions));
      judge(ownRules, file, concerned ? await reader.document(file) : undefined);
    } catch (error) {
      if (!(error instanceof LateError && tellsLate)) throw error;
      judge(
        ownRules.filter(({ id }) => id === UNREADABLE),
        lateFile(file),
        undefined,
      );
    }
  }
}

/** Tells of a file that took too long. */
const UNREADABLE = 'file/unreadable';

function isPlain(file: SourceFile): boolean {
  return file.origin === 'tree' && file.mode.startsWith('100') && file.unreadable === undefined;
}

async function judgeRoute(
  request: CheckRequest,
  reader: RevisionReader,
  collected: Collected,
  run: Run,
): Promise<Route> {
  const { scope, policy, rules } = request;
  if (!isFirst(request.shard)) return await reader.route(EMPTY_SNAPSHOT, scope.knownCommits);
  const route = await reader.route(scope.head, scope.knownCommits);
  const { changed } = scope;
  const isJudged = (document: Document): boolean => changed === undefined || changed.has(document.file.path);
  const subject = { files: [], documents: route.documents, route, changes: [], isJudged };
  collected.add(
    toFindings(
      run(() => runRules(rules, subject, policy, request.timing)),
      policy,
    ),
  );
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
      collected.add(toFindings(hits, guarded.policy, step.commit), guarded.guard);
    }
  }
}

async function judgeSuppressions(
  { scope, policy, rules }: CheckRequest,
  reader: RevisionReader,
  states: readonly SuppressionState[],
  whole: boolean,
): Promise<readonly Finding[]> {
  if (states.length === 0) return [];
  let document: Document | undefined;
  const own = policyPathIn(policy.source, scope.summary.next);
  const listed = scope.head.files.filter(({ path }) => path === own);
  for await (const raw of scope.head.read(listed)) {
    document = await reader.document(await reader.source({ ...raw, commit: undefined }));
  }
  const suppressions = suppressionUses(states, document, policy.source, whole);
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
  const listing = scope.head.files.map(({ path, mode, blob }) => `${mode} ${blob} ${path}`);
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
  const end = performance.now() + policy.limits.seconds * 1000;
  // What is left of the time, for what looks at many files at once.
  const run: Run = (work) => stopAfter(end - performance.now(), work);
  const reader = createRevisionReader(policy, compileKinds(policy.kinds), request.detect, run);
  const collected = new Collected(request.withFrames);
  const { timing } = request;
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
    policy: { source: policy.source, digest: policy.digest },
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
