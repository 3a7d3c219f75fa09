import { type Place, placeOf, wholeFile } from '../../file.ts';
import type { Document, Field } from '../document.ts';
import type { Heading } from '../markdown/markdown.ts';

/** A planning document: kind `sot`, by glob or by its front matter. */
export interface SotDocument {
  readonly document: Document;
  /** The first field of the front matter with that key. */
  field(key: string): Field | undefined;
  readonly heading: Heading | undefined;
  /** Where a missing key is reported: the front matter as far as its first line, or the file as a whole. */
  readonly frontMatterPlace: Place;
}

export function readSotDocument(document: Document): SotDocument {
  const fields = document.fields.filter(
    ({ form, path, isMapping }) => form === 'front-matter' && path.length === 1 && !isMapping,
  );
  return {
    document,
    field: (key) => fields.find((field) => field.key === key),
    heading: document.markdown?.headings[0],
    frontMatterPlace: document.frontMatter
      ? placeOf(document.file, { start: document.frontMatter.start, end: document.frontMatter.start })
      : wholeFile(document.file),
  };
}
