import type { PathMatcher } from '../policy/glob-matcher.ts';
import { compileGlobs, lastSigns } from '../policy/globs.ts';
import type { PolicyData } from '../policy/schema.ts';
import { KINDS, type Kind } from './document.ts';
import { isMarkdown } from './document-format.ts';

export interface KindGlobs {
  /** The paths that are of some kind: of most paths nothing else is asked. */
  readonly any: PathMatcher;
  /** Whether a path whose last character has this code may be one of them. */
  readonly mayEnd: (code: number) => boolean;
  /** For each kind the paths that are of it. */
  readonly each: readonly (readonly [Kind, PathMatcher])[];
}

export function compileKinds(kinds: PolicyData['kinds']): KindGlobs {
  const globs = kinds as Readonly<Record<string, readonly string[] | undefined>>;
  const given = KINDS.flatMap((kind) => {
    const own = globs[kind] ?? [];
    return own.length === 0 ? [] : [[kind, own] as const];
  });
  return {
    any: compileGlobs(given.flatMap(([, own]) => own)),
    mayEnd: lastSigns(given.flatMap(([, own]) => own)),
    each: given.map(([kind, own]) => [kind, compileGlobs(own)]),
  };
}

/** Front matter ends at its closing fence; what stands below only talks about such documents. */
const FRONT_MATTER =
  /^[\s\u200b\ufeff]{0,64}-{3,}[^\n\r]{0,64}[\n\r]([\s\S]{0,32000}?)(?:[\n\r]-{3,}|[\n\r]\.{3}|$)/;
const SOT = /(?:^|[\s{,"'])lifecycle_classification["']?\s{0,20}:\s{0,20}["']?sot\b/i;

function saysSot(text: string): boolean {
  const block = FRONT_MATTER.exec(text.slice(0, 33_000))?.[1];
  return block !== undefined && SOT.test(block);
}

/** Whether a file is of any kind. */
export function isGoverned(path: string, text: string, kinds: PolicyData['kinds']): boolean {
  return kindsOf(path, text, compileKinds(kinds)).length > 0;
}

/** A page about the folder that it stands in is none of what the folder holds. */
const FOLDER_PAGE = /(?:^|\/)readme\.(?:md|markdown|mdx)$/i;

/** The kinds of a file: by its path, and `sot` also by its own front matter. A record may be a SOT document too. */
export function kindsOf(path: string, text: string, globs: KindGlobs): readonly Kind[] {
  const isOfKind = ([kind, isOf]: KindGlobs['each'][number]): boolean =>
    isOf(path) && !(kind === 'task' && FOLDER_PAGE.test(path));
  const kinds = globs.any(path) ? globs.each.filter(isOfKind).map(([kind]) => kind) : [];
  return !kinds.includes('sot') && isMarkdown(path) && saysSot(text) ? [...kinds, 'sot'] : kinds;
}
