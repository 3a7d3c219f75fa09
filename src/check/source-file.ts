import { decodeText } from '../documents/text.ts';
import type { FileMode, SourceFile } from '../file.ts';
import type { Detect } from './detectors.ts';

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
}

/** Decodes a file and has the detectors look at it. Of a gitlink, another repository's commit, there is only the path. */
export async function readSourceFile(raw: RawFile, detect: Detect): Promise<SourceFile> {
  const { path, mode, blob, size, commit, origin } = raw;
  const decoded = raw.bytes
    ? decodeText(raw.bytes, path)
    : ({ text: '', encoding: 'utf-8', unreadable: raw.unreadable } as const);
  const { text, encoding } = decoded;
  const unreadable = raw.unreadable ?? decoded.unreadable;
  const detected = await detect({ path, text, mode, blob, encoding });
  return { path, mode, blob, size, text, encoding, unreadable, commit, origin, ...detected };
}
