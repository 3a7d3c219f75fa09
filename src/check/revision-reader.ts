import { now } from '../clock.ts';
import type { Document, Kind } from '../documents/document.ts';
import { isMarkdown, mayEndMarkdown } from '../documents/document-format.ts';
import { type KindGlobs, kindsOf } from '../documents/kinds.ts';
import { parseDocument } from '../documents/parse-document.ts';
import { decodeText } from '../documents/text.ts';
import type { SourceFile } from '../file.ts';
import { partsUsed } from '../parts-used.ts';
import { PathEnds } from '../path-end.ts';
import type { Policy } from '../policy/policy.ts';
import { isPolicyFile } from '../policy/policy-files.ts';
import { buildRoute } from '../route/build-route.ts';
import type { Change, ChangedFile } from '../route/change.ts';
import { pathsOf } from '../route/paths.ts';
import type { Route } from '../route/route.ts';
import { LateError, type Run, runForText } from '../time-limit.ts';
import type { Detect } from './detectors.ts';
import type { Scope, Step } from './scope.ts';
import { filesAt, filesEnding, type Listed, type Snapshot } from './snapshot.ts';
import { decodedFile, isLate, type RawFile, readSourceFile, withDetections } from './source-file.ts';
import { UndetectedFile } from './undetected-file.ts';

/** Milliseconds of work after which what git has ready is taken, and timers such as the one of `limits.seconds` get their turn. */
const SPELL = 4;

/** Which documents of a route a run judges. */
export interface Judged {
  /** The detectors look at it. */
  isJudged(path: string): boolean;
  /** Whether a finding tells that it took too long; else the route can't be made. */
  isTold(path: string): boolean;
}

export const NOTHING_JUDGED: Judged = { isJudged: () => false, isTold: () => false };

/** Reads files and documents of revisions. The same blob at the same path is read and parsed once for a run. */
export interface RevisionReader {
  /** A file that is judged: the detectors have looked at it. */
  source(raw: RawFile): Promise<SourceFile>;
  /**
   * The same file, looked at by the detectors.
   * @throws LateError where that takes too long
   */
  detected(file: SourceFile): Promise<SourceFile>;
  /** The kinds of a file: by its path, or by what its front matter says. */
  kinds(file: SourceFile): readonly Kind[];
  document(file: SourceFile): Promise<Document | undefined>;
  /** Whether the path, or the front matter that the bytes begin with, makes it governed: nothing else is looked into. */
  beginsGoverned(raw: RawFile): boolean;
  /** Of a file that an earlier run read: it is no governed document, and need not be read for the route. */
  passOver(file: Pick<RawFile, 'path' | 'blob'>): void;
  route(snapshot: Snapshot, knownCommits: KnownCommits, judged: Judged): Promise<Route>;
  change(step: Step, knownCommits: KnownCommits): Promise<Change>;
}

type KnownCommits = Scope['knownCommits'];

// 40 hex digits, or the short forms that people write; whether one is a commit is git's to say.
const COMMIT_LIKE = /\b[0-9a-f]{7,40}\b/g;

/** What may be commits among a record's references. */
function commitLikes({ fields, kinds }: Document, { decision }: Policy): readonly string[] {
  if (decision === undefined || !kinds.includes('decision-record')) return [];
  const shapes = Object.values(decision.branches).flatMap((branch) => Object.entries(branch.fields));
  const keys = new Set<string>(shapes.filter(([, { is }]) => is === 'references').map(([key]) => key));
  return fields.filter(({ key }) => keys.has(key)).flatMap(({ value }) => value.match(COMMIT_LIKE) ?? []);
}

export interface ReaderOptions {
  readonly policy: Policy;
  readonly kindGlobs: KindGlobs;
  readonly detect: Detect;
  /** Whether the detectors look at every file that is read, which takes far longer than reading it. */
  readonly detectsAll: boolean;
  /** How routes are made: of many documents together. */
  readonly run: Run;
}

