import { isOfOthers } from './attribution.ts';
import { isWidened } from './closed-list.ts';
import { isSupposed, segmentOf } from './conditions.ts';
import { isNarrowed } from './narrowing.ts';
import { ownWords } from './own-words.ts';
import { occurrences } from './phrases.ts';
import type { Reading } from './reading.ts';
import { isSoftened } from './softening.ts';
import type { CompiledWording } from './wording.ts';

/** What a policy says of a statement besides its wordings. */
export interface Sentence {
  /** Keys of the words of the policy's own sentence. */
  readonly keys: ReadonlySet<string>;
  readonly ban: boolean;
  readonly together: boolean;
  /** It names all that there is. */
  readonly closed: boolean;
}

/** The places of what a wording says, of each group the first that is meant so. */
function placesOf(reading: Reading, { names, denies, says, gate }: CompiledWording): readonly number[] {
  const { words, index, denied } = reading;
  const groups = [...says, ...(gate ? [...gate.until, gate.closed, gate.open] : [])];
  return (groups.length > 0 ? groups : names).flatMap((group) => {
    const found = occurrences(group, words, index);
    const meant = found.find(
      (one) => denied[one.last] === denies.includes(group) && !isSupposed(reading, one),
    );
    const one = meant ?? found[0];
    return one ? [one.last] : [];
  });
}

/**
 * Whether a sentence that makes a statement makes it for less than it is asked for: what stands beside the statement's
 * own words restricts it in time, place, actor or case, or tells that it is somebody else's, or was. Reasons and
 * explanations (`because …`, `which means …`, `as the list says`) restrict nothing, nor does what the policy's own
 * sentence has itself.
 */
export function isLoosened(
  reading: Reading,
  wording: CompiledWording,
  { keys, ban, together, closed }: Sentence,
): boolean {
  const places = placesOf(reading, wording);
  const isOwn = ownWords(reading, wording, keys);
  const isSaid = (at: number): boolean => keys.has(reading.words[at]?.key ?? '');
  const segments = new Set(places.map((at) => segmentOf(reading, at)));
  const denying = wording.denies.length > 0;
  return (
    isNarrowed(reading, segments, denying, { isOwn, isSaid, ban, together }) ||
    (closed && isWidened(reading, segments, isOwn)) ||
    isSoftened(reading, segments, wording.denies, isOwn) ||
    places.some((at) => isOfOthers(reading, at))
  );
}
