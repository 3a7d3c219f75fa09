import { isAscii } from 'node:buffer';
import type { PathEnd } from '../path-end.ts';
import { type Entry, entryMode } from './entry.ts';
import { malformed } from './git-error.ts';
import { EMPTY_BLOBS, type ObjectFormat } from './object-id.ts';
import { pathTextOfLatin1 } from './path-text.ts';

/** An entry of the index. `sparse` where a sparse checkout, or `skip-worktree`, keeps it out of the working tree. */
export interface IndexEntry extends Entry {
  readonly sparse: boolean;
}

export interface StagedEntry extends IndexEntry {
  /** 0, or while a merge is unfinished 1 for the common ancestor's, 2 for ours, 3 for theirs. */
  readonly stage: number;
}

/** `H 100644 <id> 0`, a tab, and the path, of which there is some. */
const RECORD: Readonly<Record<ObjectFormat, RegExp>> = {
  sha1: /[A-Za-z?] \d{6} [0-9a-f]{40} [0-3]\t(?!\0)/y,
  sha256: /[A-Za-z?] \d{6} [0-9a-f]{64} [0-3]\t(?!\0)/y,
};
const MODE_AT = 2;
const BLOB_AT = 9;
/** Before the path: the tab, and before that the stage. */
const STAGE_BEFORE = 2;
const ZERO = 0x30;

/**
 * Records of `ls-files --stage -t -z`. An index may have a hundred thousand, of which a hook asks for a few: each is
 * looked at, and an entry is made of those only.
 */
export class IndexRecords {
  /** Each byte as one character. */
  readonly #text: string;
  /** Where each record ends, with a NUL. */
  readonly #ends: number[] = [];
  readonly #pathAt: number;
  readonly #isPlain: boolean;
  readonly #entries: StagedEntry[] | undefined;
  /** Whether there are several stages of a path. */
  readonly holdStages: boolean;
  /** Whether there are empty files, which look like paths that were announced only. */
  readonly holdEmpty: boolean;

  constructor(step: string, output: Buffer, format: ObjectFormat) {
    this.#text = output.toString('latin1');
    this.#isPlain = isAscii(output) && !output.includes('\\');
    const text = this.#text;
    const empty = EMPTY_BLOBS[format];
    this.#pathAt = BLOB_AT + empty.length + ' 0\t'.length;
    const record = RECORD[format];
    let [holdStages, holdEmpty] = [false, false];
    for (let at = 0; at < text.length; ) {
      record.lastIndex = at;
      const path = at + this.#pathAt;
      const end = text.indexOf('\0', path);
      if (!record.test(text) || end < 0) throw malformed(step);
      holdStages ||= text.charCodeAt(path - STAGE_BEFORE) !== ZERO;
      holdEmpty ||= text.startsWith(empty, at + BLOB_AT);
      this.#ends.push(end);
      at = end + 1;
    }
    this.holdStages = holdStages;
    this.holdEmpty = holdEmpty;
    // Only a plain path ends as its bytes do.
    this.#entries = this.#isPlain ? undefined : this.#made(() => true);
  }

  /** All of them, or those whose path may end so. */
  entries(mayEnd: PathEnd = () => true): readonly StagedEntry[] {
    return this.#entries?.filter(({ path }) => mayEnd(path, path.length)) ?? this.#made(mayEnd);
  }

  #made(mayEnd: PathEnd): StagedEntry[] {
    const entries: StagedEntry[] = [];
    let at = 0;
    for (const end of this.#ends) {
      if (mayEnd(this.#text, end)) entries.push(this.#entry(at, end));
      at = end + 1;
    }
    return entries;
  }

  /** By position, and without a copy of what nearly all have. */
  #entry(at: number, end: number): StagedEntry {
    const text = this.#text;
    const path = text.slice(at + this.#pathAt, end);
    const mode = at + MODE_AT;
    return {
      path: this.#isPlain ? path : pathTextOfLatin1(path),
      mode: text.startsWith('100644', mode) ? '100644' : entryMode(text.slice(mode, mode + 6)),
      blob: text.slice(at + BLOB_AT, at + this.#pathAt - 3),
      sparse: text.startsWith('S', at),
      stage: text.charCodeAt(at + this.#pathAt - STAGE_BEFORE) - ZERO,
    };
  }
}