export function createRevisionReader({
  policy,
  kindGlobs,
  detect,
  detectsAll,
  run,
}: ReaderOptions): RevisionReader {
  const sources = new Map<string, SourceFile>();
  const undetected = new Map<string, SourceFile>();
  const looked = new WeakMap<SourceFile, SourceFile>();
  // What was read and found to be no governed document need not be read again for the route. In the working tree, which
  // does not change its files between two listings of ours, the path alone tells.
  const ungoverned = new Set<string>();
  const documents = new Map<SourceFile, Promise<Document | undefined>>();

  let turned = now();
  /** What is at hand needs no waiting, and one promise after the other keeps timers from firing. */
  const turn = async (): Promise<void> => {
    if (now() - turned <= SPELL) return;
    await new Promise((resume) => setImmediate(resume));
    turned = now();
  };
  const keyOf = ({ blob, mode, path }: RawFile): string => `${blob}\0${mode}\0${path}`;
  const keep = (file: SourceFile, raw: RawFile, into: Map<string, SourceFile>): void => {
    if (isGoverned(file)) into.set(keyOf(raw), file);
    else ungoverned.add(`${raw.blob}\0${raw.path}`).add(`\0${raw.path}`);
  };
  const source = async (raw: RawFile): Promise<SourceFile> => {
    await turn();
    // With its commit a file is asked for once, in a history of any length: nothing is kept.
    if (raw.commit !== undefined) return await readSourceFile(raw, detect);
    const known = sources.get(keyOf(raw));
    if (known) return known;
    const made = await readSourceFile(raw, detect);
    keep(made, raw, sources);
    return made;
  };
  /** A file that is not judged, or was. */
  const unjudged = async (raw: RawFile): Promise<SourceFile> => {
    if (detectsAll) return await source(raw);
    await turn();
    const key = keyOf(raw);
    const known = sources.get(key) ?? undetected.get(key);
    if (known) return known;
    const made = new UndetectedFile(decodedFile(raw));
    keep(made, raw, undetected);
    return made;
  };
  const detected = async (file: SourceFile): Promise<SourceFile> => {
    if (!(file instanceof UndetectedFile)) return file;
    const known = looked.get(file);
    if (known) return known;
    const made = withDetections(file, await detect(file));
    looked.set(file, made);
    return made;
  };
  const kinds = (file: SourceFile): readonly Kind[] =>
    file.origin === 'tree' && file.mode.startsWith('100') ? kindsOf(file.path, file.text, kindGlobs) : [];
  const isGoverned = (file: SourceFile): boolean => kinds(file).length > 0;
  const document = (file: SourceFile): Promise<Document | undefined> => {
    const known = documents.get(file);
    if (known) return known;
    const own = kinds(file);
    for (const kind of own) partsUsed.add(kind);
    const made = parseDocument(file, own, runForText(file.text, policy.limits));
    if (own.length > 0) documents.set(file, made);
    return made;
  };

  /** Only markdown can become governed by its front matter; anything else has its kind from its path. */
  const mayBeGoverned = ({ path, mode, blob }: Listed): boolean =>
    (kindGlobs.any(path) || (policy.sot !== undefined && isMarkdown(path))) &&
    mode.startsWith('100') &&
    !ungoverned.has(`${blob}\0${path}`);

  /** What is neither governed nor attributes ends otherwise, but for a few. */
  const ends = new PathEnds(
    (code) => kindGlobs.mayEnd(code) || (policy.sot !== undefined && mayEndMarkdown(code)),
    [ATTRIBUTES],
  );

  const beginsGoverned = ({ path, blob, bytes }: RawFile): boolean => {
    if (bytes === undefined || kindsOf(path, undefined, kindGlobs).length > 0) return true;
    if (isMarkdown(path) && mayBeginFrontMatter(bytes)) {
      // All of it: which encoding it has is told by the whole.
      if (kindsOf(path, decodeText(bytes, path).text, kindGlobs).length > 0) return true;
    }
    passOver({ path, blob });
    return false;
  };
  const passOver: RevisionReader['passOver'] = ({ path, blob }) => void ungoverned.add(`${blob}\0${path}`);

  const route = async (
    snapshot: Snapshot,
    knownCommits: KnownCommits,
    { isJudged, isTold }: Judged,
  ): Promise<Route> => {
    const parsed: Document[] = [];
    const files = filesEnding(snapshot, ends);
    for await (const raw of snapshot.read(files.filter(mayBeGoverned))) {
      if (!beginsGoverned(raw)) continue;
      const read = isJudged(raw.path) ? source : unjudged;
      const file = await read({ ...raw, commit: undefined });
      const made = isGoverned(file) ? await document(file) : undefined;
      if (made && isLate(made) && !isTold(file.path))
        throw new LateError('A document took too long to be read, and is needed to judge others.');
      if (made) parsed.push(made);
    }
    const attributes: SourceFile[] = [];
    for await (const raw of snapshot.read(files.filter(isAttributes)))
      attributes.push(await unjudged({ ...raw, commit: undefined }));
    // Which of two items is the second one must not hang on what is tracked, staged or handed in.
    parsed.sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
    attributes.sort((a, b) => (a.path < b.path ? -1 : 1));
    const named = new Set(parsed.flatMap((document) => commitLikes(document, policy)));
    return await buildRoute(
      {
        documents: parsed,
        paths: snapshot.paths ?? pathsOf(() => snapshot.files.map(({ path }) => path)),
        commits: named.size === 0 ? new Set() : await knownCommits([...named]),
        attributes,
      },
      policy,
      run,
    );
  };

  const change = async (step: Step, knownCommits: KnownCommits): Promise<Change> => {
    const files = await changedFiles(step, unjudged);
    const own =
      files.find(({ path, next }) => isPolicyFile(path) && next) ??
      files.find(({ path }) => isPolicyFile(path));
    const file = own?.next ?? own?.base;
    return {
      // Nothing is judged of what was before. What is after is the head, or before another step.
      base: await route(step.base, knownCommits, NOTHING_JUDGED),
      next: await route(step.next, knownCommits, { isJudged: () => false, isTold: () => true }),
      files,
      authorship: step.authorship,
      basePolicy: step.basePolicy,
      nextPolicy: step.nextPolicy,
      policyFile: file && { file, document: await document(file) },
    };
  };

  return { source, detected, kinds, document, beginsGoverned, passOver, route, change };
}

