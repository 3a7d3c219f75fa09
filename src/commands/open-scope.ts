import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Scope } from '../check/scope.ts';
import { historyScope } from '../check/scopes/history.ts';
import { messageScope } from '../check/scopes/message.ts';
import { emptyScope } from '../check/scopes/nothing.ts';
import type { ScopeOptions } from '../check/scopes/options.ts';
import { rangeScope } from '../check/scopes/range.ts';
import { revisionScope } from '../check/scopes/revision.ts';
import { readStaged, type Staged, stagedScope } from '../check/scopes/staged.ts';
import { standardInputScope } from '../check/scopes/standard-input.ts';
import { worktreeScope } from '../check/scopes/worktree.ts';
import type { Range } from '../git/range.ts';
import { openRepository, type Repository } from '../git/repository.ts';
import { findCommit, resolveRevision } from '../git/revision.ts';
import type { Policy } from '../policy/policy.ts';
import type { CheckOptions } from './check.ts';
import { UsageError } from './failure.ts';
import { readAll } from './input.ts';
import { openRange } from './open-range.ts';
import type { Io } from './output.ts';
import { askedPaths } from './paths.ts';
import { type PolicyPlace, policyOf, readPolicy } from './read-policy.ts';

/** Which of these ids are commits. A handful at most: ids that a record names. */
export async function knownCommits(
  repository: Repository,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(ids.map(async (id) => ((await findCommit(repository, id)) ? [id] : [])));
  return new Set(found.flat());
}

function policyPlace(
  options: CheckOptions,
  range: Range | undefined,
  staged: Staged | undefined,
): PolicyPlace {
  if (options.policy !== undefined) return { kind: 'file', path: options.policy };
  if (options.policyFrom !== undefined) return { kind: 'revision', revision: options.policyFrom };
  if (staged !== undefined) return { kind: 'index', entries: staged.index };
  if (options.rev !== undefined) return { kind: 'revision', revision: options.rev };
  if (range !== undefined) return { kind: 'revision', revision: range.head };
  return { kind: 'worktree' };
}

async function openStaged(repository: Repository, { paths }: CheckOptions): Promise<Staged> {
  if (repository.bare) {
    throw new UsageError('A bare repository has nothing staged.', 'Judge a revision: `--rev HEAD`.');
  }
  if (paths.length > 0) throw new UsageError('--staged takes no paths.', 'Judge what is staged as a whole.');
  return await readStaged(repository);
}

function readMessage(file: string, cwd: string): Buffer {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (cause) {
    const error = new UsageError(
      'The file of the commit message cannot be read.',
      'Name the file that git gives to a commit-msg hook.',
    );
    error.cause = cause;
    throw error;
  }
}

function namedPath({ stdinFilename }: CheckOptions): string {
  if (stdinFilename !== undefined && stdinFilename !== '') return stdinFilename;
  throw new UsageError('--stdin does not say which file the text is.', 'Add `--stdin-filename PATH`.');
}

/** The repository, the policy that goes with what is judged, and the scope that the options name. */
export async function openScope(
  options: CheckOptions,
  today: string,
  io: Io,
): Promise<{ scope: Scope; policy: Policy; repository: Repository }> {
  const repository = await openRepository({
    cwd: io.cwd,
    env: io.env,
    hook: options.staged === true || options.message !== undefined,
  });
  const range =
    options.range === undefined
      ? undefined
      : await openRange(repository, options.range, io.env, options.allowEmpty === true);
  const staged = options.staged ? await openStaged(repository, options) : undefined;
  const policy = await readPolicy(repository, policyPlace(options, range, staged), today, io);
  const scopeOptions: ScopeOptions = {
    maxBytes: policy.limits.fileBytes,
    policy,
    policyOf,
    knownCommits: (ids) => knownCommits(repository, ids),
  };
  if (staged !== undefined) {
    return { scope: await stagedScope(repository, staged, scopeOptions), policy, repository };
  }
  if (options.rev !== undefined) {
    const commit = await resolveRevision(repository, options.rev);
    return { scope: await revisionScope(repository, commit, scopeOptions), policy, repository };
  }
  if (options.range !== undefined) {
    const scope =
      range === undefined ? emptyScope('range') : await rangeScope(repository, range, scopeOptions);
    return { scope, policy, repository };
  }
  if (options.history) return { scope: await historyScope(repository, scopeOptions), policy, repository };
  if (options.message !== undefined) {
    return { scope: messageScope(readMessage(options.message, io.cwd)), policy, repository };
  }
  if (options.stdin) {
    const [path] = askedPaths(repository, [namedPath(options)], io.cwd, 'any');
    const bytes = await readAll(io.stdin);
    return { scope: await standardInputScope(repository, path!, bytes, scopeOptions), policy, repository };
  }
  const asked = askedPaths(repository, options.paths, io.cwd);
  return { scope: await worktreeScope(repository, asked, scopeOptions), policy, repository };
}

/** What `--new-only` leaves out: the findings of the revision that it names, or of the scope's base. */
export async function openKnown(
  options: CheckOptions,
  scope: Scope,
  repository: Repository,
  policy: Policy,
): Promise<Scope | undefined> {
  if (options.newOnly === undefined || options.newOnly === false) return undefined;
  const named = typeof options.newOnly === 'string' ? options.newOnly : scope.summary.base;
  if (named === null && (scope.summary.kind === 'staged' || scope.summary.kind === 'worktree'))
    return undefined;
  if (named === null) {
    throw new UsageError(
      'There is no base to compare with.',
      'Name the revision that is known: `--new-only=REV`.',
    );
  }
  const commit = await resolveRevision(repository, named);
  const { fileBytes: maxBytes } = policy.limits;
  return await revisionScope(repository, commit, {
    maxBytes,
    policy,
    policyOf,
    knownCommits: (ids) => knownCommits(repository, ids),
  });
}
