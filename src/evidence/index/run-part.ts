import { createHash } from 'node:crypto';
import type { Name } from '../../name.ts';
import { toName } from '../../name.ts';
import { harnessFileKind } from '../file-kind.ts';
import { diffBlocks } from '../structure/blocks.ts';
import type { Line } from '../text/lines.ts';
import { linesOf } from '../text/lines.ts';
import { normalise } from '../text/normalise.ts';
import { withoutQuotations } from './adapters.ts';
import type { EntryKind } from './digest.ts';
import { Digester, ENTRY_KINDS, hashText, isKept } from './digest.ts';
import type { Entries } from './entry-list.ts';
import { EntryList } from './entry-list.ts';
import type { VisitFeature } from './features.ts';
import { eachChangedLine, eachFeature, lineOfFeature } from './features.ts';
import { eachSelected } from './grams.ts';
import { withoutRepeats } from './repeats.ts';

/** A file of a run directory. `file` is its path in the run, `size` the number of bytes that the chunks hold. */
export interface RunFile {
  readonly file: string;
  readonly size: number;
  readonly chunks: Iterable<Uint8Array>;
}

/** What an index holds of one run. */
export interface RunPart {
  readonly run: Name;
  readonly files: readonly Name[];
  readonly entries: Entries;
}

/** Read this much of a file at once; the next piece begins some lines earlier, so that no gram falls between two. */
const PIECE = 1 << 20;
const OVERLAP = 512;

/** A file of fewer symbols is no evidence as a whole: an empty one equals every empty one. */
const LEAST_FILE = 64;

/**
 * What a harness writes is evidence from fewer on, unless it is as good as empty: `ok`, `{}`, a line of dashes. Without
 * a key it is not: so short a file can be guessed.
 */
const LEAST_HARNESS_FILE = { length: 32, distinct: 10 };

function saysSomething(text: string): boolean {
  const { length, distinct } = LEAST_HARNESS_FILE;
  const said = text.trim();
  return said.length >= length && new Set(said.toLowerCase().match(/[\p{L}\p{N}]/gu)).size >= distinct;
}

/** The feature indexes of one run, from the files of its directory. Memory grows with distinct entries, not with bytes. */
export function buildRunPart(run: Name, files: Iterable<RunFile>, secret: string | undefined): RunPart {
  const names: Name[] = [];
  const list = new EntryList();
  const digester = new Digester(secret, (value, ref) =>
    list.add(value, Math.floor(ref / LINES), ref % LINES),
  );
  const isAdded = (kind: EntryKind) => isKept(kind, secret);
  const add = (kind: EntryKind, a: number, b: number, line: number) => {
    digester.push(ENTRY_KINDS.indexOf(kind), a, b, (names.length - 1) * LINES + line);
  };
  for (const file of files) {
    names.push(toName(file.file) ?? UNNAMED);
    addFile(file, secret !== undefined, isAdded, add);
  }
  digester.flush();
  return { run, files: names, entries: list.sorted() };
}

const LINES = 2 ** 24;
const UNNAMED = toName('a file')!;

/** They count in diffs only: elsewhere a line with a sign is a bullet. */
const OF_DIFFS: ReadonlySet<EntryKind> = new Set(['diff-lines', 'diff-values']);

type IsAdded = (kind: EntryKind) => boolean;
type Add = (kind: EntryKind, a: number, b: number, line: number) => void;

function addFile({ file, size, chunks }: RunFile, isKeyed: boolean, isAdded: IsAdded, add: Add): void {
  const ids = [createHash('sha1'), createHash('sha256')];
  for (const id of ids) id.update(`blob ${size}\0`);
  const decoder = new TextDecoder('utf-8');
  let pending = '';
  let row = 0;
  let symbols = 0;
  const take = (upTo: number, last: boolean) => {
    symbols += addText(withoutQuotations(file, pending.slice(0, upTo)), row, isAdded, add);
    if (last) return;
    const next = pending.indexOf('\n', Math.max(0, upTo - OVERLAP)) + 1;
    const from = next > 0 && next < upTo ? next : upTo;
    for (let at = pending.indexOf('\n'); at !== -1 && at < from; at = pending.indexOf('\n', at + 1)) row++;
    pending = pending.slice(from);
  };
  for (const chunk of chunks) {
    for (const id of ids) id.update(chunk);
    pending += decoder.decode(chunk, { stream: true });
    while (pending.length > PIECE) {
      const newline = pending.lastIndexOf('\n', PIECE);
      take(newline > OVERLAP ? newline + 1 : PIECE, false);
    }
  }
  pending += decoder.decode();
  take(pending.length, true);
  const isShort = symbols < LEAST_FILE;
  if (isShort && !(isKeyed && harnessFileKind(file) !== undefined && saysSomething(pending))) return;
  for (const id of ids) {
    const [a, b] = hashText(id.digest('hex'));
    add('blob', a, b, 1);
  }
}

/** Number of symbols. `row` is the index of the text's first line in its file. */
function addText(text: string, row: number, isAdded: IsAdded, add: Add): number {
  const lines = linesOf(text);
  const changed = changedLines(lines);
  const plain = withoutRepeats(changed.size === 0 ? lines : without(lines, (index) => changed.has(index)));
  const normalised = normalise(plain);
  const placed =
    (texts: readonly Line[]): VisitFeature =>
    (kind, a, b, packed) => {
      const line = lineOfFeature(packed);
      if (kind !== 'n3-rows' || normalised.concrete[line] !== 0) add(kind, a, b, row + texts[line]!.row + 1);
    };
  for (const [kind, stream] of [
    ['k-grams', normalised.n1],
    ['n2-grams', normalised.n2],
  ] as const) {
    if (!isAdded(kind)) continue;
    let line = 0;
    eachSelected(stream, (at, a, b) => {
      while (line + 2 < stream.starts.length && stream.starts[line + 1]! <= at) line++;
      add(kind, a, b, row + plain[line]!.row + 1);
    });
  }
  eachFeature(plain, normalised, (kind) => !OF_DIFFS.has(kind) && isAdded(kind), placed(plain));
  if (changed.size > 0 && isAdded('diff-lines')) {
    const signed = withoutRepeats(without(lines, (index) => !changed.has(index)));
    eachChangedLine(signed, placed(signed));
  }
  return normalised.n1.symbols.length;
}

/** The same lines, those that are left out without their text. */
function without(lines: readonly Line[], isLeftOut: (index: number) => boolean): readonly Line[] {
  return lines.map((line, index) => (isLeftOut(index) ? { ...line, text: '', change: '' } : line));
}

/** Lines of diffs: they count with their signs only, or a document of the merged source would match. */
function changedLines(lines: readonly Line[]): ReadonlySet<number> {
  const changed = new Set<number>();
  for (const { first, last } of diffBlocks(lines))
    for (let line = first; line <= last; line++) changed.add(line);
  return changed;
}