/**
 * A letter, a digit or `#` is the first byte of most texts, and of no fence. Of the blanks that may precede one two begin so in
 * UTF-16: U+205F (`5f 20`) and U+3000 (`30 00`).
 */
function mayBeginFrontMatter([first = 0]: Uint8Array): boolean {
  return first === 0x5f || first === 0x30 || !/[\w#]/.test(String.fromCharCode(first));
}

const ATTRIBUTES = '.gitattributes';

/** git reads attributes of the tree from regular files only. */
function isAttributes({ path, mode }: Listed): boolean {
  return (
    path.endsWith(ATTRIBUTES) &&
    (path === ATTRIBUTES || path.endsWith(`/${ATTRIBUTES}`)) &&
    mode.startsWith('100')
  );
}

/** The paths that differ, each side read: who asks about a change asks about what it did. */
async function changedFiles(
  step: Step,
  source: (raw: RawFile) => Promise<SourceFile>,
): Promise<ChangedFile[]> {
  const listing = (snapshot: Snapshot): Map<string, Listed> => {
    const compared = step.changed ? filesAt(snapshot, step.changed) : snapshot.files;
    return new Map(compared.map((listed) => [listed.path, listed]));
  };
  const [base, next] = [listing(step.base), listing(step.next)];
  const differs = (path: string): boolean => {
    const [before, after] = [base.get(path), next.get(path)];
    // On disk, beyond the paths that were asked for: it was not read, and what it holds is not asked.
    if (after?.blob === '') return false;
    return before?.blob !== after?.blob || before?.mode !== after?.mode;
  };
  const paths = [...new Set([...base.keys(), ...next.keys()])].filter(differs).sort();
  const read = async (snapshot: Snapshot, listed: Map<string, Listed>): Promise<Map<string, SourceFile>> => {
    const files = new Map<string, SourceFile>();
    const wanted = paths.flatMap((path) => listed.get(path) ?? []);
    for await (const raw of snapshot.read(wanted))
      files.set(raw.path, await source({ ...raw, commit: undefined }));
    return files;
  };
  const [before, after] = [await read(step.base, base), await read(step.next, next)];
  return paths.map((path) => ({ path, base: before.get(path), next: after.get(path) }));
}
