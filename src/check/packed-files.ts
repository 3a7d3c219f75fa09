import type { RawFile } from './source-file.ts';

/** A file that has content, and whether it is the head's. */
export interface FileToJudge {
  readonly raw: RawFile;
  readonly isOfHead: boolean;
  /** Begins as a governed document, which the route needs. */
  readonly isGoverned: boolean;
}

/** A batch as it goes to a thread: the bytes of all files in one buffer, which changes hands instead of being copied. */
export interface PackedFiles {
  readonly files: readonly {
    readonly raw: Omit<RawFile, 'bytes'>;
    readonly isOfHead: boolean;
    readonly isGoverned: boolean;
    /** Of its bytes in the buffer. */
    readonly start: number;
    readonly end: number;
  }[];
  readonly bytes: Bytes;
}

/** Goes to a thread in the place of a batch: there are no more. */
export const END = 'end';

type Bytes = Uint8Array<ArrayBuffer>;

interface Packed {
  readonly message: PackedFiles;
  readonly transfer: readonly ArrayBuffer[];
  /** The files without their bytes, which are gone until they come back. */
  readonly known: PackedFiles['files'];
}

export function packed(files: readonly FileToJudge[]): Packed {
  const sizes = files.map(({ raw }) => raw.bytes?.length ?? 0);
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  const known = files.map(({ raw: { bytes: own = new Uint8Array(), ...raw }, isOfHead, isGoverned }) => {
    const start = at;
    bytes.set(own, start);
    at += own.length;
    return { raw, isOfHead, isGoverned, start, end: at };
  });
  return { message: { files: known, bytes }, transfer: [bytes.buffer], known };
}

/** The files with their bytes again. They share one buffer. */
export function unpacked(files: PackedFiles['files'], bytes: Bytes): readonly FileToJudge[] {
  return files.map(({ raw, isOfHead, isGoverned, start, end }) => ({
    raw: { ...raw, bytes: bytes.subarray(start, end) },
    isOfHead,
    isGoverned,
  }));
}
