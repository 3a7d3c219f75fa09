import { describe, expect, it } from 'vitest';
import { listingOf, listingWith, sayAll } from '../../../src/check/scopes/listing.ts';
import type { ChangedEntry, Entry } from '../../../src/git/listings/entry.ts';
import { PathEnds } from '../../../src/path-end.ts';

const ID = (sign: string): string => sign.repeat(40);
const entry = (path: string, sign: string): Entry => ({ path, mode: '100644', blob: ID(sign) });
const side = (sign: string | undefined): ChangedEntry['base'] =>
  sign === undefined ? undefined : { mode: '100644', blob: ID(sign) };

function change(path: string, before: string | undefined, after: string | undefined): ChangedEntry {
  const status = before === undefined ? 'A' : after === undefined ? 'D' : 'M';
  return { path, status, base: side(before), next: side(after) };
}

const HEAD = listingOf([entry('a.md', '1'), entry('b.ts', '2'), entry('c.md', '3')]);
const CHANGES = [change('a.md', '1', '4'), change('b.ts', '2', undefined), change('d.md', undefined, '5')];
const MARKDOWN = new PathEnds(() => false, ['.md']);

describe('a revision that differs from another in a few paths', () => {
  const next = listingWith(HEAD, CHANGES, 'next');

  it('holds what is the same, and what the changes say', () => {
    expect(next.entries).toEqual([entry('c.md', '3'), entry('a.md', '4'), entry('d.md', '5')]);
    expect(next.ending(MARKDOWN)).toEqual(next.entries);
  });

  it.each([
    ['a.md', entry('a.md', '4')],
    ['b.ts', undefined],
    ['c.md', entry('c.md', '3')],
    ['e.md', undefined],
  ])('has at %s what it holds there', (path, expected) => {
    expect(next.at(path)).toEqual(expected);
  });

  it('is the other side of the same changes', () => {
    const base = listingWith(next, CHANGES, 'base');
    expect([...base.entries].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(HEAD.entries);
    expect(base.ending(MARKDOWN).map(({ path }) => path)).toEqual(['c.md', 'a.md']);
  });

  it('is the other where nothing differs', () => {
    expect(listingWith(HEAD, [], 'next')).toBe(HEAD);
  });
});

describe('changes', () => {
  it('say all where each is told once, and of what is there', () => {
    expect(sayAll(CHANGES, HEAD, 'base')).toBe(true);
    expect(sayAll(CHANGES, listingWith(HEAD, CHANGES, 'next'), 'next')).toBe(true);
  });

  it.each([
    ['a path is told twice', [change('a.md', '1', '4'), change('a.md', undefined, '5')], HEAD],
    ['a path is added that is there', [change('a.md', undefined, '4')], HEAD],
    ['a path is changed that is not there', [change('e.md', '1', '4')], HEAD],
    ['another content was there', [change('a.md', '2', '4')], HEAD],
    ['a path stands twice', [], listingOf([entry('a.md', '1'), entry('a.md', '2')])],
  ])('do not where %s', (_, changes, listing) => {
    expect(sayAll(changes, listing, 'base')).toBe(false);
  });
});
