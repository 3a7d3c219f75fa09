import type { PolicyData } from '../schema.ts';
import { covers } from './covers.ts';
import { has, isSame, type KeyPath, type Loosening } from './loosening.ts';

type Statement = PolicyData['statements'][number];
type Claim = PolicyData['claims'][number];

function isWithin(some: readonly unknown[], all: readonly unknown[]): boolean {
  return some.every((one) => has(all, one));
}

/** No new way to make it, no contradiction less, asked for at least as often. */
function isAsStrict(next: Statement, base: Statement): boolean {
  const asked = next.when === undefined || (base.when !== undefined && isWithin(base.when, next.when));
  return isWithin(next.any, base.any) && isWithin(base.against ?? [], next.against ?? []) && asked;
}

/** Statements that have to be made: each of before is there, as strict as it was. */
export function* compareStatements(
  base: readonly Statement[],
  next: readonly Statement[],
  path: KeyPath,
): Iterable<Loosening> {
  for (const one of base) {
    const at = next.findIndex(({ id }) => id === one.id);
    if (at < 0) yield { path, kind: 'removed' };
    else if (!next.some((other) => other.id === one.id && isAsStrict(other, one)))
      yield { path: [...path, at], kind: 'changed' };
  }
}

type OfDocuments = NonNullable<PolicyData['sot']>['statements'][number];

/** Statements of single documents: each of before is asked of every path that it was asked of. */
export function* compareDocumentStatements(
  base: readonly OfDocuments[],
  next: readonly OfDocuments[],
  path: KeyPath,
): Iterable<Loosening> {
  for (const { documents, statements } of base) {
    for (const glob of documents) {
      const asked = next
        .filter((other) => covers(other.documents, glob))
        .flatMap((other) => other.statements);
      const kept = [...compareStatements(statements, asked, [])].length === 0;
      if (kept) continue;
      yield { path, kind: 'changed' };
      break;
    }
  }
}

/** Claims that nobody may make: each of before is there, and excuses nothing more. */
export function* compareClaims(
  base: readonly Claim[],
  next: readonly Claim[],
  path: KeyPath,
): Iterable<Loosening> {
  const isKept = (other: Claim, one: Claim): boolean =>
    isWithin(one.in, other.in) &&
    isWithin(one.any, other.any) &&
    isWithin(other.unless ?? [], one.unless ?? []);
  for (const one of base) {
    const at = next.findIndex(({ id }) => id === one.id);
    if (at < 0) yield { path, kind: 'removed' };
    else if (!next.some((other) => other.id === one.id && isKept(other, one)))
      yield { path: [...path, at], kind: 'changed' };
  }
}

type Fact = NonNullable<PolicyData['work']>['gates'][string & keyof object]['needs'][number];

/** Facts that a gate waits for: each of before is waited for, satisfied by nothing more. */
export function* compareNeeds(
  base: readonly Fact[],
  next: readonly Fact[],
  path: KeyPath,
): Iterable<Loosening> {
  const isAsked = (other: Fact, one: Fact): boolean => {
    const { status: wanted, ...rest } = { status: undefined, ...one };
    const { status: now, ...others } = { status: undefined, ...other };
    if (!isSame(rest, others)) return false;
    return wanted === undefined || (now !== undefined && isWithin(now, wanted));
  };
  for (const one of base) {
    if (next.some((other) => isAsked(other, one))) continue;
    const at = next.findIndex(({ fact }) => fact === one.fact);
    yield at < 0 ? { path, kind: 'removed' } : { path: [...path, at], kind: 'allowed' };
  }
}
