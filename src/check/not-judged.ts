import { isArchive } from '../documents/archive.ts';
import type { SourceFile } from '../file.ts';
import type { Policy } from '../policy/policy.ts';
import type { NotJudged, ScopeSummary } from '../report/report.ts';
import { maskPath } from './masking.ts';
import type { RawFile } from './source-file.ts';

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md#the-pointer */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v\d\n/;

/** A big tree may be full of them; the count of the rest says enough. */
const MOST = 100;

function whyNot(raw: RawFile, file: SourceFile): string | undefined {
  if (file.mode === '160000') return 'a submodule: its content is another repository’s';
  if (LFS_POINTER.test(file.text)) return 'a pointer of Git LFS: the content it stands for is not here';
  return raw.bytes && isArchive(raw.bytes) ? 'an archive: what it holds is not unpacked' : undefined;
}

/** Whether nothing of a file was left out. */
export function isWhole(raw: RawFile, file: SourceFile): boolean {
  return whyNot(raw, file) === undefined;
}

/** What a run saw and did not look into, so that nobody takes silence for a verdict. */
export class Unjudged {
  readonly #paths = new Map<string, string>();

  see(raw: RawFile, file: SourceFile): void {
    const why = whyNot(raw, file);
    if (why === undefined) return;
    const path = maskPath(file);
    const known = this.#paths.get(path);
    // The same whichever of a path's blobs comes first.
    if (known === undefined || why < known) this.#paths.set(path, why);
  }

  all(): readonly NotJudged[] {
    return Array.from(this.#paths, ([what, why]) => ({ what, why }));
  }
}

/** By path, each once, the first hundred and how many more; the same whichever order they were seen in. */
export function shownUnjudged(all: readonly NotJudged[]): readonly NotJudged[] {
  const byPath = new Map<string, string>();
  for (const { what, why } of all) {
    const known = byPath.get(what);
    if (known === undefined || why < known) byPath.set(what, why);
  }
  const listed = Array.from(byPath, ([what, why]) => ({ what, why })).sort((a, b) =>
    a.what < b.what ? -1 : 1,
  );
  const more = listed.length - MOST;
  if (more <= 0) return listed;
  return [
    ...listed.slice(0, MOST),
    { what: `${more} more files`, why: 'archives, pointers and submodules, as those above' },
  ];
}

/** What a whole run did not judge: for want of a list, of a base, or of a commit. */
export function notAsked({ kind }: ScopeSummary, { targets, authorities }: Policy): readonly NotJudged[] {
  const { authors, committers, signers } = authorities;
  const list: NotJudged[] = targets.length === 0 ? [{ what: 'TGT-1', why: 'no target is listed' }] : [];
  if (kind === 'rev' || kind === 'history')
    list.push({ what: 'changes', why: 'a whole revision, or a whole history, has no base to compare with' });
  const asked = authors !== undefined || committers !== undefined || signers !== undefined;
  if (asked && (kind === 'staged' || kind === 'worktree' || kind === 'stdin'))
    list.push({ what: 'DEC-15', why: 'nobody has committed this yet, so nobody answers for it' });
  return list;
}
