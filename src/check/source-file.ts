import type { Document } from '../documents/document.ts';
import { decodeText } from '../documents/text.ts';
import type { FileMode, SourceFile } from '../file.ts';
import { LateError } from '../time-limit.ts';
import { type DecodedFile, type Detect, type Detections, NOTHING_DETECTED } from './detectors.ts';

/** A file as a scope delivers it: its bytes, or why there are none. */
export interface RawFile {
  readonly path: string;
  readonly mode: FileMode;
  readonly blob: string;
  readonly size: number;
  readonly bytes: Uint8Array | undefined;
  readonly unreadable: SourceFile['unreadable'];
  readonly commit: string | undefined;
  readonly origin: SourceFile['origin'];
  /** It is there, and was not read: an earlier run found it clean. */
  readonly isKnown?: true;
}

/** Of a gitlink, another repository's commit, there is only the path. */
export function decodedFile({ path, mode, blob, size, commit, origin, ...raw }: RawFile): DecodedFile {
  const decoded = raw.bytes
    ? decodeText(raw.bytes, path)
    : ({ text: '', encoding: 'utf-8', unreadable: raw.unreadable } as const);
  const { text, encoding } = decoded;
  const unreadable = raw.unreadable ?? decoded.unreadable;
  return { path, mode, blob, size, text, encoding, unreadable, commit, origin };
}

/** Decodes a file and has the detectors look at it. */
export async function readSourceFile(raw: RawFile, detect: Detect): Promise<SourceFile> {
  const file = decodedFile(raw);
  const { path, mode, blob, text, encoding } = file;
  try {
    return withDetections(file, await detect({ path, text, mode, blob, encoding }));
  } catch (error) {
    if (!(error instanceof LateError)) throw error;
    return lateFile(withDetections(file, await detect({ path, text: '', mode, blob, encoding })));
  }
}

/** Name by name: to spread one object over another takes longer than to judge a short file. */
export function withDetections(file: DecodedFile, found: Detections): SourceFile {
  return {
    path: file.path,
    mode: file.mode,
    blob: file.blob,
    size: file.size,
    text: file.text,
    encoding: file.encoding,
    unreadable: file.unreadable,
    commit: file.commit,
    origin: file.origin,
    secrets: found.secrets,
    moreSecrets: found.moreSecrets,
    evidence: found.evidence,
    evidenceFile: found.evidenceFile,
    targets: found.targets,
    unlistedPaths: found.unlistedPaths,
  };
}

/** Whether so little is known of a document because it took too long. */
export function isLate({ file, faults }: Document): boolean {
  return file.unreadable === 'timed-out' || faults.some(({ fault }) => fault === 'timed-out');
}

/** A file that took too long: nothing is known of its text but that. */
export function lateFile(file: SourceFile): SourceFile {
  const secrets = file.secrets.filter(({ surface }) => surface === 'path');
  return { ...file, ...NOTHING_DETECTED, text: '', unreadable: 'timed-out', secrets };
}
