import { literalPattern } from '../pattern.ts';
import { exactMatcher, type PathMatcher } from '../policy/glob-matcher.ts';
import { compileGlobs, lastSigns } from '../policy/globs.ts';
import type { PolicyData } from '../policy/schema.ts';
import { isAscii } from '../unicode.ts';
import { KINDS, type Kind } from './document.ts';
import { isMarkdown } from './document-format.ts';

export interface KindGlobs {
  /** The paths that are of some kind: of most paths nothing else is asked. */
  readonly any: PathMatcher;
  /** Whether a path whose last character has this code may be one of them. */
  readonly mayEnd: (code: number) => boolean;
  /** For each kind the paths that are of it. */
  readonly each: readonly (readonly [Kind, PathMatcher])[];
  /** Whether only its case keeps a path from being what a glob for work items says, letter for letter. */
  readonly isOtherCase: PathMatcher;
  /** Whether a text holds the id of a work item. */
  readonly holdsItem: (text: string) => boolean;
}

/** `CTO-WORK-0`, in any case, whatever joins its words. */
function itemPattern(prefix: string): RegExp {
  const words = prefix.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new RegExp([...words.map(literalPattern), '\\p{N}'].join('[^\\p{L}\\p{N}\\n]{0,4}'), 'iu');
}

export function compileKinds({ kinds, work }: Pick<PolicyData, 'kinds' | 'work'>): KindGlobs {
  const globs = kinds as Readonly<Record<string, readonly string[] | undefined>>;
  const given = KINDS.flatMap((kind) => {
    const own = globs[kind] ?? [];
    return own.length === 0 ? [] : [[kind, own] as const];
  });
  // Of nearly all files neither is asked.
  let written: readonly PathMatcher[] | undefined;
  let item: RegExp | undefined;
  return {
    any: compileGlobs(given.flatMap(([, own]) => own)),
    mayEnd: lastSigns(given.flatMap(([, own]) => own)),
    each: given.map(([kind, own]) => [kind, compileGlobs(own)]),
    isOtherCase: (path) => {
      written ??= (globs['work-items'] ?? []).map(exactMatcher);
      return isAscii(path) && !written.some((matches) => matches(path));
    },
    holdsItem: (text) => {
      if (work === undefined) return true;
      item ??= itemPattern(work.prefix);
      return item.test(text);
    },
  };
}

/** Front matter ends at its closing fence; what stands below only talks about such documents. */
const FRONT_MATTER =
  /^[\s\u200b\ufeff]{0,64}-{3,}[^\n\r]{0,64}[\n\r]([\s\S]{0,32000}?)(?:[\n\r]-{3,}|[\n\r]\.{3}|$)/;
/** In a list or behind a blank it is no value that the policy allows, which only a document of the kind is told. */
const SOT =
  /(?:^|[\s{,"'])lifecycle_classification["']?\s{0,20}:\s{0,20}(?:-\s{1,4})?[["'\s]{0,4}sot\b(?!-|["']?\s{0,8}:)/i;

function saysSot(text: string): boolean {
  const block = FRONT_MATTER.exec(text.slice(0, 33_000))?.[1];
  return block !== undefined && SOT.test(block);
}

/** Whether a file is of any kind. */
export function isGoverned(path: string, text: string, policy: Pick<PolicyData, 'kinds' | 'work'>): boolean {
  return kindsOf(path, text, compileKinds(policy)).length > 0;
}

/** A page about the folder that it stands in is none of what the folder holds. */
const FOLDER_PAGE = /(?:^|\/)readme\.(?:md|markdown|mdx)$/i;

/**
 * `known-issues.md`, where the policy says `*-ISSUES.md`: many a project has such a page, so that its name alone makes no
 * list of work items of it. One that names an item is such a list in whatever case.
 */
function isOnlyNamedSo(path: string, text: string, globs: KindGlobs): boolean {
  return globs.isOtherCase(path) && !globs.holdsItem(text);
}

/**
 * The kinds of a file: by its path, and `sot` also by its own front matter. A record may be a SOT document too.
 * @param text `undefined`: those that it may be of by its path alone
 */
export function kindsOf(path: string, text: string | undefined, globs: KindGlobs): readonly Kind[] {
  const isOfKind = ([kind, isOf]: KindGlobs['each'][number]): boolean =>
    isOf(path) &&
    !(kind === 'task' && FOLDER_PAGE.test(path)) &&
    !(kind === 'work-items' && text !== undefined && isOnlyNamedSo(path, text, globs));
  const kinds = globs.any(path) ? globs.each.filter(isOfKind).map(([kind]) => kind) : [];
  if (text === undefined || kinds.includes('sot')) return kinds;
  return isMarkdown(path) && saysSot(text) ? [...kinds, 'sot'] : kinds;
}
