import { isAscii } from 'node:buffer';
import type { PathEnds } from '../../path-end.ts';
import { malformed } from '../git-error.ts';
import { EMPTY_BLOBS, type ObjectFormat } from '../object-id.ts';
import { pathTextOfLatin1 } from '../path-text.ts';
import { type Entry, entryMode } from './entry.ts';

/** An entry of the index. `sparse` where a sparse checkout, or `skip-worktree`, keeps it out of the working tree. */
export interface IndexEntry extends Entry {
  readonly sparse: boolean;
}

export interface StagedEntry extends IndexEntry {
  /** 0, or while a merge is unfinished 1 for the common ancestor's, 2 for ours, 3 for theirs. */
  readonly stage: number;
}

/** `H 100644 <id> 0`, a tab, the path, of which there is some, and a NUL. */
function recordPattern(stage: string, idLength: number): string {
  return `[A-Za-z?] \\d{6} [0-9a-f]{${idLength}} ${stage}\\t[^\\0]+\\0`;
}

const MODE_AT = 2;
const BLOB_AT = 9;
/** Before the path: the tab, and before that the stage. */
const STAGE_BEFORE = 2;
const ZERO = 0x30;

/** So many records are held to their form at once: a call for each takes twice as long. */
const AT_ONCE = 100;

/** Holds records to their form, as they come. */
class RecordForm {
  readonly #step: string;
  readonly #settled: RegExp;
  readonly #any: RegExp;
  /** Whether one is of another stage than 0. */
  holdStages = false;

  constructor(step: string, idLength: number) {
    this.#step = step;
    this.#settled = new RegExp(`(?:${recordPattern('0', idLength)}){1,${AT_ONCE}}`, 'y');
    this.#any = new RegExp(recordPattern('[0-3]', idLength), 'y');
  }

  hold(text: string): void {
    for (let at = 0; at < text.length; ) {
      const pattern = [this.#settled, this.#any].find((one) => {
        one.lastIndex = at;
        return one.test(text);
      });
      if (pattern === undefined) throw malformed(this.#step);
      this.holdStages ||= pattern === this.#any;
      at = pattern.lastIndex;
    }
  }
}

/**
 * Reads records of `ls-files --stage -t -z` while git writes them. An index may have a hundred thousand.
 * @throws GitError where they are none
 */
export async function readRecords(
  step: string,
  chunks: AsyncIterable<Buffer>,
  format: ObjectFormat,
): Promise<IndexRecords> {
  const empty = EMPTY_BLOBS[format];
  const form = new RecordForm(step, empty.length);
  const texts: string[] = [];
  let rest = '';
  let [isPlain, holdEmpty] = [true, false];
  for await (const chunk of chunks) {
    isPlain &&= isAscii(chunk) && !chunk.includes('\\');
    const text = rest + chunk.toString('latin1');
    const end = text.lastIndexOf('\0') + 1;
    const whole = text.slice(0, end);
    form.hold(whole);
    holdEmpty ||= whole.includes(empty);
    texts.push(whole);
    rest = text.slice(end);
  }
  if (rest !== '') throw malformed(step);
  const { holdStages } = form;
  return new IndexRecords({ text: texts.join(''), isPlain, holdStages, holdEmpty, idLength: empty.length });
}

interface Read {
  /** Each byte as one character. */
  readonly text: string;
  /** Of ASCII, without a backslash: paths stand for themselves. */
  readonly isPlain: boolean;
  readonly holdStages: boolean;
  readonly holdEmpty: boolean;
  readonly idLength: number;
}

/** Records of an index, of which a hook asks for a few: an entry is made of those only. */
export class IndexRecords {
  readonly #text: string;
  readonly #pathAt: number;
  readonly #isPlain: boolean;
  readonly #entries: StagedEntry[] | undefined;
  /** Whether there are several stages of a path. */
  readonly holdStages: boolean;
  /** Whether there may be empty files, which look like paths that were announced only. */
  readonly holdEmpty: boolean;

  constructor({ text, isPlain, holdStages, holdEmpty, idLength }: Read) {
    this.#text = text;
    this.#isPlain = isPlain;
    this.#pathAt = BLOB_AT + idLength + ' 0\t'.length;
    this.holdStages = holdStages;
    this.holdEmpty = holdEmpty;
    // Only a plain path ends as its bytes do.
    this.#entries = isPlain ? undefined : this.#made(/\0/g);
  }

  /** All of them, or those whose path may end so. */
  entries(ends?: PathEnds): readonly StagedEntry[] {
    if (this.#entries === undefined) return this.#made(ends?.beforeNul() ?? /\0/g);
    return ends === undefined ? this.#entries : this.#entries.filter(({ path }) => ends.mayEnd(path));
  }

  has(path: string): boolean {
    if (this.#entries !== undefined) return this.#entries.some((entry) => entry.path === path);
    // A path may hold a tab, and then something that looks like another.
    const record = `\t${path}\0`;
    for (let at = this.#text.indexOf(record); at !== -1; at = this.#text.indexOf(record, at + 1))
      if (this.#text.lastIndexOf('\0', at) + this.#pathAt === at) return true;
    return false;
  }

  /** Whether a path of this name is there, in whatever folder. */
  hasName(name: string): boolean {
    if (name.includes('/')) return false;
    if (this.#entries === undefined) return this.has(name) || this.#text.includes(`/${name}\0`);
    return this.#entries.some(({ path }) => path.slice(path.lastIndexOf('/') + 1) === name);
  }

  /** An entry of each record behind which the pattern finds its NUL. */
  #made(nul: RegExp): StagedEntry[] {
    const entries: StagedEntry[] = [];
    while (nul.test(this.#text)) {
      const end = nul.lastIndex - 1;
      entries.push(this.#entry(this.#text.lastIndexOf('\0', end - 1) + 1, end));
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
