import { type Place, placeOf } from '../file.ts';
import type { Work } from '../policy/policy.ts';
import type { Document } from './document.ts';

/** A place where a document names a work item, defined there or not. */
export interface ItemReference {
  readonly text: string;
  readonly place: Place;
}

/** Everything in a document that begins like an id of a work item and goes on with digits: `CTO-WORK-20` too. */
export function itemReferences(document: Document, work: Work): readonly ItemReference[] {
  // The prefix holds capitals, digits and hyphens only, so nothing of it is a pattern.
  const pattern = new RegExp(`(?<![A-Za-z0-9])${work.prefix}\\d{1,12}(?![A-Za-z0-9])`, 'g');
  return [...document.file.text.matchAll(pattern)].map(({ 0: text, index }) => ({
    text,
    place: placeOf(document.file, { start: index, end: index + text.length }),
  }));
}
