import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { findProgram, trustedPath } from '../git/program.ts';
import { openRepository, type Repository } from '../git/repository/repository.ts';
import { gitVersion, OLDEST_GIT } from '../git/version.ts';
import { PolicyError } from '../policy/policy-error.ts';
import { MISNAMED_POLICY_FILES, POLICY_FILES, properName } from '../policy/policy-files.ts';
import { safeJson, safeLine } from '../report/safe-text.ts';
import { withoutSecrets } from '../report/without-secrets.ts';
import { wrappedBehind } from '../report/wrapped.ts';
import { type Diagnosis, fine, ill } from '../setup/doctor/diagnosis.ts';
import { diagnoseHooks } from '../setup/doctor/hooks.ts';
import { diagnoseWorkflows } from '../setup/doctor/workflows.ts';
import type { Survey } from '../setup/survey.ts';
import { UsageError } from './failure.ts';
import { readPolicy } from './opening/read-policy.ts';
import { columnsOf, type ExitCode, type Io, print } from './printing/output.ts';
import { rootOf, survey } from './survey.ts';
import { todayOf } from './today.ts';

export interface DoctorOptions {
  readonly format?: string;
}

const OLDEST_NODE = '20.19';

/** Programs that a desktop starts get no shell's PATH: nvm, fnm, volta and asdf are not on it. */
const GUI_PATH = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
  ...(process.platform === 'darwin' ? ['/opt/homebrew/bin'] : []),
].join(':');

function isOlder(version: string, oldest: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [least = 0, lesser = 0] = oldest.split('.').map(Number);
  return major < least || (major === least && minor < lesser);
}

async function diagnoseGit(io: Io): Promise<Diagnosis> {
  const version = await gitVersion(io.cwd, io.env);
  const mend = 'install a newer git: https://git-scm.com/downloads';
  if (version === undefined) return ill('git-old', 'git does not say its version.', mend);
  if (isOlder(version, OLDEST_GIT))
    return ill(
      'git-old',
      `git ${version} is older than ${OLDEST_GIT}, and lacks options that are needed.`,
      mend,
    );
  return fine('git', `git ${version}.`);
}

/** Where the husky file for programs without a shell's PATH lies: https://typicode.github.io/husky/how-to.html */
function huskyInit(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CONFIG_HOME || join(env.HOME ?? '', '.config'), 'husky', 'init.sh');
}

function diagnoseNode(found: Survey, io: Io): readonly Diagnosis[] {
  const { version } =
    process.versions.node === undefined ? { version: '0' } : { version: process.versions.node };
  if (isOlder(version, OLDEST_NODE))
    return [
      ill(
        'node-old',
        `Node ${version} is older than ${OLDEST_NODE}.`,
        'install a newer Node: https://nodejs.org',
      ),
    ];
  if (process.platform === 'win32' || findProgram('node', GUI_PATH) !== undefined)
    return [fine('node', `Node ${version}, on the PATH of a desktop's programs too.`)];
  const hook = found.read(`${found.hooks.folder}/pre-commit`) ?? '';
  const folder = dirname(process.execPath);
  const file = huskyInit(io.env);
  if (hook.includes(folder) || existsSync(file))
    return [fine('node', `Node ${version}; hooks say where it is.`)];
  const mend = found.hooks.folder.endsWith('.husky/_')
    ? `mkdir -p '${dirname(file)}' && echo 'export PATH="${folder}:$PATH"' >> '${file}'`
    : `sudo ln -s '${process.execPath}' /usr/local/bin/node`;
  return [
    ill(
      'node-not-on-gui-path',
      'A commit made from a desktop program does not find node: it is on the PATH of shells only.',
      mend,
    ),
  ];
}

async function diagnosePolicy(
  repository: Repository,
  root: string,
  found: Survey,
  io: Io,
): Promise<Diagnosis> {
  const path = POLICY_FILES.find((one) => found.read(one) !== undefined);
  const misnamed = MISNAMED_POLICY_FILES.find((one) => found.read(one) !== undefined);
  if (path === undefined && misnamed !== undefined) {
    const says = `No policy is read from a file named ${misnamed}.`;
    return ill('policy-misnamed', says, `mv ${misnamed} ${properName(misnamed)}`);
  }
  if (path === undefined) {
    const says =
      'There is no policy file at the root: the built-in policy is used, and knows no target of yours.';
    return ill('policy-missing', says, 'cto-lint init');
  }
  if (!found.paths.has(path))
    return ill('policy-ignored', `git ignores ${path}, so no commit has it.`, `git add --force ${path}`);
  try {
    const place = { kind: 'worktree', isListed: true } as const;
    await readPolicy(repository, place, todayOf(undefined, io.env), { ...io, cwd: root });
  } catch (error) {
    if (!(error instanceof PolicyError) && !(error instanceof UsageError)) throw error;
    const line = error instanceof PolicyError && error.line !== undefined ? `:${error.line}` : '';
    return ill('policy-broken', `${path}${line}: ${error.message}`, error.help);
  }
  return fine('policy', `${path} is a usable policy.`);
}

function diagnoseHistory({ shallow }: Repository): Diagnosis {
  if (!shallow) return fine('history', 'The whole history is here.');
  const says = 'This clone is shallow: a range whose base was cut off cannot be judged.';
  return ill(
    'shallow',
    says,
    'git fetch --unshallow (in GitHub Actions: actions/checkout with fetch-depth: 0)',
  );
}

