import type { Detect } from '../check/detectors.ts';
import { readSourceFile } from '../check/source-file.ts';
import { readPlainFile } from '../disk/read-file.ts';
import type { Refusal } from '../disk/refusal.ts';
import type { Document, Kind } from '../documents/document.ts';
import { parseDocument } from '../documents/parse-document.ts';

/** Admissions, configs, reports and tasks are small; what is larger is none. */
const MAX_BYTES = 4 * 1024 * 1024;

/** A file from outside of the repository as a document of the kind that it is used as, whatever its name. */
export interface GivenDocument {
  readonly document: Document;
  /** SHA-256 of the bytes that were parsed, hex. */
  readonly digest: string;
}

/** `name` stands for the path, which is nobody's business: it tells the format. */
export async function readGiven(
  path: string,
  name: string,
  kind: Kind | undefined,
  detect: Detect,
): Promise<GivenDocument | Refusal> {
  const read = readPlainFile(path, MAX_BYTES);
  if (typeof read === 'string') return read;
  const { bytes, digest } = read;
  const file = await readSourceFile(
    {
      path: name,
      mode: '100644',
      blob: '',
      size: bytes.length,
      bytes,
      unreadable: undefined,
      commit: undefined,
      origin: 'tree',
    },
    detect,
  );
  // JSON is UTF-8 (RFC 8259, 8.1). Whatever reads it next might read other bytes otherwise.
  if (file.unreadable !== undefined || file.encoding !== 'utf-8') return 'undecodable';
  const document = await parseDocument(file, kind === undefined ? [] : [kind]);
  return document === undefined ? 'undecodable' : { document, digest };
}

/** What makes a document unfit whatever its kind: it cannot be parsed, holds a secret or names a target. `what` begins the sentence. */
export function commonFaults(what: string, { faults, file }: Document): string[] {
  return [
    ...(faults.some(({ fault }) => fault === 'duplicate-key') ? [`${what} has a key twice.`] : []),
    ...(faults.length > 0 ? [`${what} cannot be parsed.`] : []),
    ...(file.secrets.length > 0 || file.moreSecrets > 0 ? [`${what} holds what looks like a secret.`] : []),
    ...(file.targets.length > 0 ? [`${what} names a Target Repository.`] : []),
  ];
}
