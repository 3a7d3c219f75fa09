import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { filesEnding, type Snapshot } from '../../check/snapshot.ts';
import { forbiddenBy } from '../../disk/named-path.ts';
import { lookIfAllowed } from '../../disk/plain-file.ts';
import { readNamedFile } from '../../disk/read-file.ts';
import { REFUSED } from '../../disk/refusal.ts';
import { refuseForbidden } from '../../git/follow.ts';
import type { Entry } from '../../git/listings/entry.ts';
import { listRoot } from '../../git/listings/tree-listing.ts';
import { listWorktree, lookForFiles } from '../../git/listings/worktree-listing.ts';
import { readWorktree } from '../../git/listings/worktree-reading.ts';
import { readObject } from '../../git/objects/objects.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { resolveRevision } from '../../git/revision.ts';
import { BUILT_IN } from '../../policy/builtin.ts';
import { plainPolicy } from '../../policy/plain-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import { PolicyError } from '../../policy/policy-error.ts';
import { isPolicyFile, POLICY_FILE_ENDS, POLICY_FILES } from '../../policy/policy-files.ts';
import type { PolicyData } from '../../policy/schema.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../printing/output.ts';
import { RULE_IDS } from '../rule-choice.ts';
import { localTargets } from './local-targets.ts';
import { assertNamed, POLICY_NAMES } from './misnamed-policy.ts';
import type { PolicyPlace } from './policy-place.ts';
import { targetMatcher } from './target-matcher.ts';

const MAX_BYTES = 1_000_000;

interface PolicyText {
  readonly text: string;
  readonly source: string;
}

function onlyOne<T extends { readonly path: string }>(files: readonly T[]): T | undefined {
  const found = files.filter(({ path }) => isPolicyFile(path));
  if (found.length > 1) {
    throw new PolicyError(found[1]!.path, undefined, 'There are two policy files.', 'Keep one of them.');
  }
  return found[0];
}

function assertPlain(entry: Pick<Entry, 'path' | 'mode'>): void {
  if (entry.mode.startsWith('100')) return;
  throw new PolicyError(entry.path, undefined, 'The policy file is a link.', 'Commit it as a regular file.');
}

async function fromEntries(
  repository: Repository,
  entries: readonly Entry[],
  prefix: string,
): Promise<PolicyText | undefined> {
  const entry = onlyOne(entries);
  if (entry === undefined) return undefined;
  assertPlain(entry);
  const bytes = await readObject(repository, entry.blob, 'blob', { maxBytes: MAX_BYTES });
  return { text: bytes.toString('utf8'), source: `${prefix}${entry.path}` };
}

/** git lists no pipe, device or socket: one in the policy's place would pass for none. */
function refusePipes(root: string): void {
  const name = POLICY_FILES.find((one) => lookIfAllowed(join(root, one))?.isFile() === false);
  if (name === undefined) return;
  throw new PolicyError(name, undefined, 'The policy file is no regular file.', 'Make it one, or remove it.');
}

async function fromWorktree(repository: Repository, isListed: boolean): Promise<PolicyText | undefined> {
  if (repository.root === undefined) {
    const tree = repository.head === undefined ? [] : await listRoot(repository, repository.head);
    assertNamed(tree);
    return await fromEntries(repository, tree, 'HEAD:');
  }
  const entries = isListed
    ? (await listWorktree(repository)).entries
    : await lookForFiles(repository, POLICY_NAMES);
  assertNamed(entries);
  const entry = onlyOne(entries);
  if (entry === undefined) {
    refusePipes(repository.root);
    return undefined;
  }
  assertPlain(entry);
  for await (const { answer } of readWorktree(repository, [entry], { maxBytes: MAX_BYTES })) {
    if (answer.kind === 'object') return { text: answer.bytes.toString('utf8'), source: entry.path };
  }
  throw new PolicyError(
    entry.path,
    undefined,
    'The policy file cannot be read.',
    'Make it a regular file under a megabyte.',
  );
}

