import { toObjectId } from '../git/object-id.ts';
import { batchesOf, FILES, portionsOf } from './batches.ts';
import { type CleanFiles, cleanFileId } from './clean-files.ts';
import type { Collected } from './collected.ts';
import { createFileJudge, withoutDay } from './file-judge.ts';
import { filesExpected, Outlook } from './outlook.ts';
import type { FileToJudge } from './packed-files.ts';
import type { CheckRequest } from './request.ts';
import type { RevisionReader } from './revision-reader.ts';
import type { Wants } from './scope.ts';
import { isMine } from './shards.ts';
import type { RawFile } from './source-file.ts';
import type { Sorted, Threads } from './threads.ts';

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
  const openCache = (): void => {
    if (many && cache === undefined) cache = many.openCache() ?? null;
  };
  const outlook = new Outlook(filesExpected(scope, request.shard));

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
  const toJudge = (raw: RawFile): FileToJudge => {
    const ofHead = isOfHead(raw);
    // Asked in any case: what is seen to be no governed document is not read again for the route.
    return { raw, isOfHead: ofHead, isGoverned: ofHead && reader.beginsGoverned(raw) };
  };
  /** What the route needs is read here, and stays; what has no content is told without reading. */
  const staysHere = ({ raw, isGoverned }: FileToJudge): boolean =>
    raw.bytes === undefined || (isGoverned && raw.commit === undefined);
  const judgeBatch = async (files: readonly RawFile[]): Promise<void> => {
    const [own, others]: [FileToJudge[], FileToJudge[]] = [[], []];
    for (const raw of files) {
      if (raw.isKnown) {
        collected.judged(raw);
        continue;
      }
      const file = toJudge(raw);
      if (!isKnown(file)) (staysHere(file) ? own : others).push(file);
    }
    outlook.see(files, [...own, ...others]);
    if (many && threads === undefined && outlook.reaches(many.threadsFrom))
      threads = many.openThreads() ?? null;
    for (const portion of portionsOf(others)) {
      if (threads?.take(portion)) continue;
      for (const file of portion) await judgeHere(file);
      if (threads) await settle(await threads.sorted());
    }
    for (const file of own) await judgeHere(file);
    if (threads) await settle(await threads.sorted());
  };

  let wanted = 0;
  /** Told before anything is read of it. What may be a governed document is read in any case, for the route. */
  const isKnownBlob = ({ path, mode, blob }: Parameters<Wants>[0], isOfHead: boolean): boolean => {
    if (mode === undefined || mode === '160000' || toObjectId(blob) === undefined) return false;
    const raw = { origin: 'tree', path, mode, blob } as const;
    return cache?.has(cleanFileId({ raw, isOfHead, isGoverned: false })) === true;
  };
  const wants: Wants = (file) => {
    const ofHead = isOfHead(file);
    if (ofHead) collected.passed(file);
    if (!isMine(file, request.shard)) return false;
    wanted += 1;
    if (wanted > FILES || many?.cacheFrom === 'the first file') openCache();
    if (!isKnownBlob(file, ofHead)) return true;
    if (ofHead) reader.passOver(file);
    return 'known';
  };
  try {
    for await (const { files, isFull } of batchesOf(scope.files(wants))) {
      if (isFull || many?.cacheFrom === 'the first file') openCache();
      await judgeBatch(files);
    }
    if (threads) await settle(await threads.sorted(true));
    cache?.save();
  } finally {
    await threads?.close();
  }
}
