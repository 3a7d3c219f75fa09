import {
  type Change,
  defineRule,
  type Loosening,
  loosenings,
  type Name,
  nameOf,
  placeInPolicy,
  toName,
  wholeFile,
} from '../../src/rule.ts';

/** `kinds.decision-record`; a key that is too long for a message is named by its first part. */
function keyOf({ path }: Loosening): Name {
  const keys = path.filter((part) => typeof part === 'string');
  return toName(keys.join('.')) ?? nameOf(keys[0]!);
}

function isIn(path: string, folder: string): boolean {
  const plain = folder.replace(/^\.\/|\/+$/g, '');
  return path === plain || path.startsWith(`${plain}/`);
}

/** In the index a line is a run; which file of it holds the line does not matter. */
function runsOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('{"run":'));
}

function* lostRuns({ files, basePolicy }: Change) {
  const { index } = basePolicy.evidence;
  if (index === undefined) return;
  const concerned = files.filter(({ path }) => isIn(path, index));
  const kept = new Set(concerned.flatMap(({ next }) => runsOf(next?.text ?? '')));
  for (const { base, next } of concerned) {
    const lost = base && runsOf(base.text).filter((run) => !kept.has(run)).length;
    const at = next ?? base;
    if (at && lost) yield { at: wholeFile(at), count: lost };
  }
}

function* newSigners({ files, basePolicy }: Change) {
  const { signers } = basePolicy.authorities;
  const changed = files.find(({ path }) => signers !== undefined && isIn(path, signers));
  if (changed?.next === undefined) return;
  const lines = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim());
  const known = new Set(lines(changed.base?.text ?? ''));
  const count = lines(changed.next.text).filter(
    (line) => line !== '' && !line.startsWith('#') && !known.has(line),
  ).length;
  if (count > 0) yield { at: wholeFile(changed.next), count };
}

/** A change that loosens the policy says so, and somebody agrees. */
export const weakened = defineRule({
  id: 'policy/weakened',
  severity: 'error',
  summary: 'The policy demands no less than before.',
  why: 'A gate that the change under judgement can switch off is none. Whatever is taken out of the policy, or allowed by it, is named here, so that it is decided by somebody and not slipped in.',
  help: 'Take the change of the policy back, or make it a change of its own, which somebody who may override the check merges, knowing what it gives up.',
  requirements: ['POL-2', 'POL-3'],
  messages: {
    off: 'The rule {rule} is switched off.',
    lowered: 'The rule {rule} is lowered.',
    removed: '`{key}` demands or protects less than before: something is gone.',
    narrowed: '`{key}` covers less than before.',
    allowed: '`{key}` allows more than before.',
    changed: '`{key}` is another than before, and may be less strict.',
    suppressed: 'A suppression of {rule} is new.',
    prolonged: 'A suppression of {rule} lasts longer.',
    excepted: 'The rule {rule} leaves more paths alone.',
    extends: 'The policy no longer extends cto.',
    deleted: 'The policy file is gone.',
    unusable: 'The policy file cannot be used any more.',
    index: 'The evidence index has lost or changed {count} of its runs.',
    signers: 'The list of signers has {count} new lines.',
  },
  examples: {
    good: {
      path: 'cto-lint.config.yaml',
      base: { 'cto-lint.config.yaml': 'rules:\n  work/drift: warning\n' },
      text: 'rules:\n  work/drift: error\n',
    },
    bad: {
      path: 'cto-lint.config.yaml',
      base: { 'cto-lint.config.yaml': 'rules:\n  work/drift: warning\n' },
      text: 'rules:\n  work/drift: off\n',
    },
  },
  each: 'change',
  *check(change) {
    for (const { at, count } of lostRuns(change)) yield { at, message: 'index', data: { count } };
    for (const { at, count } of newSigners(change)) yield { at, message: 'signers', data: { count } };
    const { policyFile, basePolicy, nextPolicy, files } = change;
    if (policyFile === undefined) return;
    const at = wholeFile(policyFile.file);
    if (!files.some(({ next }) => next === policyFile.file)) yield { at, message: 'deleted' };
    if (nextPolicy === undefined) {
      yield { at, message: 'unusable' };
      return;
    }
    for (const one of loosenings(basePolicy, nextPolicy)) {
      const at = placeInPolicy(policyFile, nextPolicy, one.path);
      const { kind, rule } = one;
      if (kind === 'extends') yield { at, message: kind };
      else if (kind === 'removed' || kind === 'narrowed' || kind === 'allowed' || kind === 'changed')
        yield { at, message: kind, data: { key: keyOf(one) } };
      else if (rule !== undefined) yield { at, message: kind, data: { rule } };
    }
  },
});
