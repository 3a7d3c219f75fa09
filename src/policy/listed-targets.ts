import { isMap, isScalar, parseDocument } from 'yaml';
import type { Span } from '../place.ts';
import { watchedParse } from './watched-parse.ts';
import { tooDeepAt } from './yaml-depth.ts';

/** Where a policy file lists its targets: the one place in a repository where a target may be named. */
export function listedTargets(text: string): Span | undefined {
  if (tooDeepAt(text) !== undefined) return undefined;
  const { contents } = watchedParse(text, () =>
    parseDocument(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false }),
  );
  if (!isMap(contents)) return undefined;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'targets');
  const range = (pair?.value as { range?: readonly [number, number, number] } | null | undefined)?.range;
  return range && { start: range[0], end: range[2] };
}
