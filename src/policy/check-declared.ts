import { RE2JS } from 're2js';
import type { PolicyFault } from './policy-fault.ts';
import type { PolicyData } from './schema.ts';

function isPattern(text: string): boolean {
  try {
    RE2JS.compile(text);
    return true;
  } catch (cause) {
    // The library's message quotes the pattern; that it threw is all that is needed.
    if (cause instanceof Error) return false;
    throw cause;
  }
}

/** The first declared rule that could never find anything: a broken pattern, an unknown kind, nothing to look for. */
export function checkDeclared(policy: PolicyData): PolicyFault | undefined {
  const ids = new Set<string>();
  const kinds = new Set<string>(['file', ...Object.keys(policy.kinds)]);
  for (const [at, rule] of policy.declare.entries()) {
    const path = ['declare', at];
    for (const key of ['forbid', 'require'] as const) {
      const pattern = rule[key];
      if (pattern === undefined || isPattern(pattern)) continue;
      return {
        path: [...path, key],
        why: 'is no pattern in RE2 syntax',
        help: 'Look-around and back-references are not supported.',
      };
    }
    if (ids.has(rule.id))
      return {
        path: [...path, 'id'],
        why: 'is declared twice',
        help: 'Give each declared rule an id of its own.',
      };
    ids.add(rule.id);
    if (!kinds.has(rule.kind)) {
      return {
        path: [...path, 'kind'],
        why: 'is no kind of this policy',
        help: `Kinds are ${[...kinds].join(', ')}.`,
      };
    }
    const asksFields =
      rule.field !== undefined ||
      rule.fields !== undefined ||
      rule.oneOf !== undefined ||
      rule.when !== undefined;
    if (asksFields && rule.kind === 'file') {
      return {
        path: [...path, 'kind'],
        why: 'has no fields to look at',
        help: 'Name a kind of document instead of `file`.',
      };
    }
    if ((rule.field === undefined) !== (rule.oneOf === undefined)) {
      return {
        path,
        why: 'needs `field` and `oneOf` together',
        help: 'Name the field and the values that it may have.',
      };
    }
    const looks = [rule.forbid, rule.require, rule.oneOf, rule.fields].some((part) => part !== undefined);
    if (!looks)
      return {
        path,
        why: 'looks for nothing',
        help: 'Give it `forbid`, `require`, `field` with `oneOf`, or `fields`.',
      };
  }
  return undefined;
}
