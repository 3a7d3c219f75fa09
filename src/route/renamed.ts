import type { Document } from '../documents/document.ts';
import { skeleton } from '../documents/skeleton.ts';
import type { Change } from './change.ts';

/** One document under two names. */
export interface Renamed {
  readonly was: Document;
  readonly now: Document;
}

function titleOf({ markdown }: Document): string {
  return skeleton(markdown?.headings[0]?.prose.text ?? '');
}

function linesOf({ file }: Document): readonly string[] {
  return file.text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
}

/** As git does: half of what stood there still stands. https://git-scm.com/docs/git-diff#Documentation/git-diff.txt--Mn */
function isMostOf(was: Document, now: Document): boolean {
  const left = new Set(linesOf(now));
  const lines = linesOf(was);
  return lines.length > 0 && lines.filter((line) => left.has(line)).length * 2 >= lines.length;
}

/**
 * The documents that a change gives another name: gone at the old one, new at the other, with the same title or most of
 * the text.
 * @param isAsked which of those that are gone matter
 */
export function renamedDocuments(
  { base, next, files }: Change,
  isAsked: (document: Document) => boolean,
): readonly Renamed[] {
  const gone = new Set(files.flatMap((file) => (file.base && !file.next ? [file.path] : [])));
  const left = base.documents.filter((document) => gone.has(document.file.path) && isAsked(document));
  if (left.length === 0) return [];
  const added = new Set(files.flatMap((file) => (file.next && !file.base ? [file.path] : [])));
  const candidates = next.documents.filter(({ file }) => added.has(file.path));
  return left.flatMap((was) => {
    const title = titleOf(was);
    const now =
      candidates.find((document) => title !== '' && titleOf(document) === title) ??
      candidates.find((document) => isMostOf(was, document));
    return now === undefined ? [] : [{ was, now }];
  });
}
