import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readCommittedRoute } from '../check/committed-route.ts';
import { createDetect } from '../check/detect.ts';
import { namedPath } from '../disk/named-path.ts';
import { digestPlainFile } from '../disk/read-file.ts';
import type { AdmissionData } from '../documents/kinds/formats.ts';
import { type IsForbidden, realPath } from '../git/follow.ts';
import type { Repository } from '../git/repository/repository.ts';
import type { Policy } from '../policy/policy.ts';
import { PolicyError } from '../policy/policy-error.ts';
import type { Route } from '../route/route.ts';
import { absentPlaces } from './credentials.ts';
import { readDecision } from './decision.ts';
import { type Readers, readAdmission, readBuildReports, readConfig, readLocalAdapter } from './documents.ts';
import { type Asked, readAsked, VARIABLES } from './environment.ts';
import type { Binary, Build, DataDirectory, GateFacts, GatePolicy, Given } from './facts.ts';
import { isolationFaults } from './isolation.ts';
import { readCommand } from './read-command.ts';
import { wholeAdmission } from './whole-admission.ts';

/** What the gate is asked about. */
export interface GateRequest {
  readonly repository: Repository;
  readonly policy: Policy;
  readonly isForbidden: IsForbidden;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** The command that is to be run, its program first. */
  readonly argv: readonly string[] | undefined;
  readonly buildReport: string | undefined;
}

function gatePolicy(policy: Policy): GatePolicy {
  const { decision, build, task, run } = policy;
  if (decision && build && task && run) return { ...policy, decision, build, task, run };
  throw new PolicyError(
    policy.source,
    undefined,
    'The policy has no `decision`, `build`, `task` or `run`, so there is nothing to hold a start against.',
    'Add them, or write `extends: cto`.',
  );
}

/** Every path that a variable or argument names, absolute. One that leads into a target ends the run before any is opened. */
function namedPaths(asked: Asked, request: GateRequest, isForbidden: IsForbidden) {
  const { cwd } = request;
  const path = (what: string, text: string | undefined): string | undefined =>
    text === undefined ? undefined : namedPath(what, text, cwd, isForbidden);
  return {
    binary: path(VARIABLES.binary, asked.binary),
    admission: path(VARIABLES.admissionFile, asked.admissionFile),
    dataDir:
      asked.dataDir && realPath(VARIABLES.dataDir, path(VARIABLES.dataDir, asked.dataDir)!, isForbidden),
    adapter: path(VARIABLES.adapterFile, asked.adapterFile),
    buildReport: path('--build-report', request.buildReport),
  };
}

/** Ten times what a program with its runtime in it takes. */
const MAX_BINARY_BYTES = 1_000_000_000;

function readBinary(path: string | undefined): Binary {
  if (path === undefined) return { state: 'unnamed' };
  const read = digestPlainFile(path, MAX_BINARY_BYTES);
  if (typeof read === 'string') return { state: 'refused', refusal: read };
  return { state: 'read', digest: read.digest, executable: (read.mode & 0o111) !== 0 && mayExecute(path) };
}

function mayExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The report that is named; else of the route's the one of this very binary, or the last one that was made. */
async function readBuild(
  path: string | undefined,
  binary: Binary,
  route: Route,
  readers: Readers,
): Promise<Build> {
  const found = await readBuildReports(path, route, readers);
  const own = found.find(
    (build) =>
      build.state === 'read' && binary.state === 'read' && build.value?.binary_sha256 === binary.digest,
  );
  const timeOf = (build: Build): string =>
    build.state === 'read' ? new Date(build.value?.build_timestamp ?? 0).toISOString() : '';
  const [last] = [...found].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
  return own ?? last ?? { state: 'unnamed', identityFaults: [] };
}

async function readDataDirectory(
  path: string | undefined,
  adapter: string | undefined,
  admission: Given<AdmissionData>,
  request: GateRequest,
  readers: Readers,
): Promise<DataDirectory | undefined> {
  if (path === undefined) return undefined;
  const { root, gitDir, commonDir } = request.repository;
  const real = (folder: string): string => realPath('a folder', folder, readers.isForbidden);
  const { HOME, XDG_CONFIG_HOME } = request.env;
  return {
    shared: isolationFaults(path, {
      homes: [...new Set([HOME || homedir(), homedir()])].map(real),
      configHome: XDG_CONFIG_HOME ? real(XDG_CONFIG_HOME) : undefined,
      repository: [root, gitDir, commonDir].flatMap((folder) => (folder === undefined ? [] : [real(folder)])),
    }),
    ...(await readConfig(join(path, 'config.json'), wholeAdmission(admission), readers)),
    adapter: await readLocalAdapter(adapter ?? join(path, 'local-adapter.json'), readers),
  };
}

/** All that the gate decides upon. Each file is read once; nothing is started but git. */
export async function gatherFacts(request: GateRequest): Promise<GateFacts> {
  const { repository, env, isForbidden } = request;
  const policy = gatePolicy(request.policy);
  const asked = readAsked(env);
  const paths = namedPaths(asked, request, isForbidden);
  const detect = createDetect({ policy, rules: new Set(), withFingerprints: false });
  const readers: Readers = { policy, detect, isForbidden };

  const command = request.argv && (await readCommand(request.argv, policy.task.shape, request.cwd, readers));
  const route = await readCommittedRoute(repository, repository.head, policy);
  const admission = await readAdmission(paths.admission, readers);
  const binary = readBinary(paths.binary);
  return {
    asked,
    policy,
    decision: readDecision(route, wholeAdmission(admission), policy),
    admission,
    binary,
    build: await readBuild(paths.buildReport, binary, route, readers),
    dataDir: await readDataDirectory(paths.dataDir, paths.adapter, admission, request, readers),
    absentCredentials: absentPlaces(wholeAdmission(admission), policy, request, isForbidden),
    command,
  };
}
