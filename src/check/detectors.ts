import type { SourceFile } from '../file.ts';

/** What the detectors found in one file's content and path. */
export type Detections = Pick<
  SourceFile,
  'secrets' | 'moreSecrets' | 'evidence' | 'evidenceFile' | 'targets' | 'unlistedPaths'
>;

/** A file before the detectors look at it. */
export type DecodedFile = Omit<SourceFile, keyof Detections>;

export const NOTHING_DETECTED: Detections = {
  secrets: [],
  moreSecrets: 0,
  evidence: [],
  evidenceFile: undefined,
  targets: [],
  unlistedPaths: [],
};

/** Runs the detectors over one text. Made once for a run, since what they look for comes from the policy. */
export type Detect = (file: {
  readonly path: string;
  readonly text: string;
  readonly mode: string;
  readonly blob: string;
  readonly encoding: SourceFile['encoding'];
}) => Promise<Detections>;

export function inContent<S extends object>(spans: readonly S[]): (S & { surface: 'content' })[] {
  return spans.map((span) => ({ ...span, surface: 'content' }));
}

export function inPath<S extends object>(spans: readonly S[]): (S & { surface: 'path' })[] {
  return spans.map((span) => ({ ...span, surface: 'path' }));
}
