import type { Document } from './document.ts';

/** Elements whose text a reader sees as it stands: not `<pre>`, `<template>`, `<style>` or `<details>`. */
const SHOWING =
  /^\s{0,8}<(?:p|div|center|blockquote|section|aside|b|strong|em|i)(?=[\s>])(?![^<>]{0,1000}\bhidden\b)/i;
const UNSEEN =
  /<!--[\s\S]*?(?:-->|$)|<(s|del|strike|pre|code|template|style|script)(?=[\s>])[\s\S]*?(?:<\/\1\s*>|$)/gi;
const TAG = /<\/?[A-Za-z][^<>]{0,1000}>/g;

/** What a reader sees of a document's blocks of HTML, each as it is written but for tags. */
export function shownHtml({ markdown, file }: Document): readonly string[] {
  return (markdown?.html ?? [])
    .map(({ start, end }) => file.text.slice(start, end))
    .filter((html) => SHOWING.test(html))
    .map((html) => html.replace(UNSEEN, ' ').replace(TAG, ''));
}
