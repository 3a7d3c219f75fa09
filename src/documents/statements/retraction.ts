import type { Heading } from '../markdown/markdown.ts';
import { ENDED, isFormer } from './attribution.ts';
import type { Said } from './speech.ts';
import { wordsOf } from './words.ts';

// What stands behind a sentence, or over it, and takes it back as a whole: `This no longer holds.`, `(waived for r1)`.

const GONE = [...ENDED].join('|');

/** What a sentence calls the one before it. */
const IT =
  '(?:this|that|it|these|they|those|which|(?:the|this|that) (?:above|rule|ban|limit|constraint|statement|sentence|requirement|criterion|point|line|restriction|condition|clause|bullet|promise|prohibition))';

const FILLER =
  '(?:has|have|had|is|was|are|were|been|be|will|got|now|since|later|then|already|also|long|just|both|all|meanwhile|recently|however|once)';

const BEHIND_A_MARK = '(?=$|[,.]|\\s(?:for|in|on|since|by|as|until|till|during|from|with|at|after|\\d))';
const NOW = '(?:\\s(?:any ?more|any longer|now|here|today|since\\b.*))?$';

/** Of a stretch without its stop, in lower case and with single blanks. */
const RETRACTIONS: readonly RegExp[] = [
  `^(?:${FILLER} ){0,3}(?:${GONE})${BEHIND_A_MARK}`,
  `^${IT} (?:${FILLER} ){0,5}(?:${GONE}|wrong|false|untrue|history|gone|over)${BEHIND_A_MARK}`,
  `^(?:${IT} (?:${FILLER} ){0,3})?no longer (?:holds?|applies|apply|binds?|counts?|true|valid|in force|so|the case|required|needed|binding)\\b`,
  `^${IT} (?:does not|do not|did not|doesn't|don't) (?:hold|apply|bind|count)${NOW}`,
  `^${IT} (?:is not|are not|isn't|aren't) (?:true|valid|in force|so|binding|the case)${NOW}`,
  `^${IT} (?:was|were) (?:once )?(?:true|so|valid|the case) (?:once|then|before|until)\\b`,
  `^${IT} (?:has |have )?(?:since )?(?:changed|ended)${NOW}`,
  `^(?:[\\w-]{1,30} ){1,4}(?:${GONE}|withdrew) ${IT}(?=$|\\s(?:on|in|for|since|again|later|last|by|after|at|\\d))`,
  '^none of (?:this|that|it|these) (?:holds?|applies|apply|counts?|is (?:true|valid|in force))\\b',
  '^not any ?more$',
].map((source) => new RegExp(source));

/** `Except storefront.`, `Only for Anthropic.`: what goes with the sentence before it. */
const REMAINDER =
  /^(?:but |and )?(?:(?:except|unless|excluding|save for|apart from|other than)\b[^,]{0,80}|(?:only|but not|not) (?:for|on|in|during|after|before)(?: \S{1,40}){1,4}|until \S{1,40})$/;

const RESTORED = /\b(?:restored|reinstated|again|never)\b/;

const LONGEST = 200;

function isRetraction(stretch: string): boolean {
  const text = stretch
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/["“”\s]+/g, ' ')
    .trim()
    .replace(/[.!]+$/, '')
    .replace(/^(?:but|however|and|yet|since then|today|by now|meanwhile|note:?),? /, '');
  return !RESTORED.test(text) && RETRACTIONS.some((retraction) => retraction.test(text));
}

/** What a sentence is set together of: between brackets, dashes, semicolons, the cells of a row. */
const APART = /[;()[\]—–]|\s-{1,2}\s|[.:!]\s/;
const WITH_COMMAS = /[;()[\]—–,]|\s-{1,2}\s|[.:!]\s/;

const ENDS_ALONE = new RegExp(`^\\s*(?:${GONE})${BEHIND_A_MARK}`, 'i');

function isMarked(text: string): boolean {
  return (
    text.split(APART).some(isRetraction) ||
    text
      .split(WITH_COMMAS)
      .slice(1)
      .some((stretch) => ENDS_ALONE.test(stretch.slice(0, LONGEST).trimEnd()))
  );
}

function isRetiring({ depth, prose }: Heading): boolean {
  if (depth === 1) return false;
  const words = wordsOf(prose.text.slice(0, LONGEST));
  return words.some(
    ({ lower }, at) =>
      (isFormer(lower) && lower !== 'draft' && lower !== 'prior') ||
      (lower === 'no' && words[at + 1]?.lower === 'longer'),
  );
}

/** Whether a document takes a sentence back: within it, right behind it, or by the heading that it stands under. */
export function isRetracted({ text, follows, section }: Pick<Said, 'text' | 'section' | 'follows'>): boolean {
  for (let heading = section; heading !== undefined; heading = heading.parent)
    if (isRetiring(heading)) return true;
  if (isMarked(text)) return true;
  if (follows === undefined) return false;
  const next = follows.trim().replace(/[.!]+$/, '');
  return isRetraction(next) || REMAINDER.test(next.slice(0, LONGEST).toLowerCase());
}
