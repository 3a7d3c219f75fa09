import { nameOf } from '../../name.ts';
import type { Span } from '../../place.ts';
import { vectorReader } from '../cipher-vectors.ts';
import { hasPlaceholderWord } from '../placeholder.ts';
import { isPublicMaterial } from '../public-material.ts';
import { limitRetries } from '../retry-limit.ts';
import type { SecretSpan } from '../span.ts';
import { isKeyMaterial, testVectors } from '../test-vectors.ts';
import { type AssignedValue, valueAfterName } from './assigned-value.ts';
import { collectionReader } from './collections.ts';
import { definedWord } from './defined-word.ts';
import { isMixedCase, looksDrawn } from './drawn.ts';
import { fallbackValue } from './fallback-value.ts';
import { htmlReader } from './html-table.ts';
import { insertedValues } from './inserted-values.ts';
import { judgeCollected } from './judge-collected.ts';
import { hasAllKindsOfSigns } from './made-up.ts';
import { findNames, findNamesBeyondAscii, type NameInText } from './name-in-text.ts';
import { isLedUpTo } from './prose.ts';
import type { NameKind } from './secret-name.ts';
import { type Certainty, isDigest, isHex, judgeNamedValue } from './secret-value.ts';
import { columnReader } from './table-columns.ts';

const TYPES = {
  password: nameOf('named-password'),
  strong: nameOf('named-secret'),
  weak: nameOf('named-key'),
} as const;

/** Languages in which a bare word is a variable, and so no password. */
const CODE_FILE =
  /\.(?:[cm]?[jt]sx?|py|go|java|kts?|c|cc|cpp|cxx|h|hpp|cs|rb|php|rs|swift|scala|m|mm|dart|ex|exs|erl|hs|clj|lua|pl|pm|r|jl|sol|vue|svelte|groovy|gradle|vb|fs|sql)$/i;

/** Layer 3: a value whose name says that it is a secret. */
export function findAssignments(text: string, path: string, marks: readonly Span[]): readonly SecretSpan[] {
  const isCode = CODE_FILE.test(path);
  const spans: SecretSpan[] = [];
  const mayTry = limitRetries();
  const maySeal = text.includes(SEALED);
  let reached = 0;
  let vectors: readonly Span[] | undefined;
  // A specification prints the keys of its examples: whoever reads it knows them.
  const isPrinted = (at: number): boolean => {
    vectors ??= testVectors(text, path);
    return vectors.some(({ start, end }) => at >= start && at < end);
  };
  const isOfVector = vectorReader(text);
  const add = ({ start, end, certainty }: Judged, name: NameInText): void => {
    if (name.kind === 'weak' && isOfVector(start)) return;
    const printed = certainty === 'certain' && isKeyMaterial(text, name) && isPrinted(start);
    spans.push({
      start,
      end,
      type: TYPES[name.kind],
      told: 'name',
      certainty: printed ? 'likely' : certainty,
    });
  };
  const cellsBelow = columnReader(text, !isCode);
  const cellsOfHtml = htmlReader(text);
  const valuesBelow = collectionReader(text);
  for (const name of namesIn(text, marks)) {
    if (name.start < reached) continue;
    if (name.kind !== 'weak' && name.holds !== 'many') {
      for (const cell of [...cellsBelow(name), ...cellsOfHtml(name)])
        for (const judged of judgeCell(text, cell, name.kind)) add(judged, name);
      const defined = isCode ? undefined : definedWord(text, name);
      if (defined) for (const judged of judgeCell(text, defined, name.kind)) add(judged, name);
      for (const inserted of insertedValues(text, name))
        for (const judged of judgeInserted(text, inserted, name.kind)) add(judged, name);
    }
    for (const collected of valuesBelow(name)) {
      const certainty = judgeCollected(collected, name, isCode);
      if (certainty === undefined || (maySeal && isSealed(text, name.start))) continue;
      add({ ...collected, certainty }, name);
    }
    if (name.holds === 'many') continue;
    const value = valueAfterName(text, name.start, name.end);
    for (const candidate of [value, fallbackValue(text, name, value)]) {
      if (candidate === undefined || !mayTry(candidate) || (maySeal && isSealed(text, name.start))) continue;
      for (const judged of judgeValue(text, candidate, name, isCode)) {
        add(judged, name);
        reached = judged.end;
      }
    }
  }
  return spans;
}

function namesIn(text: string, marks: readonly Span[]): Iterable<NameInText> {
  const others = findNamesBeyondAscii(text);
  if (others.length === 0) return findNames(text, marks);
  return [...findNames(text, marks), ...others].sort((a, b) => a.start - b.start);
}

/** Bitnami's SealedSecret holds ciphertext under the names of the secrets themselves. */
const SEALED = 'encryptedData:';
const LONGEST_SEALED = 20_000;

function isSealed(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_SEALED), at);
  const sealed = before.lastIndexOf(SEALED);
  return sealed >= 0 && before.lastIndexOf('\n---') < sealed;
}

interface Judged extends Span {
  readonly certainty: NonNullable<Certainty>;
}

/** A column of passwords says as often what they have to be: one that a person made up is told by its mixture alone. */
function judgeCell(text: string, { start, end }: Span, kind: NameKind): readonly Judged[] {
  const value = text.slice(start, end);
  if (/\s|^[\dA-Fa-f]{1,15}$/.test(value)) return [];
  const quoted = /["'`]/.test(text[start - 1] ?? '');
  const certainty = judgeNamedValue({ text: value, quoted, mayBeVariable: false, isArgument: true }, kind);
  if (certainty === undefined) return [];
  if (certainty === 'likely' || looksDrawn(value)) return [{ start, end, certainty }];
  const isMixed = value.length >= 10 && /[a-z]/.test(value) && /[A-Z]/.test(value);
  return kind === 'strong' || isMixed ? [{ start, end, certainty: 'likely' }] : [];
}

function judgeInserted(text: string, { start, end }: Span, kind: NameKind): readonly Judged[] {
  const value = { text: text.slice(start, end), quoted: true, mayBeVariable: false };
  const certainty = judgeNamedValue(value, kind);
  return certainty === undefined ? [] : [{ start, end, certainty }];
}

const SCHEME = /^(?:Bearer|Basic|Token|ApiKey|Api-Key|Key)[ \t]{1,4}/i;

/** One span as a rule; of several words in one quoted value those that a generator drew. */
function judgeValue(
  text: string,
  value: AssignedValue,
  name: NameInText,
  isCode: boolean,
): readonly Judged[] {
  const scheme = SCHEME.exec(value.text)?.[0].length ?? 0;
  const own = { ...value, start: value.start + scheme, text: value.text.slice(scheme) };
  if (own.quoted && /\s/.test(own.text)) return name.kind === 'weak' ? [] : drawnWords(own);
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
