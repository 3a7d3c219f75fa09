import type { CheckRequest } from '../check.ts';
import { batchesOf } from './batches.ts';
import { type CleanFiles, cleanFileId } from './clean-files.ts';
import type { Collected } from './collected.ts';
import { createFileJudge, withoutDay } from './file-judge.ts';
import type { FileToJudge } from './packed-files.ts';
import type { RevisionReader } from './revision-reader.ts';
import type { Wants } from './scope.ts';
import { isMine } from './shards.ts';
import type { RawFile } from './source-file.ts';
import type { Sorted, Threads } from './threads.ts';

/** What many files are judged with. Each part is opened when there are so many. */
export interface ManyFiles {
  /** How much has to have been judged before threads are worth their start. */
  readonly threadsFrom: { readonly files: number; readonly bytes: number };
  /** Called at each full batch. */
  begins(): void;
  openThreads(): Threads | undefined;
  readonly cacheFrom: 'the first file' | 'many files';
  openCache(): CleanFiles | undefined;
  /** Whether a verdict may have gone by what the repository held before: then it holds for this run alone. */
  pastWasRead(): boolean;
}

/** Judges every file of the scope on its own: here, or, where there are many, in threads that sort out the clean ones. */
export async function judgeFiles(
  request: CheckRequest,
  reader: RevisionReader,
  collected: Collected,
): Promise<void> {
  const { scope, policy, rules, timing, many } = request;
  const judge = createFileJudge(many ? withoutDay(policy) : policy, rules, reader, timing);
  // What is staged is a few of a hundred thousand paths.
  const listed = scope.headOfChanged ?? scope.head.files;
  const heads = new Map(listed.map(({ path, blob }) => [path, blob]));
  const isOfHead = ({ path, blob }: Pick<RawFile, 'path' | 'blob'>): boolean =>
    heads.get(path) === '' || heads.get(path) === blob;
  // Opened once; `null` where there are none.
  let threads: Threads | null | undefined;
  let cache: CleanFiles | null | undefined;
  const sofar = { files: 0, bytes: 0 };

  const judgeHere = async (one: FileToJudge): Promise<void> => {
    const { raw } = one;
    const { file, placed, clean } = await judge(raw, one.isOfHead);
    collected.judged(file);
    collected.unjudged.see(raw, file);
    collected.add(placed);
    if (clean && !many?.pastWasRead()) cache?.add(cleanFileId(one));
  };
  const settle = async (sorted: readonly Sorted[]): Promise<void> => {
    for (const { clean, ...file } of sorted) {
      if (clean) {
        collected.judged(file.raw);
        cache?.add(cleanFileId(file));
      } else await judgeHere(file);
    }
  };
  const isKnown = (one: FileToJudge): boolean => {
    if (one.raw.bytes === undefined || !cache?.has(cleanFileId(one))) return false;
    collected.judged(one.raw);
    return true;
  };
  /** What the route needs is read here, and stays; what has no content is told without reading. */
  const staysHere = ({ raw, isOfHead }: FileToJudge): boolean => {
    // Asked in any case: what is seen to be no governed document is not read again for the route.
    const isGoverned = isOfHead && reader.beginsGoverned(raw);
    return raw.bytes === undefined || (isGoverned && raw.commit === undefined);
  };
  const judgeBatch = async (files: readonly FileToJudge[]): Promise<void> => {
    const [own, others]: [FileToJudge[], FileToJudge[]] = [[], []];
    for (const file of files) {
      const stays = staysHere(file);
      if (!isKnown(file)) (stays ? own : others).push(file);
    }
    const isTaken = others.length > 0 && threads?.take(others) === true;
    for (const file of isTaken ? own : [...own, ...others]) await judgeHere(file);
    for (const { raw } of [...own, ...others]) {
      sofar.files += 1;
      sofar.bytes += raw.size;
    }
    if (threads) await settle(await threads.sorted());
  };

  const areMany = (from: ManyFiles['threadsFrom']): boolean =>
    sofar.files >= from.files || sofar.bytes >= from.bytes;

  const wants: Wants = (file) => {
    if (isOfHead(file)) collected.passed(file);
    return isMine(file, request.shard);
  };
  try {
    for await (const { files, isFull } of batchesOf(scope.files(wants))) {
      if (isFull) many?.begins();
      if (many && (isFull || many.cacheFrom === 'the first file') && cache === undefined)
        cache = many.openCache() ?? null;
      if (many && areMany(many.threadsFrom) && threads === undefined) threads = many.openThreads() ?? null;
      await judgeBatch(files.map((raw) => ({ raw, isOfHead: isOfHead(raw) })));
    }
    if (threads) await settle(await threads.sorted(true));
    cache?.save();
  } finally {
    await threads?.close();
  }
}
