import type { CheckRequest } from '../check.ts';
import { batchesOf } from './batches.ts';
import type { Collected } from './collected.ts';
import { createFileJudge } from './file-judge.ts';
import type { FileToJudge } from './packed-files.ts';
import type { RevisionReader } from './revision-reader.ts';
import type { Wants } from './scope.ts';
import { isMine } from './shards.ts';
import type { RawFile } from './source-file.ts';
import type { Sorted, Threads } from './threads.ts';

/** What many files are judged with. */
export interface ManyFiles {
  /** How much has to have been judged before threads are worth their start. */
  readonly worthIt: { readonly files: number; readonly bytes: number };
  threads(): Threads;
}

/** Judges every file of the scope on its own: here, or, where there are many, in threads that sort out the clean ones. */
export async function judgeFiles(
  request: CheckRequest,
  reader: RevisionReader,
  collected: Collected,
): Promise<void> {
  const { scope, policy, rules, timing, many } = request;
  const judge = createFileJudge(policy, rules, reader, timing);
  // What is staged is a few of a hundred thousand paths.
  const judged = scope.summary.kind === 'staged' ? scope.changed : undefined;
  const listed = scope.head.files.filter(({ path }) => judged?.has(path) ?? true);
  const heads = new Map(listed.map(({ path, blob }) => [path, blob]));
  const isOfHead = ({ path, blob }: Pick<RawFile, 'path' | 'blob'>): boolean =>
    heads.get(path) === '' || heads.get(path) === blob;
  let threads: Threads | undefined;
  const areMany = ({ worthIt }: ManyFiles): boolean =>
    collected.files >= worthIt.files || collected.bytes >= worthIt.bytes;

  const judgeHere = async ({ raw, isOfHead }: FileToJudge): Promise<void> => {
    const { file, placed } = await judge(raw, isOfHead);
    collected.judged(file);
    collected.unjudged.see(raw, file);
    collected.add(placed);
  };
  const settle = async (sorted: readonly Sorted[]): Promise<void> => {
    for (const { clean, ...file } of sorted) {
      if (clean) collected.judged(file.raw);
      else await judgeHere(file);
    }
  };
  /** What the route needs is read here, and stays; what has no content is told without reading. */
  const staysHere = ({ raw, isOfHead }: FileToJudge): boolean => {
    // Asked in any case: what is seen to be no governed document is not read again for the route.
    const isGoverned = isOfHead && reader.beginsGoverned(raw);
    return raw.bytes === undefined || (isGoverned && raw.commit === undefined);
  };
  const judgeBatch = async (files: readonly FileToJudge[]): Promise<void> => {
    const others = files.filter((file) => !staysHere(file));
    const taken = others.length > 0 && threads?.take(others) === true ? new Set(others) : undefined;
    for (const file of files) if (!taken?.has(file)) await judgeHere(file);
    if (threads) await settle(await threads.sorted());
  };

  const wants: Wants = (file) => {
    if (isOfHead(file)) collected.passed(file);
    return isMine(file, request.shard);
  };
  try {
    for await (const { files } of batchesOf(scope.files(wants))) {
      if (many && areMany(many)) threads ??= many.threads();
      await judgeBatch(files.map((raw) => ({ raw, isOfHead: isOfHead(raw) })));
    }
    if (threads) await settle(await threads.sorted(true));
  } finally {
    await threads?.close();
  }
}
