/** Between two words: blanks, or the end of a line with the signs of a comment or quotation before the next one. */
const GAP = String.raw`(?:[ \t]{1,4}|[ \t]?\r?\n[ \t>#*/]{0,12})`;

/** "(prod)", "for the replica", "of the staging database", "pour la base": which one of several it is. */
const WHICH = String.raw`(?:[ \t]\([^()\r\n]{1,40}\)|[ \t]{1,2}(?:for|of|on|to|in|at|from|behind|used[ \t](?:by|for|in)|für|von|zu|pour|de|du|para|por|per|del|da|do|voor|dla|от|для|к)(?:${GAP}[^\s:;,!?|]{0,29}[^\s:;,!?|.]){1,6}?)`;

/** "is", "was", "set to", and what other languages say there. */
const VERB = String.raw`(?:is|ist|lautet|est|es|è|é|är|jest|je|was|are|be|has[ \t]been|will[ \t]be|equals|remains|reads)`;
/** Such as follow the name alone: "for the replica to …" says something else. */
const SHORT_VERB = String.raw`(?:=|as|to|of|set[ \t]to|changed[ \t]to|reset[ \t]to|\u2014|\u2013|\u2192|\u21d2|\u279c)`;
const ADVERB = String.raw`(?:(?:now|still|currently|set[ \t]to|changed[ \t]to|reset[ \t]to)${GAP})?`;

const PROSE = new RegExp(
  String.raw`["'\x60*]{0,2}(?:${WHICH}?[ \t]{1,4}(?:${VERB}[ \t]?:?|=)${GAP}${ADVERB}|${WHICH}[ \t]?:[*]{0,2}${GAP}|(?:[ \t]\([^()\r\n]{1,40}\))?[ \t]{1,4}${SHORT_VERB}${GAP}${ADVERB})`,
  'iy',
);

/** Where the value begins that a sentence gives to the name that ends there. */
export function valueStartInProse(text: string, nameEnd: number): number | undefined {
  PROSE.lastIndex = nameEnd;
  return PROSE.test(text) ? PROSE.lastIndex : undefined;
}

/** "log in with password", "use the root password": what makes a password of the word that follows the name. */
const LEAD =
  /\b(?:with|using|use|enter|type|by|via|and)[ \t]{1,2}(?:(?:the|its|this|our|a)[ \t]{1,2})?(?:[\w-]{1,20}[ \t]{1,2}){0,2}$/i;

export function isLedUpTo(text: string, nameStart: number): boolean {
  return LEAD.test(text.slice(Math.max(0, nameStart - 60), nameStart));
}
