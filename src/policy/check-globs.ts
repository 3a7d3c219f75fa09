import { globFault } from './globs.ts';
import type { PolicyFault } from './policy-fault.ts';
import { neverMeant } from './repository-glob.ts';
import type { PolicyData } from './schema.ts';

interface At {
  readonly path: readonly PropertyKey[];
  readonly glob: string;
}

function* each(path: readonly PropertyKey[], globs: readonly string[]): Iterable<At> {
  for (const [at, glob] of globs.entries()) yield { path: [...path, at], glob };
}

/** Globs of paths of the repository, with the path of keys that leads to each. */
function* repositoryGlobs(policy: PolicyData): Iterable<At> {
  for (const [kind, globs] of Object.entries(policy.kinds)) yield* each(['kinds', kind], globs);
  for (const [rule, globs] of Object.entries(policy.except)) yield* each(['except', rule], globs);
  yield* each(['protected'], policy.protected);
  for (const [at, { documents }] of (policy.sot?.statements ?? []).entries())
    yield* each(['sot', 'statements', at, 'documents'], documents);
  for (const [at, { path }] of policy.suppress.entries())
    yield { path: ['suppress', at, 'path'], glob: path };
}

/** Globs of the file system: absolute, or from a home. */
function* outsideGlobs({ evidence }: PolicyData): Iterable<At> {
  yield* each(['evidence', 'roots'], evidence.roots);
  yield* each(['evidence', 'references'], evidence.references);
}

function* faults(policy: PolicyData): Iterable<{ readonly at: At; readonly why: string | undefined }> {
  for (const at of repositoryGlobs(policy)) yield { at, why: globFault(at.glob) ?? neverMeant(at.glob) };
  for (const at of outsideGlobs(policy)) yield { at, why: globFault(at.glob) };
}

/** A glob that could match nothing would switch a rule off unseen: the first such one, if any. */
export function checkGlobs(policy: PolicyData): PolicyFault | undefined {
  for (const { at, why } of faults(policy)) {
    if (why !== undefined)
      return {
        path: at.path,
        why: `holds a glob that can't be used: ${why}`,
        help: 'Write a simple glob: `*` within a folder, `**` across folders, `{a,b}`.',
      };
  }
  return undefined;
}
