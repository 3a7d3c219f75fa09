import type { Detected } from '../file.ts';
import type { EvidenceSpan } from '../evidence/span.ts';
import type { SecretSpan } from '../secrets/span.ts';
import type { TargetSpan, UnlistedPathSpan } from '../targets/span.ts';

/** What the detectors found in one file's content and path. */
export interface Detections {
  readonly secrets: readonly Detected<SecretSpan>[];
  readonly evidence: readonly Detected<EvidenceSpan>[];
  readonly targets: readonly Detected<TargetSpan>[];
  readonly unlistedPaths: readonly Detected<UnlistedPathSpan>[];
}

export const NOTHING_DETECTED: Detections = { secrets: [], evidence: [], targets: [], unlistedPaths: [] };

/** Runs the detectors over one text. Made once for a run, since what they look for comes from the policy. */
export type Detect = (file: {
  readonly path: string;
  readonly text: string;
  readonly mode: string;
}) => Promise<Detections>;
