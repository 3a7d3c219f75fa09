import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { readNamedFile } from '../disk/read-file.ts';
import { REFUSED } from '../disk/refusal.ts';
import { EvidenceIndex } from '../evidence/index/evidence-index.ts';
import { readIndex, secretOf, writeIndex } from '../evidence/index/index-file.ts';
import { withoutKnown } from '../evidence/index/known-text.ts';
import type { RunPart } from '../evidence/index/run-part.ts';
import { buildRunPart } from '../evidence/index/run-part.ts';
import type { Repository } from '../git/repository/repository.ts';
import { toName } from '../name.ts';
import { evidenceKey } from './evidence/evidence-key.ts';
import { knownTexts } from './evidence/known-texts.ts';
import { pastOf } from './evidence/past.ts';
import { findRunDirectories, readRun } from './evidence/run-directories.ts';
import { UsageError } from './failure.ts';
import { openHere } from './opening/open-here.ts';
import { type ExitCode, type Io, print } from './printing/output.ts';
import { type Progress, progressOn } from './printing/progress.ts';

export interface EvidenceIndexOptions {
  /** `-o`: a file, or a folder that gets one file a run. */
  readonly output: string | undefined;
}

/**
 * `cto-lint evidence index ROOT… -o FILE`: adds the runs below the roots that the index doesn't have yet. Runs that it
 * has are not read again, whether their directories are still there or not. Without a root nothing is indexed: exit 2.
 */
export async function evidenceIndex(
  roots: readonly string[],
  { output }: EvidenceIndexOptions,
  io: Io,
): Promise<ExitCode> {
  if (roots.length === 0 || output === undefined) {
    throw new UsageError(
      'Say which run directories to index, and where to.',
      'For example: `cto-lint evidence index ~/.hermes/profiles/case/harness-runs -o cto-lint.evidence.json`.',
    );
  }
  const named = { 'an evidence root': roots, '--output': output };
  const repository = await openHere(io, { hook: false, named });
  const secret = evidenceKey(repository, io.env);
  const target = resolve(io.cwd, output);
  const isFolder = /[\\/]$/.test(output) || (existsSync(target) && statSync(target).isDirectory());
  const texts = existsSync(target) ? indexFiles(target).map(indexText) : [];
  const before = texts.flatMap((text) => readIndex(text, secret));
  if (texts.length > 0 && secretOf(texts, secret) !== secret) {
    throw new UsageError(
      'The index that is there has no key, and now one is set.',
      'Unset the key, or remove the index and write it anew.',
    );
  }
  const runs = findRunDirectories(
    roots.map((root) => resolve(io.cwd, expandHome(root, io.env))),
    { isForbidden: repository.isForbidden, onUnread },
  );
  if (runs.length === 0) {
    throw new UsageError(
      'There is no run directory below these roots.',
      'A run directory is named like 20260602T101500Z-slug-4711.',
    );
  }
  const known = new Set(before.map(({ run }) => run));
  const fresh = runs.filter((run) => !known.has(basename(run) as RunPart['run']));
  const progress = progressOn(io);
  const added = await partsOf(fresh, repository, secret, progress).finally(progress.clear);
  write(target, isFolder, [...before, ...added], added, secret);
  const hint = secret === undefined ? ', without a key: only what cannot be guessed' : '';
  await print(io.stderr, `${counted(added.length)} added, ${counted(before.length)} kept${hint}.\n`);
  return 0;
}

/** An index that lacks a file lets its copies pass for good. */
function onUnread(): never {
  throw new UsageError(
    'A folder or file below these roots cannot be read.',
    'Run it as a user who may read every run, or name the folders of runs themselves.',
  );
}

const counted = (runs: number): string => `${runs} ${runs === 1 ? 'run' : 'runs'}`;

function expandHome(path: string, env: NodeJS.ProcessEnv): string {
  return path.replace(/^~(?=\/|$)/, env.HOME ?? '~');
}

/** The files of an index: itself, or the `.json` files of a folder. */
export function indexFiles(target: string): readonly string[] {
  if (!statSync(target).isDirectory()) return [target];
  return readdirSync(target)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(target, name));
}

async function partsOf(
  runs: readonly string[],
  repository: Repository,
  secret: string | undefined,
  progress: Progress,
): Promise<readonly RunPart[]> {
  const parts: RunPart[] = [];
  for (const [index, run] of runs.entries()) {
    await progress.at(() => `run ${index + 1} of ${runs.length}`);
    const name = toName(basename(run));
    if (name !== undefined) parts.push(buildRunPart(name, readRun(run, onUnread), secret));
  }
  await progress.at(() => 'what commits held before the runs');
  const past = await pastOf(repository, undefined);
  // What is a formula is judged later, by all the runs that an index then has.
  const index = new EvidenceIndex(parts, secret, { keepFormulas: true });
  return await withoutKnown(index, knownTexts(repository, past));
}

function write(
  target: string,
  isFolder: boolean,
  all: readonly RunPart[],
  added: readonly RunPart[],
  secret: string | undefined,
): void {
  if (!isFolder) replace(target, writeIndex(all, secret));
  else for (const part of added) replace(join(target, `${part.run}.json`), writeIndex([part], secret));
}

/** Whole or not at all: a reader never sees half an index. */
function replace(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(path));
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (cause) {
    if (existsSync(temporary)) rmSync(temporary);
    const error = new UsageError(
      'The index could not be written to its file.',
      'Name a file in a folder that you may write to.',
    );
    error.cause = cause;
    throw error;
  }
}

/** Larger than the index of some ten thousand runs. */
const MAX_INDEX_BYTES = 1 << 29;

function indexText(file: string): string {
  const read = readNamedFile(file, MAX_INDEX_BYTES);
  if (typeof read !== 'string') return read.bytes.toString('utf8');
  throw new UsageError(`The index that is there ${REFUSED[read]}.`, 'Name another file, or remove it.');
}
