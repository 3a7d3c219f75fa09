import { createResolver, defineRule, elementsOf, keysOf } from '../../src/rule.ts';

/** A link is relative to its document, and may lead up from it: as a path from the root, where it stays below that. */
function linked(target: string, from: string): string {
  if (!target.startsWith('.')) return target;
  const folders = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..' && folders.length === 0) return target;
    if (part === '..') folders.pop();
    else if (part !== '.') folders.push(part);
  }
  return folders.join('/');
}

/** A source that a record names leads to something. */
export const references = defineRule({
  id: 'evidence/references',
  severity: 'error',
  summary:
    'Each evidence source resolves: a document here, a commit of this repository, or a path that the policy lists.',
  why: 'A decision is as good as what it rests on. A source that leads nowhere cannot be checked, and one that leads just anywhere proves nothing.',
  help: 'Name a file of the repository, a commit, or a path under an evidence root or a listed reference of the policy.',
  requirements: ['EVI-3'],
  messages: { unresolved: 'Source {number} of `{key}` leads to nothing that is known.' },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      beside: { 'docs/COMPARISON.md': '# Comparison\n' },
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- evidence_sources: COMPARISON.md.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- evidence_sources: COMPARISON.md.\n',
    },
  },
  each: 'route',
  *check(route, policy) {
    const resolves = createResolver(route, policy);
    for (const { document, status, state } of route.records) {
      const fields = status === undefined ? undefined : policy.decision?.branches[status]?.fields;
      if (fields === undefined) continue;
      let number = 0;
      for (const field of state) {
        const key = keysOf(fields).find((known) => known === field.key);
        if (key === undefined || fields[key]?.is !== 'references') continue;
        for (const { text, target, place } of elementsOf(document, field)) {
          number++;
          const { path } = document.file;
          const leads = target !== undefined && resolves(linked(target, path), path);
          if (!leads && !resolves(text, path))
            yield { at: place, message: 'unresolved', data: { key, number } };
        }
      }
    }
  },
});
