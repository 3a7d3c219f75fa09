const PURPOSE = '(?:needs?|needed|wants?|wanted|likes?|requires?|required|necessary|helps?|fits?)';

/** What takes in more than is named: `and everything else`, `whatever it needs`, `as needed`. */
const BEYOND = new RegExp(
  [
    '(?:everything|anything|anywhere|all|any|whatever|wherever|whichever) (?:else|others?)',
    `(?:everything|anything|whatever|wherever|whichever)(?: [\\w']{1,20}){0,3} ${PURPOSE}`,
    'at will|and so on|and more|and the rest|the rest of the',
    'as (?:needed|required|necessary|you (?:like|wish|please|see fit))',
    '(?:where|when|if)(?:ever)? (?:needed|required|necessary)',
    'etc',
  ]
    .map((part) => `\\b(?:${part})\\b`)
    .join('|'),
  'i',
);

/** A tree as a whole, or one that is no copy. In brackets it tells of the path that it stands behind. */
const TREE =
  /\b(?:whole|entire|full|complete|live|real|production) (?:repo|repository|checkout|clone|working tree|tree|codebase|project|disk|file ?system|machine|workspace)\b/i;

const DENIED =
  /\b(?:no|not|never|nothing|none|neither|nor|without|except|excluding|outside|forbidden|prohibited|off[ -]limits|read[ -]only|untouched|unchanged|excluded|out of (?:scope|bounds))\b|n['’]t\b/i;

const BRACKETS = /\([^()]{0,300}\)|\[[^[\]]{0,300}\]/g;

/** Whether an entry of a task's inputs or paths takes in more than the paths that it names. */
export function isWidening(text: string): boolean {
  const entry = text.slice(0, 2000).replace(/\s+/g, ' ');
  return entry
    .split(/(?<=[.;!?]) /)
    .some(
      (sentence) =>
        !DENIED.test(sentence) && (BEYOND.test(sentence) || TREE.test(sentence.replace(BRACKETS, ' '))),
    );
}
