import { resolve } from 'node:path';
import type { Scope } from '../../check/scope.ts';
import { blobSnapshot } from '../../check/scopes/blobs.ts';
import { historyScope } from '../../check/scopes/history.ts';
import { listingOf } from '../../check/scopes/listing.ts';
import { messageScope } from '../../check/scopes/message.ts';
import { emptyScope } from '../../check/scopes/nothing.ts';
import type { ScopeOptions } from '../../check/scopes/options.ts';
import { rangeScope } from '../../check/scopes/range.ts';
import type { GivenText } from '../../check/scopes/raw-file.ts';
import { revisionScope } from '../../check/scopes/revision.ts';
import { readStaged, type Staged, stagedScope } from '../../check/scopes/staged.ts';
import { standardInputScope } from '../../check/scopes/standard-input.ts';
import { worktreeScope } from '../../check/scopes/worktree.ts';
import type { Snapshot } from '../../check/snapshot.ts';
import { readNamedFile } from '../../disk/read-file.ts';
import { REFUSED } from '../../disk/refusal.ts';
import { withoutVerboseDiff } from '../../git/commits/verbose-diff.ts';
import { listTree } from '../../git/listings/tree-listing.ts';
import type { ObjectId } from '../../git/object-id.ts';
import { knownCommits } from '../../git/peel.ts';
import type { Range } from '../../git/ranges/range.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { resolveRevision } from '../../git/revision.ts';
import type { Policy } from '../../policy/policy.ts';
import { POLICY_FILE_ENDS } from '../../policy/policy-files.ts';
import type { CheckOptions } from '../check-options.ts';
import { UsageError } from '../failure.ts';
import type { Opened } from '../judging/judge.ts';
import { formatFiles } from '../printing/formats.ts';
import { type Io, print } from '../printing/output.ts';
import { readAll } from './input.ts';
import { refuseMisfits } from './misfits.ts';
import { refuseMisnamed } from './misnamed-policy.ts';
import { refuseUnjudged } from './nothing-asked.ts';
import { openHere } from './open-here.ts';
import { openRange } from './open-range.ts';
import { askedPaths } from './paths.ts';
import type { PolicyPlace } from './policy-place.ts';
import { policyOf, readPolicy } from './read-policy.ts';

function policyPlace(
  options: CheckOptions,
  range: Range | undefined,
  staged: Staged | undefined,
): PolicyPlace {
  if (options.policy !== undefined) return { kind: 'file', path: options.policy };
  if (options.policyFrom === undefined) return judgedPlace(options, range, staged);
  const revision = policyRevision(options, range);
  return revision === undefined ? { kind: 'built-in' } : { kind: 'revision', revision, trusted: true };
}

/** Where what is judged has its own policy. */
function judgedPlace(
  options: CheckOptions,
  range: Range | undefined,
  staged: Staged | undefined,
): PolicyPlace {
  if (staged !== undefined) return { kind: 'index', entries: staged.index.ending(POLICY_FILE_ENDS) };
  if (options.rev !== undefined) return { kind: 'revision', revision: options.rev };
  if (range !== undefined) return { kind: 'revision', revision: range.head };
  return { kind: 'worktree', isListed: !options.history && options.message === undefined };
}

/**
 * The revision that `--policy-from` names. `auto` is the base of the range: `undefined` where there is none, as nothing
 * but the built-in policy is then out of the change's reach.
 */
function policyRevision(options: CheckOptions, range: Range | undefined): string | undefined {
  if (options.policyFrom !== 'auto') return options.policyFrom;
  if (options.range === undefined) {
    throw new UsageError(
      '--policy-from auto has no range to take the base of.',
      'Add `--range auto`, or name a revision: `--policy-from origin/main`.',
    );
  }
  return range?.base;
}

async function openStaged(repository: Repository): Promise<Staged> {
  if (repository.bare) {
    throw new UsageError('A bare repository has nothing staged.', 'Judge a revision: `--rev HEAD`.');
  }
  return await readStaged(repository);
}

function readMessage(file: string, { cwd, env }: Io, maxBytes: number): GivenText {
  const read = readNamedFile(resolve(cwd, file), maxBytes);
  if (typeof read !== 'string') return withoutVerboseDiff(read.bytes, env.GIT_EDITOR);
  if (read === 'too-large') return read;
  throw new UsageError(
    `The file of the commit message ${REFUSED[read]}.`,
    'Name the file that git gives to a commit-msg hook.',
  );
}

function namedPath({ stdinFilename }: CheckOptions): string {
  if (stdinFilename !== undefined && stdinFilename !== '') return stdinFilename;
  throw new UsageError('--stdin does not say which file the text is.', 'Add `--stdin-filename PATH`.');
}

