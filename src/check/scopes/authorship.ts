import type { CommitStep } from '../../git/commits/commit-walk.ts';
import { verifySignatures } from '../../git/commits/signatures.ts';
import type { ChangedEntry, Entry } from '../../git/listings/entry.ts';
import { listTree } from '../../git/listings/tree-listing.ts';
import { readObject } from '../../git/objects/objects.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { mergeBase } from '../../git/revision.ts';
import type { PolicyData } from '../../policy/schema.ts';
import type { Authorship } from '../../route/change.ts';
import type { Listing } from './listing.ts';

const MAX_SIGNERS_BYTES = 1_000_000;

/** `Ada <ada@example.com> 1767225600 +0000` */
function emailOf(person: Buffer): string {
  return /<([^<>]*)>/.exec(person.toString('utf8'))?.[1] ?? '';
}

/** Held against the signers of before: whoever adds a key has not signed with one that counts. */
async function signatureOf(
  repository: Repository,
  { id }: CommitStep,
  base: Pick<Listing, 'at'>,
  signers: string,
): Promise<Authorship['signature']> {
  const path = signers.replace(/^\.\//, '');
  const entry = base.at(path);
  if (!entry?.mode.startsWith('100')) return 'bad';
  const bytes = await readObject(repository, entry.blob, 'blob', { maxBytes: MAX_SIGNERS_BYTES });
  const kind = (await verifySignatures(repository, [id], bytes.toString('utf8'))).get(id)?.kind ?? 'none';
  return kind === 'unknown' ? 'bad' : kind;
}

type Side = Entry | ChangedEntry['base'];

function isSame(one: Side, other: Side): boolean {
  return one?.blob === other?.blob && one?.mode === other?.mode;
}

async function pathsOf(
  repository: Repository,
  commit: CommitStep['id'],
): Promise<ReadonlyMap<string, Entry>> {
  return new Map((await listTree(repository, commit)).map((entry) => [entry.path, entry]));
}

/**
 * What a merge has from another parent, unchanged, where the first parent had left it alone. To take over what the other
 * side has against a change of one's own side is a change that the merge itself makes.
 */
async function takenOver(
  repository: Repository,
  { commit, changed }: CommitStep,
): Promise<ReadonlySet<string>> {
  const [first, ...others] = commit.parents;
  const paths = new Set<string>();
  for (const other of others) {
    const parted = await mergeBase(repository, first!, other);
    if (parted === undefined) continue;
    const [before, there] = [await pathsOf(repository, parted), await pathsOf(repository, other)];
    for (const { path, base, next } of changed) {
      if (isSame(next, there.get(path)) && isSame(base, before.get(path))) paths.add(path);
    }
  }
  return paths;
}

/** Who made a commit, as far as that policy asks; `listing` is the revision's that it is of. */
export async function authorshipOf(
  repository: Repository,
  step: CommitStep,
  { policy, listing }: { readonly policy: PolicyData; readonly listing: Pick<Listing, 'at'> },
): Promise<Authorship> {
  const { authorities } = policy;
  const { authors, committers, signers } = authorities;
  const isAsked = authors !== undefined || committers !== undefined || signers !== undefined;
  return {
    authorities,
    authorEmail: emailOf(step.commit.author),
    committerEmail: emailOf(step.commit.committer),
    signature: signers === undefined ? 'not-asked' : await signatureOf(repository, step, listing, signers),
    takenOver: isAsked && step.commit.parents.length > 1 ? await takenOver(repository, step) : new Set(),
  };
}
