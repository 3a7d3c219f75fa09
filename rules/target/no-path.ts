import { defineRule, nameOf, placeOf, wholeFile } from '../../src/rule.ts';

const BY = { path: nameOf('a path'), remote: nameOf('a remote'), hash: nameOf('a hashed path') } as const;

/** A Target Repository is protected: nothing that is committed names where it is. */
export const noPath = defineRule({
  id: 'target/no-path',
  severity: 'error',
  summary: 'No path, remote or alias of a Target Repository appears anywhere.',
  why: 'A committed path invites an agent to open it. Target Repositories are neither inspected nor copied, so nothing in a document, a task, a command or a link may lead to one, in whatever spelling.',
  help: 'Write what you mean without the place: the name that the policy gives the target, or a copied artificial fixture.',
  requirements: ['TGT-1', 'PKT-14'],
  messages: {
    found: 'This is {by} of the Target Repository {target}.',
    inPath: 'The path of this file holds {by} of the Target Repository {target}.',
  },
  examples: {
    good: { path: 'docs/plan.md', text: '# Plan\n\nThe storefront is changed by its own team.\n' },
    bad: { path: 'docs/plan.md', text: '# Plan\n\nLook at /srv/shops/storefront/src first.\n' },
  },
  each: 'file',
  *check(file) {
    if (file.mode === '120000') return;
    for (const span of file.targets) {
      const data = { by: BY[span.by], target: span.target };
      if (span.surface === 'path') yield { at: wholeFile(file), message: 'inPath', data };
      else yield { at: placeOf(file, span), message: 'found', data };
    }
  },
});
