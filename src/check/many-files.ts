import type { CleanFiles } from './clean-files.ts';
import type { Amount } from './outlook.ts';
import type { Threads } from './threads.ts';

/** What many files are judged with. Each part is opened when there are so many. */
export interface ManyFiles {
  /** How much there has to be to judge for threads to be worth their start. */
  readonly threadsFrom: Amount;
  openThreads(): Threads | undefined;
  readonly cacheFrom: 'the first file' | 'many files';
  openCache(): CleanFiles | undefined;
  /** Whether a verdict may have gone by what the repository held before: then it holds for this run alone. */
  pastWasRead(): boolean;
}
