import { globFault } from './globs.ts';
import type { PolicyFault } from './policy-fault.ts';
import type { PolicyData } from './schema.ts';

/** Every glob of a policy, with the path of keys that leads to it. */
function* globsOf(policy: PolicyData): Iterable<{ path: PropertyKey[]; glob: string }> {
  const lists: [PropertyKey[], readonly string[]][] = [
    ...Object.entries(policy.kinds).map(([kind, globs]): [PropertyKey[], string[]] => [
      ['kinds', kind],
      globs,
    ]),
    ...Object.entries(policy.except).map(([rule, globs]): [PropertyKey[], string[]] => [
      ['except', rule],
      globs,
    ]),
    [['protected'], policy.protected],
    [['evidence', 'roots'], policy.evidence.roots],
    [['evidence', 'references'], policy.evidence.references],
    ...(policy.sot?.statements ?? []).map(({ documents }, at): [PropertyKey[], string[]] => [
      ['sot', 'statements', at, 'documents'],
      documents,
    ]),
  ];
  for (const [path, globs] of lists)
    for (const [at, glob] of globs.entries()) yield { path: [...path, at], glob };
  for (const [at, { path }] of policy.suppress.entries())
    yield { path: ['suppress', at, 'path'], glob: path };
}

/** A glob that can't be compiled would match nothing, and so switch a rule off unseen: the first such one, if any. */
export function checkGlobs(policy: PolicyData): PolicyFault | undefined {
  for (const { path, glob } of globsOf(policy)) {
    const why = globFault(glob);
    if (why !== undefined)
      return {
        path,
        why: `holds a glob that can't be used: ${why}`,
        help: 'Write a simple glob: `*` within a folder, `**` across folders, `{a,b}`.',
      };
  }
  return undefined;
}
