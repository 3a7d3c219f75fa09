import { KINDS, type Kind } from '../documents/document.ts';
import { compileKinds, kindsOf } from '../documents/kinds.ts';
import { BUILT_IN } from '../policy/builtin.ts';
import { globFault } from '../policy/globs.ts';
import { findUnlistedPaths } from '../targets/find-unlisted-paths.ts';
import type { Survey } from './survey.ts';

/** What a policy for this repository could say beyond the built-in one. */
export interface Proposal {
  /** How many documents the built-in policy finds here already. */
  readonly found: ReadonlyMap<Kind, number>;
  readonly kinds: ReadonlyMap<Kind, readonly string[]>;
  readonly roots: readonly string[];
  /** Paths into homes that documents name: targets, references or mistakes, which only a person can tell. */
  readonly homePaths: readonly string[];
  readonly protectedFolders: readonly string[];
}

const MAX_DOCUMENTS = 2000;
const MAX_SHOWN = 20;
const READ = /\.(?:md|markdown|json|ya?ml)$/i;

/** What makes a text a document of a kind whatever its name. */
const MARKS: readonly (readonly [Kind, RegExp, RegExp])[] = [
  ['decision-record', /\.(?:md|markdown)$/i, /^#{1,6}[ \t]+Current Decision State[ \t]*$/m],
  ['decision-packet', /\.(?:md|markdown)$/i, /^#{1,6}[ \t]+Decision Branches[ \t]*$/m],
  ['work-items', /\.(?:md|markdown)$/i, /^##[ \t]+[A-Z][A-Z0-9-]{0,30}-\d{1,6}[ \t]+-[ \t]/m],
  ['task', /\.(?:md|markdown)$/i, /^##[ \t]+Fixture Inputs[ \t]*$/m],
  ['admission', /\.json$/i, /"admission_timestamp"[ \t]*:/],
  ['build-report', /\.json$/i, /"binary_sha256"[ \t]*:/],
];

/** `/srv/runs` of `/srv/runs/20260602T101500Z-string-slugify-4711/report.json`, as documents name runs. */
const ROOT_IN_TEXT = /(?<![\w./~-])((?:~|\/[\w.@+-]{1,100})(?:\/[\w.@+-]{1,100}){0,12})\/20\d{6}T\d{6}Z-/g;

/** The first three folders below a home: enough for a repository, `/home/ada/src/storefront`. */
function repositoryOf(path: string): string {
  const below = path.startsWith('~') ? 3 : 5;
  return path.replaceAll('\\', '/').split('/').slice(0, below).join('/');
}

/** One path is named; from four in one folder on, the folder's files of that ending. */
function globsFor(paths: readonly string[]): readonly string[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const globs = [...folders].flatMap(([folder, own]) =>
    own.length < 4
      ? own
      : [`${folder === '' ? '' : `${folder}/`}*${own[0]!.slice(own[0]!.lastIndexOf('.'))}`],
  );
  return globs.filter((glob) => globFault(glob) === undefined);
}

function sorted(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].sort().slice(0, MAX_SHOWN);
}

/** Looks at names and texts; decides nothing that a person does not see in the file. */
export function propose({ paths, submodules, runFolders, read }: Survey): Proposal {
  const builtIn = compileKinds(BUILT_IN);
  const found = new Map<Kind, number>();
  const marked = new Map<Kind, string[]>();
  const roots: string[] = [...runFolders];
  const homePaths: string[] = [];
  const documents = [...paths].filter((path) => READ.test(path)).slice(0, MAX_DOCUMENTS);
  for (const path of documents) {
    const text = read(path);
    if (text === undefined) continue;
    const kinds = kindsOf(path, text, builtIn);
    for (const kind of kinds) found.set(kind, (found.get(kind) ?? 0) + 1);
    for (const [kind, name, mark] of MARKS) {
      if (!kinds.includes(kind) && name.test(path) && mark.test(text))
        marked.set(kind, [...(marked.get(kind) ?? []), path]);
    }
    for (const [, root] of text.matchAll(ROOT_IN_TEXT)) roots.push(root!);
    const known = [...BUILT_IN.evidence.references, ...BUILT_IN.evidence.roots, ...roots];
    for (const { start, end } of findUnlistedPaths(text, known))
      homePaths.push(repositoryOf(text.slice(start, end)));
  }
  return {
    found,
    kinds: new Map(
      KINDS.flatMap((kind) => {
        const own = marked.get(kind);
        return own === undefined ? [] : [[kind, globsFor(own)] as const];
      }),
    ),
    roots: sorted(roots.filter((root) => !BUILT_IN.evidence.roots.includes(root))),
    homePaths: sorted(homePaths),
    protectedFolders: sorted([...submodules, ...vendorFolders(paths)]),
  };
}

const VENDORED = /^(?:vendor|third_party|third-party)\//;

function vendorFolders(paths: ReadonlySet<string>): readonly string[] {
  return [...paths].flatMap((path) => VENDORED.exec(path)?.[0].slice(0, -1) ?? []);
}
