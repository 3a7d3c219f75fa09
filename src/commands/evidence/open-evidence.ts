import { basename } from 'node:path';
import type { evidenceFinder, FindEvidence } from '../../evidence/finder.ts';
import { EvidenceIndexError } from '../../evidence/index/index-error.ts';
import type { KnownText } from '../../evidence/index/known-text.ts';
import type { RunPart } from '../../evidence/index/run-part.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { toName } from '../../name.ts';
import type { Policy } from '../../policy/policy.ts';
import type { NotJudged, Report } from '../../report/report.ts';
import type { Io } from '../printing/output.ts';
import type { Progress } from '../printing/progress.ts';
import { evidenceKey } from './evidence-key.ts';
import type { Brought } from './past.ts';
import { findRunDirectories, type RunSearch, readRun } from './run-directories.ts';

export interface OpenedEvidence {
  readonly mode: Report['evidence']['mode'];
  /** Left out where there is nothing to compare with: structure tells. */
  readonly find: FindEvidence | undefined;
  /** What `find` compares with. */
  readonly index: { readonly parts: readonly RunPart[]; readonly secret: string | undefined } | undefined;
  readonly notJudged: readonly NotJudged[];
  /** Whether `find` has taken into account what the repository held before. */
  readonly pastWasRead: () => boolean;
}

export interface OpenEvidenceOptions {
  readonly repository: Repository;
  readonly policy: Policy;
  readonly io: Io;
  readonly progress: Progress;
  /** The texts of the index that the policy names, from the revision that is judged; none where it is missing. */
  readonly readIndexTexts: (path: string) => Promise<readonly string[]>;
  /** Left out where what is judged is no range and no push. */
  readonly brought?: Brought | undefined;
}

/** The built-in roots lie in a home that another user of the machine may have closed: no reason to block anybody's commit. */
const UNREAD: NotJudged = {
  what: 'EVI-1',
  why: 'a folder or file below an evidence root cannot be read, so nothing is compared with what it holds',
};

/** Runs that are at hand, else the committed index, else structure alone. */
export async function openEvidence(options: OpenEvidenceOptions): Promise<OpenedEvidence> {
  const { repository, policy, io, brought, progress } = options;
  let isUnread = false;
  const search: RunSearch = {
    isForbidden: repository.isForbidden,
    onUnread: () => {
      isUnread = true;
    },
  };
  const runs = findRunDirectories(policy.evidence.roots, search, io.env.HOME);
  if (runs.length > 0) {
    const { key, parts } = await localParts(runs, repository, search, progress);
    let wasRead = false;
    const known = () => {
      wasRead = true;
      return heldBefore(repository, brought);
    };
    const opened = await comparing(parts, key, known);
    return { mode: 'roots', ...opened, notJudged: isUnread ? [UNREAD] : [], pastWasRead: () => wasRead };
  }
  const opened =
    policy.evidence.index === undefined ? structureOnly([]) : await committed(policy.evidence.index, options);
  return isUnread ? { ...opened, notJudged: [...opened.notJudged, UNREAD] } : opened;
}

/** A clone without its whole history does not know how old its commits are: then nothing counts as held. */
async function* heldBefore(
  repository: Repository,
  brought: Brought | undefined,
): AsyncGenerator<KnownText, void, undefined> {
  if (repository.shallow) return;
  const { knownTexts } = await import('./known-texts.ts');
  const { pastOf } = await import('./past.ts');
  yield* knownTexts(repository, await pastOf(repository, brought));
}

function structureOnly(notJudged: readonly NotJudged[]): OpenedEvidence {
  return { mode: 'structure', find: undefined, index: undefined, notJudged, pastWasRead: () => false };
}

/** What compares with runs is loaded where there are some: nearly every hook starts without. */
async function comparing(
  parts: readonly RunPart[],
  secret: string | undefined,
  known: Parameters<typeof evidenceFinder>[1],
): Promise<Pick<OpenedEvidence, 'find' | 'index'>> {
  const { EvidenceIndex } = await import('../../evidence/index/evidence-index.ts');
  const finder = await import('../../evidence/finder.ts');
  return {
    find: finder.evidenceFinder(new EvidenceIndex(parts, secret), known),
    index: { parts, secret },
  };
}

/** Each run once; those that the cache has are not read. One that is read in part is not kept. */
async function localParts(
  runs: readonly string[],
  repository: Repository,
  { onUnread }: RunSearch,
  progress: Progress,
) {
  const { openPartCache } = await import('./part-cache.ts');
  const { buildRunPart } = await import('../../evidence/index/run-part.ts');
  const cache = openPartCache(repository.commonDir);
  const parts: RunPart[] = [];
  for (const [index, run] of runs.entries()) {
    const name = toName(basename(run));
    if (name === undefined) continue;
    const kept = cache.get(run);
    if (kept === undefined) await progress.at(() => `run ${index + 1} of ${runs.length} read`);
    let isWhole = true;
    const onPart = (): void => {
      isWhole = false;
      onUnread();
    };
    const part = kept ?? buildRunPart(name, readRun(run, onPart), cache.key);
    if (kept === undefined && isWhole) cache.store(run, part);
    parts.push(part);
  }
  return { key: cache.key, parts };
}

/** A key that is missing leaves structure, and is said; anything else that is wrong with the index ends the run. */
async function committed(
  path: string,
  { repository, io, readIndexTexts }: OpenEvidenceOptions,
): Promise<OpenedEvidence> {
  const secret = evidenceKey(repository, io.env);
  const texts = await readIndexTexts(path);
  if (texts.length === 0) {
    throw new EvidenceIndexError(
      'missing',
      'The evidence index that the policy names is not there.',
      'Write it, `cto-lint evidence index ROOT… -o FILE`, and commit it; or take `evidence.index` out of the policy.',
    );
  }
  try {
    const { readIndex, secretOf } = await import('../../evidence/index/index-file.ts');
    const parts = texts.flatMap((text) => readIndex(text, secret));
    const opened = await comparing(parts, secretOf(texts, secret), undefined);
    return { mode: 'index', ...opened, notJudged: [], pastWasRead: () => false };
  } catch (error) {
    if (!(error instanceof EvidenceIndexError) || error.reason !== 'key-missing') throw error;
    return structureOnly([
      { what: 'EVI-1', why: 'the evidence index is keyed, and CTO_LINT_EVIDENCE_KEY is not set' },
    ]);
  }
}
