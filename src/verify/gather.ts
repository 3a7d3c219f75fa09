import { basename, join } from 'node:path';
import { readCommittedRoute } from '../check/committed-route.ts';
import { createDetect } from '../check/detect.ts';
import { namedPath } from '../disk/named-path.ts';
import { lookAt } from '../disk/plain-file.ts';
import { VARIABLES } from '../gate/environment.ts';
import type { IsForbidden } from '../git/follow.ts';
import type { Repository } from '../git/repository/repository.ts';
import type { Policy } from '../policy/policy.ts';
import { PolicyError } from '../policy/policy-error.ts';
import { admittedPairs, isSamePair } from '../route/pair.ts';
import type { TargetMatcher } from '../targets/matcher.ts';
import type { AdmissionFacts, ReadRunFile, RunFacts, RunReport } from './facts.ts';
import { findAdmission } from './find-admission.ts';
import { readPatch } from './read-patch.ts';
import { readReport } from './read-report.ts';
import { readRunFile, shownPath } from './read-run-file.ts';
import { timeIn } from './report-values.ts';
import type { Expected } from './strangers.ts';
import { changedBetween, RunDirectoryError, walkRun } from './walk-run.ts';

/** What a verdict is asked about. */
export interface RunRequest {
  readonly repository: Repository;
  readonly policy: Policy;
  readonly matcher: TargetMatcher;
  readonly isForbidden: IsForbidden;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly runDir: string;
  readonly admission: string | undefined;
  readonly onProgress: ((readBytes: number, allBytes: number) => void) | undefined;
}

function assertDirectory(path: string): void {
  const stats = lookAt(path);
  if (stats === undefined) throw new RunDirectoryError('The run directory does not exist.');
  if (stats.isSymbolicLink())
    throw new RunDirectoryError('The run directory is a link, which is not followed.');
  if (!stats.isDirectory()) throw new RunDirectoryError('The run directory is no directory.');
}

/** The pair that the run reports, and the fallback that the admission states. */
function expectedPairs(report: RunReport, { admission }: AdmissionFacts, policy: Policy): Expected {
  const { case_model_provider: provider, case_model: model } = report.data;
  const isReported = typeof provider === 'string' && typeof model === 'string';
  const reported = isReported ? [{ provider, model }] : [];
  const [, ...fallbacks] = admittedPairs(admission);
  const { neverProviders = [], neverModels = [] } = policy.decision?.fallback ?? {};
  return {
    pairs: [...reported, ...fallbacks.filter((one) => !reported.some((other) => isSamePair(one, other)))],
    engine: policy.run?.engine ?? '',
    never: [...neverProviders, ...neverModels],
  };
}

/** Reads a run directory once, and looks at it again: what changed in between is told. */
export async function gatherRun(request: RunRequest): Promise<RunFacts> {
  const { repository, policy, matcher, isForbidden, env, cwd } = request;
  const { run } = policy;
  if (run === undefined)
    throw new PolicyError(
      policy.source,
      undefined,
      'The policy has no `run`.',
      'Add it, or write `extends: cto`.',
    );
  const root = namedPath('RUN_DIR', request.runDir, cwd, isForbidden);
  const [what, named] =
    request.admission === undefined
      ? [VARIABLES.admissionFile, env[VARIABLES.admissionFile] || undefined]
      : ['--admission', request.admission];
  const admissionPath = named === undefined ? undefined : namedPath(what, named, cwd, isForbidden);
  assertDirectory(root);

  const entries = walkRun(root);
  const route = await readCommittedRoute(repository, repository.head, policy);
  const detect = createDetect({ policy, rules: new Set(), withFingerprints: false });
  const admission = await findAdmission(admissionPath, route, repository, { policy, detect, isForbidden });
  const report = await readReport(join(root, 'report.json'));
  const regular = entries.filter(({ kind }) => kind === 'file');
  const all = regular.reduce((sum, { size }) => sum + size, 0);
  let read = 0;
  const search = {
    matcher,
    expected: expectedPairs(report, admission, policy),
    own: {
      name: basename(root),
      started: timeIn(report.data, ['started_at']),
      finished: timeIn(report.data, ['finished_at']),
    },
    onBytes: (count: number): void => {
      read += count;
      request.onProgress?.(read, all);
    },
  };
  const files: ReadRunFile[] = [];
  for (const entry of regular) files.push(await readRunFile(entry, search));
  const patch = readPatch(join(root, 'patch.diff'));
  const shown = (paths: readonly string[]): Promise<string[]> => Promise.all(paths.map(shownPath));
  const odd = entries.filter(({ kind }) => kind === 'link' || kind === 'special');
  const oddShown = await shown(odd.map(({ path }) => path));
  return {
    name: basename(root),
    policy: { ...policy, run },
    files,
    odd: odd.map(({ kind }, at) => ({ shown: oddShown[at]!, kind: kind === 'link' ? 'link' : 'special' })),
    names: await shown(entries.map(({ path }) => path)),
    changing: await shown(changedBetween(entries, walkRun(root))),
    report,
    patch,
    admission,
  };
}
