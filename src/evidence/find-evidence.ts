import type { Name } from '../name.ts';
import type { EvidenceIndex, Posting } from './index/evidence-index.ts';
import type { Match, Prepared } from './index/match.ts';
import { BLOB, matchBlob, matchIndex, prepare } from './index/match-index.ts';
import { merged, withinPart } from './merged-spans.ts';
import { runDirectoriesNamed } from './run-directory.ts';
import type { EvidenceSpan } from './span.ts';
import { findEvidenceStructure, structureWith } from './structure/structure.ts';
import { decodedParts } from './text/decode.ts';

export interface FindOptions {
  /** git's id of the text's blob, where there is one. */
  readonly blob?: string;
}

/**
 * Copied evidence in a text, told by the index of runs and by structure. The index raises what structure only finds
 * likely; where every run that the text names is indexed and none matches, what structure finds likely is no copy.
 * Spans are sorted and do not overlap.
 */
export function findEvidence(
  text: string,
  index: EvidenceIndex | undefined,
  options: FindOptions = {},
): readonly EvidenceSpan[] {
  if (index === undefined) return findEvidenceStructure(text);
  const whole = options.blob === undefined ? undefined : matchBlob(options.blob, index);
  if (whole)
    return [{ start: 0, end: text.length, told: BLOB, certainty: 'certain', ...sourceOf(whole, index) }];
  const parts = decodedParts(text);
  return judged(
    [text, ...parts.map((part) => part.text)],
    merged([
      ...confirmed(text, index),
      ...parts.flatMap((part) => withinPart(part, confirmed(part.text, index))),
    ]),
    structureWith(text, parts),
    index,
  );
}

/** What the index knows of one text. */
function confirmed(text: string, index: EvidenceIndex): readonly EvidenceSpan[] {
  const prepared = prepare(text);
  return merged(matchIndex(prepared, index).map((match) => spanOf(match, prepared.lines, index)));
}

function judged(
  texts: readonly string[],
  matches: readonly EvidenceSpan[],
  structure: readonly EvidenceSpan[],
  index: EvidenceIndex,
): readonly EvidenceSpan[] {
  const named = texts.flatMap(runDirectoriesNamed);
  const isCleared = matches.length === 0 && named.length > 0 && named.every((run) => index.knowsRun(run));
  return merged([...matches, ...structure.filter(({ certainty }) => certainty === 'certain' || !isCleared)]);
}

/** One physical line that is shorter than this is a warning only: an error message is easily the same. */
const SHORT_LINE = 160;

function spanOf(match: Match, lines: Prepared['lines'], index: EvidenceIndex): EvidenceSpan {
  const first = lines[match.first]!;
  const last = lines[match.last]!;
  const isShort = first.row === last.row && last.end - first.start < SHORT_LINE;
  return {
    start: first.start,
    end: Math.max(first.end, last.end),
    told: match.told,
    certainty: isShort ? 'likely' : match.certainty,
    ...sourceOf(match.from, index),
  };
}

function sourceOf(
  { run, file, line }: Posting,
  index: EvidenceIndex,
): Required<Pick<EvidenceSpan, 'source'>> {
  const part = index.parts[run]!;
  const name: Name | undefined = part.files[file];
  return {
    source: { run: part.run, ...(name === undefined ? {} : { file: name }), ...(line > 0 ? { line } : {}) },
  };
}
