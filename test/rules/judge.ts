import { createHash } from 'node:crypto';
import { type Detect, NOTHING_DETECTED } from '../../src/check/detectors.ts';
import type { Scope, Step } from '../../src/check/scope.ts';
import { EMPTY_SNAPSHOT, type Listed, type Snapshot } from '../../src/check/snapshot.ts';
import type { RawFile } from '../../src/check/source-file.ts';
import { check } from '../../src/check.ts';
import type { FileMode } from '../../src/file.ts';
import { BUILT_IN } from '../../src/policy/builtin.ts';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { mergePolicies } from '../../src/policy/merge.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { PolicyError } from '../../src/policy/policy-error.ts';
import { isPolicyFile } from '../../src/policy/policy-files.ts';
import { type PolicyData, policySchema } from '../../src/policy/schema.ts';
import type { Finding } from '../../src/report/report.ts';
import type { Authorship } from '../../src/route/change.ts';
import type { AnyRule } from '../../src/rule.ts';

/** Paths with their texts; an object for what is no plain file, such as a link or a gitlink. */
export type Files = Readonly<
  Record<string, string | { readonly mode: FileMode; readonly text?: string; readonly blob?: string }>
>;

export interface Judging {
  /** The revision before; with it, change rules are run. */
  readonly base?: Files;
  /** Merged over the built-in policy; with `extends: 'none'` it stands alone. */
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly basePolicy?: Readonly<Record<string, unknown>>;
  readonly today?: string;
  /** Ids that are commits of the repository. */
  readonly commits?: readonly string[];
  /** Paths whose documents are judged; all of them where it is left out. */
  readonly changed?: readonly string[];
  readonly detect?: Detect;
  readonly authorship?: Authorship;
}

const TODAY = '2026-06-15';

function rawFile(path: string, content: Files[string]): RawFile {
  const {
    mode,
    text = '',
    blob,
  } = typeof content === 'string'
    ? { mode: '100644' as const, text: content }
    : { blob: undefined, ...content };
  const bytes = new TextEncoder().encode(text);
  return {
    path,
    mode,
    blob: blob ?? createHash('sha1').update(bytes).digest('hex'),
    size: bytes.length,
    bytes,
    unreadable: undefined,
    commit: undefined,
    origin: 'tree',
  };
}

function snapshotOf(files: Files): { snapshot: Snapshot; raw: readonly RawFile[] } {
  const raw = Object.entries(files).map(([path, content]) => rawFile(path, content));
  const byPath = new Map(raw.map((file) => [file.path, file]));
  const snapshot: Snapshot = {
    files: raw.map(({ path, mode, blob }): Listed => ({ path, mode, blob })),
    async *read(wanted) {
      for (const { path } of wanted) yield byPath.get(path)!;
    },
  };
  return { snapshot, raw };
}

/** The built-in policy with some keys over it, checked as a policy file is. */
export function policyOf(own: Readonly<Record<string, unknown>> = {}): PolicyData {
  const base = own.extends === 'none' ? {} : BUILT_IN;
  return policySchema.parse(mergePolicies(base, own).merged);
}

/** Who made a commit: author and committer are the same, nothing is signed or merged, unless the test says so. */
export function madeBy(authorEmail: string, rest: Partial<Authorship> = {}): Authorship {
  return { authorEmail, committerEmail: authorEmail, signature: 'none', takenOver: new Set(), ...rest };
}

/** The policy that a revision's own file makes; where it has none, the given one; `undefined` where it can't be used. */
function policyIn(files: Files, otherwise: PolicyData): PolicyData | undefined {
  const [path, text] = Object.entries(files).find(([path]) => isPolicyFile(path)) ?? [];
  if (path === undefined || typeof text !== 'string') return otherwise;
  try {
    return loadPolicy(text, path);
  } catch (error) {
    if (error instanceof PolicyError) return undefined;
    throw error;
  }
}

function scopeOf(files: Files, judging: Judging, policy: Policy): Scope {
  const next = snapshotOf(files);
  const base = judging.base && snapshotOf(judging.base);
  const before = new Map(base?.raw.map(({ path, mode, blob }) => [path, `${mode} ${blob}`]));
  // A revision without a policy file has the built-in policy, unless the test hands in another.
  const given = judging.policy === undefined && judging.basePolicy === undefined ? BUILT_IN : policy;
  const nextPolicy = policyIn(files, given);
  const policyBefore = judging.basePolicy ? policyOf(judging.basePolicy) : given;
  const step: Step = {
    base: base?.snapshot ?? EMPTY_SNAPSHOT,
    next: next.snapshot,
    authorship: judging.authorship,
    commit: undefined,
    basePolicy: policyIn(judging.base ?? {}, policyBefore) ?? nextPolicy ?? policy,
    nextPolicy,
  };
  return {
    summary: { kind: 'staged', base: null, next: null },
    commits: 0,
    async *files() {
      yield* next.raw.filter(({ path, mode, blob }) => before.get(path) !== `${mode} ${blob}`);
    },
    head: next.snapshot,
    changed: judging.changed && new Set(judging.changed),
    async *steps() {
      if (base) yield step;
    },
    async knownCommits(ids) {
      return new Set(ids.filter((id) => judging.commits?.some((commit) => commit.startsWith(id))));
    },
  };
}

/** Runs rules over files as the engine does, and gives the findings in the report's order. */
export async function findingsOf(
  rules: AnyRule | readonly AnyRule[],
  files: Files,
  judging: Judging = {},
): Promise<readonly Finding[]> {
  const policy: Policy = {
    ...policyOf(judging.policy),
    today: judging.today ?? TODAY,
    source: 'test',
    digest: 'sha256:test',
  };
  const { report } = await check({
    scope: scopeOf(files, judging, policy),
    policy,
    rules: Array.isArray(rules) ? (rules as readonly AnyRule[]) : [rules as AnyRule],
    detect: judging.detect ?? (async () => NOTHING_DETECTED),
    evidenceMode: 'structure',
    notJudged: [],
    withFrames: false,
  });
  return report.findings;
}

/** `path:line:column message`, a warning marked as one, each related place behind it: ` <- path:line:column message`. */
export async function judge(
  rules: AnyRule | readonly AnyRule[],
  files: Files,
  judging: Judging = {},
): Promise<readonly string[]> {
  const findings = await findingsOf(rules, files, judging);
  return findings.map(({ path, line, column, message, severity, related }) => {
    const also = related.map((place) => ` <- ${place.path}:${place.line}:${place.column} ${place.message}`);
    return `${path}:${line}:${column} ${message}${severity === 'warning' ? ' [warning]' : ''}${also.join('')}`;
  });
}