function modeOf(root: string): (path: string) => number | undefined {
  return (path) => {
    const stats = lstatSync(resolve(root, path), { throwIfNoEntry: false });
    if (stats?.isSymbolicLink() !== true) return stats?.isFile() ? stats.mode : undefined;
    // A link to a hook is how some people share one; git follows it.
    return existsSync(resolve(root, path)) ? lstatSync(realpathSync(resolve(root, path))).mode : undefined;
  };
}

function switchedOff({ HUSKY, LEFTHOOK }: NodeJS.ProcessEnv): string | undefined {
  if (HUSKY === '0') return 'HUSKY=0';
  return LEFTHOOK === '0' || LEFTHOOK === 'false' ? `LEFTHOOK=${LEFTHOOK}` : undefined;
}

function hooksHere(repository: Repository, root: string, found: Survey, io: Io): readonly Diagnosis[] {
  if (io.env.GITHUB_ACTIONS === 'true' || io.env.GITLAB_CI === 'true') return [];
  const ownHooks = join(repository.commonDir, 'hooks');
  const inside = relative(root, ownHooks).split(sep).join('/');
  return diagnoseHooks({
    ...found,
    mode: modeOf(root),
    ownHooks: inside.startsWith('..') ? ownHooks : inside,
    isLinkedWorktree: repository.gitDir !== repository.commonDir,
    switchedOff: switchedOff(io.env),
  });
}

/** What installs the tool: where package.json names it already, `npm install` is enough. */
function installing({ paths, read }: Survey): string {
  if (!paths.has('package.json')) return 'npm install --global cto-lint';
  const isNamed = /"cto-lint"\s*:/.test(read('package.json') ?? '');
  return isNamed ? 'npm install' : 'npm install --save-dev cto-lint';
}

/** `node_modules/.bin/cto-lint --staged`, from the root; not the end of a longer path, such as a subfolder's. */
const CALLS_LOCAL = /(?:^|[\s'"])(?:\.\/)?node_modules\/\.bin\/cto-lint\b/m;
/** A file of this machine that `init` wrote into a hook: `/srv/mono/tools/node_modules/.bin/cto-lint --staged`. */
const CALLS_ABSOLUTE =
  /(?:^|[\s'"])(\/[^\s'"]{1,4096}\/(?:\.bin\/cto-lint|main\.js))['"]?[ \t]+(?:--staged|--message|pre-push)/gm;

/** Whether what the hooks call is there. */
function diagnoseTool(root: string, found: Survey, io: Io): readonly Diagnosis[] {
  const sources = [
    '.husky/pre-commit',
    `${found.hooks.folder}/pre-commit`,
    'lefthook.yml',
    '.pre-commit-config.yaml',
  ];
  const text = sources.map((path) => found.read(path) ?? '').join('\n');
  const local = 'node_modules/.bin/cto-lint';
  const isLocal = existsSync(join(root, local));
  const isOnPath = findProgram('cto-lint', trustedPath(io.env, root)) !== undefined;
  const needsLocal = CALLS_LOCAL.test(text);
  const needsEither = /(?:^|\n)\s*(?:(?:run|entry):\s*)?(?:exec )?cto-lint /.test(text);
  const isGone = [...text.matchAll(CALLS_ABSOLUTE)].some(([, path]) => !existsSync(path!));
  const missing = (needsLocal && !isLocal) || (needsEither && !isLocal && !isOnPath) || isGone;
  if (!missing) return [];
  return [
    ill(
      'cto-lint-not-installed',
      'The hooks call a cto-lint that is not installed here, and so refuse every commit.',
      installing(found),
    ),
  ];
}

/** What is to be typed stays in one line, however long, so that it can be copied. */
function asText(diagnoses: readonly Diagnosis[], columns: number): string {
  const lines = diagnoses.flatMap(({ ok, unsure, says, mend }) => [
    ...wrappedBehind(`${unsure ? '?' : ok ? '✔' : '✖'} `, safeLine(says), columns),
    ...(mend === undefined ? [] : [`    ${safeLine(mend)}`]),
  ]);
  const count = diagnoses.filter(({ ok }) => !ok).length;
  const open = diagnoses.filter(({ unsure }) => unsure).length;
  const told = open === 0 ? '' : ' What is marked with ? cannot be told.';
  const verdict = `${count === 0 ? 'Nothing to mend.' : `${count} to mend, each with what mends it.`}${told}`;
  return `${[...lines, '', verdict].join('\n')}\n`;
}

/** Says why the hooks or the check would not run. 0: they would; 1: something is to be mended; 2: it could not look. */
export async function doctor(options: DoctorOptions, io: Io): Promise<ExitCode> {
  const format = options.format ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new UsageError('There is no format of that name.', 'Formats of `doctor` are text and json.');
  const diagnoses: Diagnosis[] = [await diagnoseGit(io)];
  if (diagnoses.every(({ ok }) => ok)) {
    const repository = await openRepository({ cwd: io.cwd, env: io.env, hook: false });
    if (repository.bare)
      throw new UsageError(
        'A bare repository has no hooks of a clone.',
        'Run it in a clone; a server has the pre-receive hook.',
      );
    const root = rootOf(repository);
    const found = await survey(repository, io);
    diagnoses.push(
      ...diagnoseNode(found, io),
      await diagnosePolicy(repository, root, found, io),
      ...hooksHere(repository, root, found, io),
      ...diagnoseTool(root, found, io),
      ...diagnoseWorkflows(found),
      diagnoseHistory(repository),
    );
  }
  const ok = diagnoses.every((one) => one.ok);
  const told = format === 'json' ? safeJson({ ok, diagnoses }) : asText(diagnoses, columnsOf(io));
  await print(io.stdout, withoutSecrets(told));
  return ok ? 0 : 1;
}