/** What the options name, once repository and policy are known. */
async function scopeOf(
  repository: Repository,
  options: CheckOptions,
  named: { readonly range: Range | undefined; readonly staged: Staged | undefined },
  scopeOptions: ScopeOptions,
  io: Io,
): Promise<Scope> {
  const { range, staged } = named;
  if (staged !== undefined) return await stagedScope(repository, staged, scopeOptions);
  if (options.rev !== undefined) {
    return await revisionScope(repository, await resolveRevision(repository, options.rev), scopeOptions);
  }
  if (range !== undefined) return await rangeScope(repository, range, scopeOptions);
  if (options.range !== undefined) return emptyScope('range');
  if (options.history) return await historyScope(repository, scopeOptions);
  if (options.message !== undefined) {
    return messageScope(readMessage(options.message, io, scopeOptions.maxBytes));
  }
  if (options.stdin) {
    const [path] = askedPaths(repository, [namedPath(options)], io.cwd, 'any');
    const text = await readAll(io.stdin, scopeOptions.maxBytes);
    return await standardInputScope(repository, path!, text, scopeOptions);
  }
  const asked = askedPaths(repository, options.paths, io.cwd, 'existing', options.commands);
  const scope = await worktreeScope(repository, asked, scopeOptions);
  if (!options.allowEmpty) await refuseUnjudged(repository, asked, scope.changed ?? new Set());
  return scope;
}

/** A range comes after its base. */
function broughtBy({ base, selection }: Range): Opened['brought'] {
  return { after: base === undefined ? [] : [base], selection };
}

/** The repository, the policy that goes with what is judged, and the scope that the options name. */
export async function openScope(options: CheckOptions, today: string, io: Io): Promise<Opened> {
  refuseMisfits(options);
  const hook = options.staged === true || options.message !== undefined;
  const repository = await openHere(io, {
    hook,
    named: {
      'a path': options.paths,
      '--policy': options.policy,
      '--message': options.message,
      '--stdin-filename': options.stdinFilename,
      '--format': formatFiles(options.format, io.cwd),
    },
  });
  const range =
    options.range === undefined
      ? undefined
      : await openRange(repository, options.range, io.env, options.allowEmpty === true, (sentence) =>
          print(io.stderr, `cto-lint: ${sentence}\n`),
        );
  const staged = options.staged ? await openStaged(repository) : undefined;
  const policy = await readPolicy(repository, policyPlace(options, range, staged), today, io);
  if (options.policyFrom !== undefined && options.policy === undefined)
    await refuseMisnamed(repository, judgedPlace(options, range, staged));
  const revision = options.policyFrom === undefined ? undefined : policyRevision(options, range);
  const trusted = revision === undefined ? undefined : await resolveRevision(repository, revision);
  const scopeOptions = await scopeOptionsFor(repository, policy, trusted);
  const scope = await scopeOf(repository, options, { range, staged }, scopeOptions, io);
  const policySnapshot =
    trusted === undefined ? scope.head : await commitSnapshot(repository, trusted, policy);
  return { repository, scope, policy, policySnapshot, brought: range && broughtBy(range) };
}

/** `trusted` is the commit whose policy that is, where what is judged can't have changed it. */
export async function scopeOptionsFor(
  repository: Repository,
  policy: Policy,
  trusted?: ObjectId,
): Promise<ScopeOptions> {
  const entries = trusted === undefined ? undefined : await listTree(repository, trusted);
  return {
    trusted: entries && { policy, listing: listingOf(entries) },
    maxBytes: policy.limits.fileBytes,
    policy,
    policyOf,
    knownCommits: (ids) => knownCommits(repository, ids),
  };
}

/** The tree of a commit, for what is read from it beside what is judged. */
export async function commitSnapshot(
  repository: Repository,
  commit: ObjectId,
  policy: Policy,
): Promise<Snapshot> {
  return blobSnapshot(repository, await listTree(repository, commit), policy.limits.fileBytes);
}

/** What `--new-only` leaves out: the findings of the revision that it names, or of the scope's base. */
export async function openKnown(
  { newOnly }: CheckOptions,
  { scope, repository, policy }: Opened,
): Promise<Scope | undefined> {
  if (newOnly === undefined || newOnly === false) return undefined;
  const { base, kind } = scope.summary;
  const named = typeof newOnly === 'string' ? newOnly : base;
  // Before the first commit everything is new.
  if (named === null && (kind === 'staged' || kind === 'worktree')) return undefined;
  if (named === null) {
    throw new UsageError(
      'There is no base to compare with.',
      'Name the revision that is known: `--new-only=REV`.',
    );
  }
  const commit = await resolveRevision(repository, named);
  return await revisionScope(repository, commit, await scopeOptionsFor(repository, policy));
}
