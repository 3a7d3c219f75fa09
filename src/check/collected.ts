import type { SourceFile } from '../file.ts';
import type { PolicyData } from '../policy/schema.ts';
import type { Finding, Frame } from '../report/report.ts';
import type { PlacedFinding } from './findings.ts';
import { frameOf } from './frames.ts';
import { Unjudged } from './not-judged.ts';
import type { RawFile } from './source-file.ts';

/** Where findings come together: placed at once, so that no text of a file that is done with is kept. */
export class Collected {
  readonly findings: Finding[] = [];
  readonly frames = new Map<Finding, Frame>();
  /** Findings that the policy of before the change has to excuse as well. */
  readonly guards = new Map<Finding, PolicyData>();
  readonly unjudged = new Unjudged();
  files = 0;
  bytes = 0;
  readonly #withFrames: boolean;
  /** In scopes that have commits: which of them brought a blob of the head to its path. */
  readonly #broughtBy = new Map<string, string>();

  constructor(withFrames: boolean) {
    this.#withFrames = withFrames;
  }

  judged({ origin, unreadable, size }: Pick<SourceFile, 'origin' | 'unreadable' | 'size'>): void {
    this.files += origin === 'tree' ? 1 : 0;
    // What was refused by its size, or is not here, was not read.
    this.bytes += unreadable === 'too-large' || unreadable === 'missing' ? 0 : size;
  }

  /** Of every file of the head, whichever shard judges it. */
  passed({ blob, path, commit }: Pick<RawFile, 'blob' | 'path' | 'commit'>): void {
    if (commit !== undefined) this.#broughtBy.set(`${blob}\0${path}`, commit);
  }

  add(placed: readonly PlacedFinding[], guard?: PolicyData): void {
    for (const { finding: made, hit } of placed) {
      const { file } = hit.problem.at;
      const commit = made.commit ?? this.#broughtBy.get(`${file.blob}\0${file.path}`) ?? null;
      const finding = { ...made, commit };
      this.findings.push(finding);
      if (guard) this.guards.set(finding, guard);
      if (this.#withFrames) this.frames.set(finding, frameOf(hit.problem.at));
    }
  }
}
