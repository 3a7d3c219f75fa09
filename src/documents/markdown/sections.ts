import { skeleton } from '../skeleton.ts';
import type { Heading } from './markdown.ts';

/** Whether a heading, or one that it stands under, reads like `title`; case, markup and look-alikes do not matter. */
export function isUnder(section: Heading | undefined, title: string): boolean {
  const wanted = skeleton(title);
  for (let heading = section; heading !== undefined; heading = heading.parent) {
    if (skeleton(heading.prose.text.trim()) === wanted) return true;
  }
  return false;
}
