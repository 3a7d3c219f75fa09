import type { Document } from '../document.ts';
import { hiddenElements, meeting } from './hidden-html.ts';

/** Elements whose text a reader sees as it stands: not `<pre>`, `<template>`, `<style>` or `<details>`. */
const SHOWING =
  /^\s{0,8}<(?:p|div|center|blockquote|section|aside|b|strong|em|i)(?=[\s>])(?![^<>]{0,1000}\bhidden\b)/i;
const UNSEEN =
  /<!--[\s\S]*?(?:-->|$)|<(s|del|strike|pre|code|template|style|script)(?=[\s>])[\s\S]*?(?:<\/\1\s*>|$)/gi;
const TAG = /<\/?[A-Za-z][^<>]{0,1000}>/g;

/** What a reader sees of a document's blocks of HTML, each as it is written but for tags. */
export function shownHtml(document: Document): readonly string[] {
  const { markdown, file } = document;
  const hidden = hiddenElements(document);
  return (markdown?.html ?? [])
    .map(({ start, end }) => {
      let shown = '';
      let from = start;
      for (const one of meeting(hidden, { start, end })) {
        shown += file.text.slice(from, Math.max(from, one.start));
        from = Math.max(from, one.end);
      }
      return shown + file.text.slice(from, Math.max(from, end));
    })
    .filter((html) => SHOWING.test(html))
    .map((html) => html.replace(UNSEEN, ' ').replace(TAG, ''));
}

/** Elements of which a reader sees nothing, or what is no sentence. */
const NO_SENTENCE =
  /^\s{0,8}<(?:script|style|template|pre|code|del|s|strike|svg|!|\?)|^\s{0,8}<[^<>]{0,1000}\bhidden\b/i;
const ENDING = /<\/(?:p|div|li|td|th|tr|dt|dd|h[1-6]|summary|blockquote|section|aside|center)\s*>/gi;

/** Whether a block of HTML shows text. */
export function isShown(html: string): boolean {
  return !NO_SENTENCE.test(html);
}

/** What a reader sees of a block of HTML, of the same length, so that places stay; what ends a block ends a sentence. */
export function blanked(html: string): string {
  const blanks = (part: string): string => ' '.repeat(part.length);
  return html
    .replace(UNSEEN, blanks)
    .replace(ENDING, (tag) => `.${' '.repeat(tag.length - 1)}`)
    .replace(TAG, blanks)
    .replace(/\s/g, ' ');
}
