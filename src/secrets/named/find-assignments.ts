import { nameOf } from '../../name.ts';
import type { Span } from '../../place.ts';
import { vectorReader } from '../cipher-vectors.ts';
import { limitRetries } from '../retry-limit.ts';
import type { SecretSpan } from '../span.ts';
import { isKeyMaterial, testVectors } from '../test-vectors.ts';
import { valueAfterName } from './assigned-value.ts';
import { collectionReader } from './collections.ts';
import { definedWord } from './defined-word.ts';
import { looksDrawn } from './drawn.ts';
import { fallbackValue } from './fallback-value.ts';
import { htmlReader } from './html-table.ts';
import { insertedValues } from './inserted-values.ts';
import { type Judged, judgeAssigned } from './judge-assigned.ts';
import { judgeCollected } from './judge-collected.ts';
import { findNames, findNamesBeyondAscii, type NameInText } from './name-in-text.ts';
import type { NameKind } from './secret-name.ts';
import { judgeNamedValue } from './secret-value.ts';
import { columnReader } from './table-columns.ts';
import { wordBelow } from './word-below.ts';

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
      const below = isCode ? undefined : wordBelow(text, name);
      if (below) for (const judged of judgeInserted(text, below, name.kind)) add(judged, name);
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
      for (const judged of judgeAssigned(text, candidate, name, isCode)) {
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
