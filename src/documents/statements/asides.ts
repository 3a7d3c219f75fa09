import type { Document } from '../document.ts';
import type { Block, Markdown } from '../markdown/markdown.ts';
import { sentencesOf } from '../markdown/sentences.ts';
import { blanked, isShown } from '../markdown/shown-html.ts';
import { hasDenial } from './polarity.ts';
import { describesField, isNote, ofBlock, plainSentence, type Said } from './speech.ts';
import { holdsWords, wordsOf } from './words.ts';

/** `Do not write:`, `Rejected wordings:`, and below it the quotation. */
const REJECTING = /\b(?:wrong|invalid|rejected|refused|bad|counter-?examples?)\b/i;

function isRejecting(lead: Block | undefined, { section }: Block): boolean {
  const text = lead?.section === section ? (lead?.prose.text.trim().slice(-200) ?? '') : '';
  if (!text.endsWith(':')) return false;
  const last = sentencesOf({ text }).at(-1)?.text ?? '';
  return REJECTING.test(last) || hasDenial(wordsOf(last));
}

function* quotedIn({ blocks }: Markdown, fields: ReadonlySet<string>): Generator<Said> {
  let lead: Block | undefined;
  for (const block of blocks) {
    if (!block.quoted) lead = block;
    else if (!isNote(block) && !describesField(block.prose.text, fields) && !isRejecting(lead, block))
      yield* ofBlock(block);
  }
}

function* inHtml({ markdown, file }: Document, fields: ReadonlySet<string>): Generator<Said> {
  for (const { start, end } of markdown?.html ?? []) {
    const html = file.text.slice(start, end);
    if (!isShown(html)) continue;
    for (const sentence of sentencesOf({ text: blanked(html) })) {
      if (describesField(sentence.text, fields)) continue;
      yield plainSentence(sentence.text, { start: start + sentence.start, end: start + sentence.end });
    }
  }
}

/**
 * What a document shows, and does not say in words of its own: quotations, and blocks of HTML. No requirement is met by
 * it; whoever claims something in it has claimed it.
 */
export function asidesOf(document: Document, fields: ReadonlySet<string>): readonly Said[] {
  if (document.markdown === undefined) return [];
  return [...quotedIn(document.markdown, fields), ...inHtml(document, fields)].filter(({ text }) =>
    holdsWords(text),
  );
}
