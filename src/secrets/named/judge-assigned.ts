import type { Span } from '../../place.ts';
import { hasPlaceholderWord } from '../placeholder.ts';
import { isPublicMaterial } from '../public-material.ts';
import type { AssignedValue } from './assigned-value.ts';
import { isMixedCase, looksDrawn } from './drawn.ts';
import { isOfList } from './listed-value.ts';
import { hasAllKindsOfSigns } from './made-up.ts';
import type { NameInText } from './name-in-text.ts';
import { isLedUpTo } from './prose.ts';
import { type Certainty, isDigest, isHex, isUuid, judgeNamedValue } from './secret-value.ts';

export interface Judged extends Span {
  readonly certainty: NonNullable<Certainty>;
}

const SCHEME = /^(?:Bearer|Basic|Token|ApiKey|Api-Key|Key)[ \t]{1,4}/i;

/** One span as a rule; of several words in one quoted value those that a generator drew. */
export function judgeAssigned(
  text: string,
  value: AssignedValue,
  name: NameInText,
  isCode: boolean,
): readonly Judged[] {
  const scheme = SCHEME.exec(value.text)?.[0].length ?? 0;
  const own = { ...value, start: value.start + scheme, text: value.text.slice(scheme) };
  if (own.quoted && /\s/.test(own.text)) return name.kind === 'weak' ? [] : drawnWords(own);
  if (own.joined === 'listed' && isOfList(own.text)) return [];
  // Tests type `password1` and `wrong-password` as a rule: what was drawn, or made up with all kinds of signs, is meant.
  // Two letters may mean something else.
  if (
    (own.joined === 'typed' || name.text.length === 2) &&
    !looksDrawn(own.text) &&
    !hasAllKindsOfSigns(own.text)
  )
    return [];
  const isLoose = own.joined === 'space' || own.joined === 'prose';
  // Asked first: nearly every word that follows a name in prose is told by it.
  if (isLoose && !isWorthLooseJoin(text, own, name)) return [];
  if (!own.quoted && text[own.end] === '<' && isGenericType(text, own)) return [];
  const isArgument = isShellArgument(text, name, own, isCode);
  const isSaid = own.joined === 'prose' && own.text.length >= 20 && looksDrawn(own.text);
  const mayBeVariable =
    !own.quoted &&
    !isArgument &&
    !isSaid &&
    !isDelimited(text, name, own) &&
    (isCode || !endsItsClause(text, own));
  const certainty = judgeNamedValue({ ...own, mayBeVariable, isArgument: isArgument || isLoose }, name.kind);
  if (certainty === undefined) return [];
  const isWeaklyTold = isLoose && !isUnmistakable(text, own, name);
  return [{ start: own.start, end: own.end, certainty: isWeaklyTold ? 'likely' : certainty }];
}

/**
 * A sentence says "is" of much: of a digest, of an algorithm, of a word. What a generator drew, or a person made up with
 * all kinds of signs, is the secret itself there.
 */
function isUnmistakable(text: string, { text: value, joined }: AssignedValue, name: NameInText): boolean {
  if (joined === 'space' && name.kind === 'strong')
    return value.length >= 32 && looksDrawn(value) && !isHex(value);
  if (joined !== 'prose' && !isLedUpTo(text, name.start)) return false;
  if (name.kind === 'password' && hasAllKindsOfSigns(value)) return true;
  return (
    joined === 'prose' && value.length >= 16 && /\d/.test(value) && looksDrawn(value) && !isDigest(value)
  );
}

/** `…;Password=value;`, `?password=value&`, `${PASSWORD:-value}`: a string's own syntax, whatever language it stands in. */
function isDelimited(text: string, name: Span, value: Span): boolean {
  if (value.start === name.end + 2 && text.startsWith(':-', name.end)) return true;
  return text[name.end] === '=' && value.start === name.end + 1 && /[;?&"']/.test(text[name.start - 1] ?? '');
}

/** `--password=value url`, `PGPASSWORD=value psql`: a shell takes no bare word for a variable. */
function isShellArgument(text: string, name: NameInText, value: AssignedValue, isCode: boolean): boolean {
  if (value.quoted || text[name.end] !== '=' || value.start !== name.end + 1) return false;
  return name.text.startsWith('--') || (!isCode && /^[A-Z][A-Z0-9_]*$/.test(name.text));
}

/** A bare value is followed by the end of its line, a comma, a comment or a closing sign, not by more prose or code. */
function endsItsClause(text: string, value: Span): boolean {
  return /^[.,;:)\]}"'`&<|!?*]{0,3}[ \t]{0,10}(?:$|[\r\n,;<&|#)\\]|\/\/|--)/.test(
    text.slice(value.end, value.end + 24),
  );
}

/** `FindByType` of `(token: FindByType<Token, Name>)`. */
function isGenericType(text: string, { text: value, end }: AssignedValue): boolean {
  return /^[A-Z][A-Za-z]{1,60}$/.test(value) && /^<[A-Z]/.test(text.slice(end, end + 2));
}

/** `correct-horse-1`, `PBKDF2-SHA256`: what a sentence quotes, or calls an algorithm. `Base64URL-encoded` is told by its end. */
const JOINED_WORDS =
  /^[a-z]{2,40}(?:[-_.][a-z]{2,40}){1,9}[-_.]?\d{0,4}$|^[A-Z]{2,20}\d{0,4}(?:-[A-Z]{1,20}\d{0,4}){1,9}$/;

/** Where only a space or prose joins name and value, the value has to speak for itself. */
function isWorthLooseJoin(whole: string, { text, quoted, joined }: AssignedValue, name: NameInText): boolean {
  if (name.kind === 'weak') return false;
  // A record of one, by its id: "remove identity_credential 22d58184-…".
  if (isUuid(text) && /credentials?$/i.test(name.text)) return false;
  if (text.length >= 16 && /\d/.test(text) && looksDrawn(text)) return !/-[a-z]{4,}$/.test(text);
  // "Pass" is a verb more often than a noun.
  if (name.kind !== 'password' || /^pass$/i.test(name.text)) return false;
  if (hasAllKindsOfSigns(text) && (joined === 'prose' || isLedUpTo(whole, name.start))) return true;
  // Directives of redis.conf, which has no operator.
  if (/^(?:requirepass|masterauth)$/i.test(name.text)) return true;
  if ((quoted || joined === 'prose') && isMixedCase(text)) return true;
  const isMixed = /\d/.test(text) && /[A-Za-z]/.test(text) && text.length >= 6 && !JOINED_WORDS.test(text);
  return isMixed && (quoted || (joined === 'prose' && /[A-Z!@#$%^&*]/.test(text)));
}

const LONGEST_WORDS = 400;

function drawnWords(value: AssignedValue): readonly Judged[] {
  if (value.text.length > LONGEST_WORDS || hasPlaceholderWord(value.text)) return [];
  if (isPublicMaterial(value.text)) return [];
  return Array.from(value.text.matchAll(/[^\s{}()[\]<>"',;]{16,200}/g)).flatMap(
    ({ 0: word, index }): Judged[] => {
      const certainty = judgeNamedValue({ text: word, quoted: true, mayBeVariable: false }, 'strong');
      if (certainty === undefined) return [];
      const start = value.start + index;
      return [{ start, end: start + word.length, certainty: 'likely' }];
    },
  );
}