function fromFile(path: string, cwd: string): PolicyText {
  const read = readNamedFile(resolve(cwd, path), MAX_BYTES);
  if (typeof read !== 'string') return { text: read.bytes.toString('utf8'), source: path };
  throw new UsageError(`The policy file that --policy names ${REFUSED[read]}.`, 'Name a regular file.');
}

async function policyText(
  repository: Repository,
  place: PolicyPlace,
  cwd: string,
): Promise<PolicyText | undefined> {
  switch (place.kind) {
    case 'built-in':
      return undefined;
    case 'file':
      return fromFile(place.path, cwd);
    case 'index':
      assertNamed(place.entries);
      return await fromEntries(repository, place.entries, '');
    case 'worktree':
      return await fromWorktree(repository, place.isListed);
    case 'revision': {
      const commit = await resolveRevision(repository, place.revision);
      const entries = await listRoot(repository, commit);
      if (!place.trusted) assertNamed(entries);
      return await fromEntries(repository, entries, `${commit.slice(0, 12)}:`);
    }
  }
}

/** Keys in one order, so that the digest is of what the policy says and not of how its file is written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

export function completePolicy(data: PolicyData, source: string, today: string): Policy {
  let digest: string | undefined;
  return {
    ...data,
    today,
    source,
    // Few formats tell it, and it takes a hook longer than its judging.
    get digest() {
      digest ??= `sha256:${createHash('sha256').update(canonical(data)).digest('hex')}`;
      return digest;
    },
  };
}

async function policyData(
  repository: Repository,
  place: PolicyPlace,
  cwd: string,
): Promise<{ data: PolicyData; source: string }> {
  const found = await policyText(repository, place, cwd);
  if (found === undefined) return { data: BUILT_IN, source: 'built-in cto' };
  // A start without a policy of one's own needs neither zod nor YAML.
  const plain = plainPolicy(found.text);
  if (plain !== undefined) return { data: plain, source: found.source };
  const { loadPolicy } = await import('../../policy/load-policy.ts');
  return { data: loadPolicy(found.text, found.source, RULE_IDS), source: found.source };
}

/** A policy of another revision may list targets that were not known when the repository was opened. */
function refuseLinks({ links }: Repository, targets: PolicyData['targets'], source: string): void {
  if (targets.length === 0) return;
  const isForbidden = forbiddenBy(targetMatcher(targets, source));
  for (const { what, path } of links) refuseForbidden(what, path, isForbidden);
}

/** The policy of what is judged; the built-in one where it has none. */
export async function readPolicy(
  repository: Repository,
  place: PolicyPlace,
  today: string,
  io: Pick<Io, 'cwd' | 'env'>,
): Promise<Policy> {
  const { data, source } = await policyData(repository, place, io.cwd);
  const targets = [...data.targets, ...(await localTargets(repository, io))];
  refuseLinks(repository, targets, source);
  return completePolicy({ ...data, targets }, source, today);
}

/** The policy that a revision itself has, for comparing two of them; `undefined` where its file can't be used. */
export async function policyOf(snapshot: Snapshot): Promise<PolicyData | undefined> {
  const listed = filesEnding(snapshot, POLICY_FILE_ENDS).filter(({ path }) => isPolicyFile(path));
  if (listed.length === 0) return BUILT_IN;
  if (listed.length > 1 || !listed[0]!.mode.startsWith('100')) return undefined;
  for await (const { bytes, path } of snapshot.read(listed)) {
    if (bytes === undefined) return undefined;
    const { loadPolicy } = await import('../../policy/load-policy.ts');
    try {
      return loadPolicy(Buffer.from(bytes).toString('utf8'), path, RULE_IDS);
    } catch (error) {
      if (error instanceof PolicyError) return undefined;
      throw error;
    }
  }
  return undefined;
}
