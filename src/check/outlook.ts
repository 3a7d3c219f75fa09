import type { FileToJudge } from './packed-files.ts';
import type { Scope } from './scope.ts';
import type { ShardNumber } from './shards.ts';

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** How many files a run has of a scope at least, as far as the listing tells: the texts of a commit are two. */
export function filesExpected(
  { changed, commits, headOfChanged, head }: Pick<Scope, 'changed' | 'commits' | 'headOfChanged' | 'head'>,
  shard: ShardNumber | undefined,
): number {
  const all = (changed?.size ?? headOfChanged?.length ?? head.files.length) + 2 * commits;
  return all / (shard?.total ?? 1);
}

/** How much a run will have judged at its end, if the rest is like what was seen of it so far. */
export class Outlook {
  readonly #expected: number;
  #seen = 0;
  #files = 0;
  #bytes = 0;

  constructor(expected: number) {
    this.#expected = expected;
  }

  /** @param toJudge those of the files that no earlier run found clean */
  see(files: readonly unknown[], toJudge: readonly FileToJudge[]): void {
    this.#seen += files.length;
    this.#files += toJudge.length;
    for (const { raw } of toJudge) this.#bytes += raw.size;
  }

  reaches({ files, bytes }: Amount): boolean {
    const times = Math.max(1, this.#expected / this.#seen);
    return this.#files * times >= files || this.#bytes * times >= bytes;
  }
}
