import { createDetect } from '../../check/detect.ts';
import { joinReports } from '../../check/join-reports.ts';
import { withoutKnown } from '../../check/new-only.ts';
import type { Scope } from '../../check/scope.ts';
import type { ShardNumber } from '../../check/shards.ts';
import type { Snapshot } from '../../check/snapshot.ts';
import { createTiming, type Timing, timed } from '../../check/timing.ts';
import { type CheckResult, check as runCheck } from '../../check.ts';
import { now } from '../../clock.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Policy } from '../../policy/policy.ts';
import type { FormatName } from '../../report/formats.ts';
import type { Finding, FormatContext, Frame, Report } from '../../report/report.ts';
import type { Route } from '../../route/route.ts';
import { statusOf } from '../../route/status.ts';
import type { AnyRule } from '../../rule.ts';
import type { OpenedEvidence } from '../evidence/open-evidence.ts';
import type { Brought } from '../evidence/past.ts';
import { watchedScope } from '../opening/watched-scope.ts';
import { describeRule, emitReport } from '../printing/emit-report.ts';
import { parseFormats } from '../printing/formats.ts';
import { type ExitCode, type Io, print, wantsColor } from '../printing/output.ts';
import { ownCommand } from '../printing/own-command.ts';
import { type Progress, progressOn } from '../printing/progress.ts';
import { tellVerdict } from '../printing/tell-verdict.ts';
import { timingTable } from '../printing/timing-table.ts';
import { chooseRules } from '../rule-choice.ts';
import { withinSeconds } from './deadline.ts';
import { indexTexts } from './index-texts.ts';
import type { JudgeOptions } from './judge-options.ts';
import { type HowToJudge, manyFiles } from './many-files.ts';

/** A scope with the policy that goes with it, and what `--new-only` leaves out. */
export interface Opened {
  readonly repository: Repository;
  readonly scope: Scope;
  readonly policy: Policy;
  /** The revision that the policy is of: the evidence index comes from there too. */
  readonly policySnapshot: Snapshot;
  /** Where that is a range or a push. */
  readonly brought?: Brought | undefined;
  readonly known?: Scope | undefined;
  /** Which part of the scope is judged; all of it where there is none. */
  readonly shard?: ShardNumber | undefined;
  readonly how?: HowToJudge | undefined;
}

/** Formats that show fingerprints: others need not wait for them. */
const FINGERPRINTED: ReadonlySet<FormatName> = new Set<FormatName>(['json', 'sarif', 'gitlab']);

/** The runs that are at hand, else the committed index, else structure; nothing where no rule asks. */
async function evidenceOf(
  opened: Opened,
  ids: ReadonlySet<string>,
  io: Io,
  progress: Progress,
): Promise<OpenedEvidence | undefined> {
  if (!ids.has('evidence/no-copied-evidence')) return undefined;
  const { openEvidence } = await import('../evidence/open-evidence.ts');
  const { repository, policy, brought } = opened;
  const readIndexTexts = (path: string) => indexTexts(opened.policySnapshot, path);
  return await openEvidence({ repository, policy, io, brought, readIndexTexts, progress });
}

/** The report of one scope, before it is joined with others and printed. */
export async function judgeOne(
  opened: Opened,
  rules: readonly AnyRule[],
  withFingerprints: boolean,
  timing: Timing | undefined,
  io: Io,
  progress: Progress,
): Promise<CheckResult> {
  const { repository, scope, policy, known } = opened;
  const ids = new Set(rules.map(({ id }) => id));
  const evidence = await evidenceOf(opened, ids, io, progress);
  const detect = createDetect({
    policy,
    rules: ids,
    findEvidence: evidence?.find,
    withFingerprints:
      withFingerprints ||
      known !== undefined ||
      policy.suppress.some(({ rule }) => rule.startsWith('secrets/')),
  });
  const evidenceMode = evidence?.mode ?? 'structure';
  const common = {
    policy,
    policySnapshot: opened.policySnapshot,
    rules,
    detect,
    evidenceMode,
    notJudged: evidence?.notJudged ?? [],
    timing,
  };
  const many = manyFiles({ repository, rules, policy, evidence, timing, how: opened.how ?? {} }, io);
  const judged = await runCheck({
    ...common,
    scope: watchedScope(scope, progress),
    withFrames: io.terminal.out,
    shard: opened.shard,
    many,
  });
  if (known === undefined) return judged;
  const before = await runCheck({ ...common, scope: watchedScope(known, progress), withFrames: false, many });
  return { ...judged, report: withoutKnown(judged.report, before.report) };
}

/** The picture of the route, where what was judged has one: a message or a text alone has none. */
async function routeMapOf(routes: readonly (readonly [Route, Policy])[]): Promise<{ routeMap?: string }> {
  const [route, policy] = routes.find(([one]) => one.items.length > 0) ?? [];
  if (route === undefined || policy === undefined) return {};
  const { routeMap } = await import('../../report/route-map.ts');
  const { routeMermaid } = await import('../../report/route-mermaid.ts');
  return { routeMap: routeMermaid(routeMap(statusOf(route, policy), policy)) };
}

/** The shortest time that one of the policies allows. */
function secondsOf(opened: readonly Opened[]): number {
  return Math.min(...opened.map(({ policy }) => policy.limits.seconds));
}

/** Judges scopes, reports them as one. 0: nothing at severity error; 1: findings. What can't be judged is thrown. */
export async function judge(
  opened: readonly [Opened, ...Opened[]],
  options: JudgeOptions,
  io: Io,
  progress: Progress = progressOn(io),
): Promise<ExitCode> {
  const judged = withinSeconds(secondsOf(opened), io.began, judgeAll(opened, options, io, progress));
  return await judged.finally(progress.clear);
}

async function judgeAll(
  opened: readonly [Opened, ...Opened[]],
  options: JudgeOptions,
  io: Io,
  progress: Progress,
): Promise<ExitCode> {
  const formats = parseFormats(options.format, io.cwd);
  const timing = options.timing ? createTiming() : undefined;
  // Everything before: Node, the bundle, opening the repository, listing, the policy.
  timing?.add('start and git', now() - io.began);
  const described = new Map<string, AnyRule>();
  const reports: Report[] = [];
  const frames = new Map<Finding, Frame>();
  const routes: (readonly [Route, Policy])[] = [];
  for (const one of opened) {
    const rules = await chooseRules(options.rule, one.policy);
    for (const rule of rules) described.set(rule.id, rule);
    const fingerprinted = formats.some(({ name }) => FINGERPRINTED.has(name));
    const result = await judgeOne(one, rules, fingerprinted, timing, io, progress);
    reports.push(result.report);
    routes.push([result.route, one.policy]);
    for (const [finding, frame] of result.frames) frames.set(finding, frame);
  }
  const report = joinReports(reports as [Report, ...Report[]]);
  const context: FormatContext = {
    rules: [...described.values()].map(describeRule),
    color: wantsColor(io.env, io.terminal.out),
    command: ownCommand(io),
    columns: io.terminal.columns,
    ...(io.terminal.out ? { frames } : {}),
    ...(formats.some(({ name }) => name === 'markdown') ? await routeMapOf(routes) : {}),
  };
  const tooMany = options.maxWarnings !== undefined && report.counts.warning > options.maxWarnings;
  const ok = report.ok && !tooMany;
  progress.clear();
  await timed(timing, 'report', async () => {
    for (const request of formats) await emitReport(request, { ...report, ok }, context, io);
  });
  await tellVerdict(formats, { ...report, ok }, io);
  if (timing) await print(io.stderr, timingTable(timing, now() - io.began));
  return ok ? 0 : 1;
}
