import type { Name } from '../name.ts';
import { baseSteps, pathLookup, type TextPlace } from './base.ts';
import { mayHideLetters } from './escapes.ts';
import type { TargetMatcher } from './matcher.ts';
import { remoteNames } from './names.ts';
import { piecesOf } from './pieces.ts';
import { mayNameTarget, type Prefilter } from './prefilter.ts';
import { decodedView, readingsOf } from './readings.ts';
import { findShorthands } from './shorthand.ts';
import type { TargetSpan } from './span.ts';
import { startAt } from './start.ts';
import { type Lookup, type Step, stepTo, walk } from './walk.ts';

/** What a remote's address begins with: `https://`, `git+ssh://git@`, `git@`. */
const ADDRESS_HEAD = /(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?(?:[^\s"'`<>@/()]{1,64}@)?$/;
const BLOCK = 16 * 1024;
/** A name of 255 letters, each written with sixteen signs. */
const LONGEST_SPELLED_NAME = 4096;
const ADDRESS_LOOKUP: Lookup = { hashes: new Map(), namesOf: remoteNames };

/**
 * Every mention of a target in a text, by path, remote or hash, however it is spelled, in the order of the text. A span
 * reaches from the first sign of the path or address to the last name that leads into the target.
 */
export function findTargets(
  text: string,
  matcher: TargetMatcher,
  place: TextPlace = {},
): readonly TargetSpan[] {
  if (matcher.isEmpty) return [];
  const base = baseSteps(place, matcher);
  const found: TargetSpan[] = [];
  for (const piece of piecesOf(text)) {
    const part = text.slice(piece.start, piece.end);
    if (!mayHoldTarget(part, matcher, place)) continue;
    for (const reading of readingsOf(part)) {
      for (const mention of mentionsIn(reading.text, matcher, base)) {
        const span = reading.sourceOf(mention);
        if (span.start < piece.own) continue;
        found.push({ ...mention, start: span.start + piece.start, end: span.end + piece.start });
      }
    }
  }
  return withoutRepeats(found);
}

/** Hashes name nothing that could be looked for. */
function mayHoldTarget(text: string, { hashes, prefilter }: TargetMatcher, place: TextPlace): boolean {
  if (hashes.size > 0) return true;
  const thorough = place.root !== undefined;
  if (mayNameTarget(text.toLowerCase(), prefilter, thorough)) return true;
  return mayHideTarget(text, prefilter);
}

/** Decoding is what takes time, so only the blocks in which something could be hidden are decoded for this question. */
function mayHideTarget(text: string, prefilter: Prefilter): boolean {
  for (let start = 0; start < text.length; start += BLOCK) {
    const block = text.slice(start, start + BLOCK + LONGEST_SPELLED_NAME);
    if (prefilter.isAscii && !mayHideLetters(block)) continue;
    if (mayNameTarget(decodedView(block).text, prefilter, true)) return true;
  }
  return false;
}

function* mentionsIn(text: string, matcher: TargetMatcher, base: readonly Step[]): Generator<TargetSpan> {
  yield* pathsIn(text, matcher, base);
  if (matcher.hostPattern !== undefined) yield* addressesIn(text, matcher, matcher.hostPattern);
  if (matcher.shorthands === undefined) return;
  for (const mention of findShorthands(text, matcher.shorthands)) yield { ...mention, by: 'remote' };
}

function* pathsIn(text: string, matcher: TargetMatcher, base: readonly Step[]): Generator<TargetSpan> {
  const lookup = pathLookup(matcher);
  let floor = 0;
  for (let slash = text.indexOf('/'); slash !== -1; slash = text.indexOf('/', floor)) {
    const start = startAt(text, slash, floor, matcher, base);
    if ('end' in start) {
      floor = Math.max(start.end, slash + 1);
      continue;
    }
    const arrivals = walk(text, start.names, start.steps, lookup);
    for (let next = arrivals.next(); ; next = arrivals.next()) {
      if (next.done) {
        floor = Math.max(next.value, slash + 1);
        break;
      }
      yield { start: start.start, end: next.value.end, target: next.value.target, by: next.value.by };
    }
  }
}

function* addressesIn(text: string, matcher: TargetMatcher, hosts: RegExp): Generator<TargetSpan> {
  for (const { 0: address, index } of text.matchAll(hosts)) {
    const host = matcher.hosts.get(address.replace(/^www\./, '').replace(/\.?(?::[0-9]{0,5})?[:/]$/, ''));
    if (host === undefined) continue;
    const head = ADDRESS_HEAD.exec(text.slice(Math.max(0, index - 90), index))?.[0] ?? '';
    for (const { target, end } of walk(text, index + address.length, [stepTo([host])], ADDRESS_LOOKUP)) {
      yield { start: index - head.length, end, target, by: 'remote' };
    }
  }
}

/** What several readings, or several names on one way, have found at the same place is one span: the closest of them. */
function withoutRepeats(found: readonly TargetSpan[]): readonly TargetSpan[] {
  const kept: TargetSpan[] = [];
  const lastOf = new Map<Name, number>();
  for (const span of [...found].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const index = lastOf.get(span.target);
    const last = index === undefined ? undefined : kept[index];
    if (index === undefined || last === undefined || span.start >= last.end) {
      lastOf.set(span.target, kept.push(span) - 1);
    } else if (span.end - span.start < last.end - last.start) kept[index] = span;
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
