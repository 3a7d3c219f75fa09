import { createHash } from 'node:crypto';
import { PlainFile } from '../disk/plain-file.ts';
import type { Refusal } from '../disk/refusal.ts';
import { parseJson } from '../documents/data/json.ts';
import { parseYaml } from '../documents/data/yaml.ts';
import { formatOf } from '../documents/document-format.ts';
import { lineStarts, positionOf } from '../place.ts';
import { findSecrets } from '../secrets/find-secrets.ts';
import { maskSecrets } from '../secrets/mask.ts';
import { findTargets } from '../targets/find-targets.ts';
import type { TargetMatcher } from '../targets/matcher.ts';
import type { Contradiction, Own } from './contradiction.ts';
import type { ReadRunFile } from './facts.ts';
import { LogTimes } from './log-times.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { contradictionsInRecord } from './record-contradictions.ts';
import { ReportReader } from './report-contradictions.ts';
import { type Expected, strangersInText, strangersInTree } from './strangers.ts';
import type { ConditionId } from './verdict.ts';
import type { RunEntry } from './walk-run.ts';
import { withoutEscapes } from './without-escapes.ts';

/** No log that anybody reads is larger. A file that says it is, be it a sparse one, would be read for minutes. */
const MAX_FILE_BYTES = 500_000_000;

/** What is looked for in every file of a run. */
export interface Search {
  readonly matcher: TargetMatcher;
  readonly expected: Expected;
  /** Told of bytes that were read, while they are. */
  onBytes(count: number): void;
  readonly own: Own;
}

/** What the pieces of one file showed, by lines. */
class Seen {
  readonly secrets: number[] = [];
  readonly targets: number[] = [];
  readonly strangers: number[] = [];
  readonly malformed: number[] = [];
  undecodable = false;
  readonly contradictions = new Map<ConditionId, Contradiction & { readonly line: number }>();
  readonly report: ReportReader;
  readonly times: LogTimes;

  constructor(own: Own) {
    this.report = new ReportReader(own);
    this.times = new LogTimes(own);
  }

  contradicted(found: Iterable<Contradiction>, line: number): void {
    for (const one of found)
      if (!this.contradictions.has(one.id)) this.contradictions.set(one.id, { ...one, line });
  }
}

/** Where a run names what ran: everything but the patch, which holds the code of a fixture. */
function namesModels(path: string): boolean {
  return path !== 'patch.diff';
}

function lineAt(piece: Piece, starts: readonly number[], offset: number): number {
  const own = positionOf(starts, { start: piece.own, end: piece.own }).line;
  return piece.line + positionOf(starts, { start: offset, end: offset }).line - own;
}

function searchTree(
  text: string,
  path: string,
  line: (offset: number) => number,
  expected: Expected,
  seen: Seen,
) {
  const { trees, faults } = formatOf(path) === 'yaml' ? parseYaml(text) : parseJson(text);
  for (const { start } of faults) seen.malformed.push(line(start));
  for (const tree of trees) for (const at of strangersInTree(tree, expected)) seen.strangers.push(line(at));
}

/** Only whether lines are JSON, and what it says, is told without a parser that knows places. */
function parsed(line: string): { readonly data: unknown } | undefined {
  try {
    return { data: JSON.parse(line) as unknown };
  } catch {
    // Whatever is wrong is told by the parser that knows places.
    return undefined;
  }
}

function searchLines(
  piece: Piece,
  path: string,
  at: (offset: number) => number,
  { expected, own }: Search,
  seen: Seen,
) {
  if (piece.cut) seen.malformed.push(piece.line);
  // What a backend keeps below its own folder has records of its own kind.
  const isOfRun = !path.includes('/');
  let start = piece.own;
  for (const line of piece.text.slice(piece.own).split(/\r\n|\n/)) {
    const from = start;
    start = piece.text.indexOf('\n', from) + 1 || piece.text.length;
    if (line.trim() === '') continue;
    const record = parsed(line);
    if (record !== undefined && isOfRun)
      seen.contradicted(contradictionsInRecord(record.data, line, own), at(from));
    // Lines that name neither, in any spelling of a key, are searched as text.
    if (record !== undefined && !/provider|model|\\u/i.test(line)) {
      for (const offset of strangersInText(line, expected)) seen.strangers.push(at(from + offset));
    } else searchTree(line, path, () => at(from), expected, seen);
  }
}

