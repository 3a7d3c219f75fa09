/** `YYYY-MM-DD` · `DD/MM/YYYY` · `20XX-06-01` · `2026-06-??` · `0000-00-00` */
const DATE_MASK =
  /(?<![\w-])(?=[\d/.-]{0,9}(?:[YMDJTX_?]|00(?!\d)))(?:[\dYJX_?]{4}[-/.][\dMX_?]{2}[-/.][\dDTX_?]{2}|[\dDTMX_?]{2}[-/.][\dDTMX_?]{2}[-/.][\dYJX_?]{4})(?![\w-])/i;
/** `<date>` · `{{ ref }}` · `${DATE}` · `[date]`; but no `<https://…>` and no link. */
const BRACKETS =
  /<(?![^<>]{0,300}(?::\/\/|@))[a-z\u00aa-\ud7ff][^<>\n]{0,100}>|\{[^{}\n]{1,100}\}|\[(?:date|ref|reference|id|number|name|ticket|link|url|insert [^[\]\n]{1,40})\](?!\()/i;
/** `XXX` · `CR-XX` · `____` · `(ref: ...)` */
const FILL = /(?:[#-]X{2,}|\bX{3,})\b|_{3,}|[:(]\s?(?:\.{3,}|…)\s?(?:$|[).,;])/u;

/** Whether a text holds a mark that somebody was to replace. */
export function holdsPlaceholder(text: string): boolean {
  return DATE_MASK.test(text) || BRACKETS.test(text) || FILL.test(text);
}