/** What `report.md` and the logs of the backend say of the run. */
function searchAccount(piece: Piece, path: string, seen: Seen): void {
  const isLog = /^backend\/[^/]+\.log$/.test(path);
  if (path !== 'report.md' && !isLog) return;
  for (const [count, line] of piece.text.slice(piece.own).split('\n').entries()) {
    const { text } = withoutEscapes(line.replace(/\r$/, ''));
    if (isLog) seen.times.read(text);
    else seen.contradicted(seen.report.contradictionsIn(text), piece.line + count);
  }
}

function searchNames(piece: Piece, path: string, at: (offset: number) => number, search: Search, seen: Seen) {
  const { expected } = search;
  const format = formatOf(path);
  if (format === 'jsonl') searchLines(piece, path, at, search, seen);
  else if ((format === 'json' || format === 'yaml') && !piece.partial)
    searchTree(piece.text, path, at, expected, seen);
  else {
    // A config of more than a megabyte is none, and nobody can tell what it names.
    if (format === 'json' || format === 'yaml') seen.malformed.push(piece.line);
    for (const offset of strangersInText(piece.text, expected)) seen.strangers.push(at(offset));
  }
}

async function searchPiece(piece: Piece, path: string, search: Search, seen: Seen): Promise<void> {
  const starts = lineStarts(piece.text);
  const at = (offset: number): number => lineAt(piece, starts, offset);
  const isWide = /^utf-(?:16|32)/.test(piece.encoding) && piece.partial;
  if (piece.unreadable !== undefined || isWide) seen.undecodable = true;
  const { spans } = await findSecrets(piece.text, { path });
  for (const { start } of spans) seen.secrets.push(at(start));
  for (const { start } of findTargets(piece.text, search.matcher)) seen.targets.push(at(start));
  if (namesModels(path)) searchNames(piece, path, at, search, seen);
  searchAccount(piece, path, seen);
}

/** A path as a reader may see it. */
export async function shownPath(path: string): Promise<string> {
  return maskSecrets(path, (await findSecrets(path, { path: '' })).spans);
}

/** Digests a file and searches it, in one reading. */
export async function readRunFile(entry: RunEntry, search: Search): Promise<ReadRunFile> {
  const { path, modified } = entry;
  const seen = new Seen(search.own);
  const shown = await shownPath(path);
  if (shown !== path) seen.secrets.push(0);
  if (findTargets(path, search.matcher).length > 0) seen.targets.push(0);
  const done = (digest: string | undefined, refusal: Refusal | undefined): ReadRunFile => ({
    path,
    shown,
    modified,
    digest,
    refusal: refusal ?? (seen.undecodable ? 'undecodable' : undefined),
    secrets: seen.secrets,
    targets: seen.targets,
    strangers: seen.strangers,
    malformed: seen.malformed,
    contradictions: [...seen.contradictions.values()],
  });
  const file = PlainFile.open(entry.location);
  if (typeof file === 'string') return done(undefined, file);
  try {
    if (file.size > MAX_FILE_BYTES) return done(undefined, 'too-large');
    const hash = createHash('sha256');
    let read = 0;
    function* hashed(chunks: Iterable<Buffer>): Generator<Buffer> {
      for (const chunk of chunks) {
        hash.update(chunk);
        read += chunk.length;
        search.onBytes(chunk.length);
        yield chunk;
      }
    }
    for (const piece of piecesOf(hashed(file.chunks()), path)) await searchPiece(piece, path, search, seen);
    if (seen.times.isOfAnotherTime)
      seen.contradicted([{ id: 'freshness', message: 'No time of this log is of the run.' }], 1);
    const isWhole = read === file.size && file.isUnchanged();
    return done(hash.digest('hex'), isWhole ? undefined : 'changed');
  } finally {
    file.close();
  }
}
