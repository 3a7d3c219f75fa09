import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { PlainFile } from './plain-file.ts';
import type { Refusal } from './refusal.ts';

/** A file read once: what is judged and what is digested are the same bytes. */
export interface ReadFile {
  readonly bytes: Buffer;
  /** SHA-256, hex. */
  readonly digest: string;
}

/** A small file as a whole. */
export function readPlainFile(path: string, maxBytes: number): ReadFile | Refusal {
  const file = PlainFile.open(path);
  if (typeof file === 'string') return file;
  try {
    if (file.size > maxBytes) return 'too-large';
    const parts: Buffer[] = [];
    let read = 0;
    for (const chunk of file.chunks()) {
      read += chunk.length;
      if (read > file.size) return 'changed';
      parts.push(Buffer.from(chunk));
    }
    if (read !== file.size || !file.isUnchanged()) return 'changed';
    const bytes = Buffer.concat(parts);
    return { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    // An input/output error in the midst of it. What was read so far is not the file.
    return 'no-access';
  } finally {
    file.close();
  }
}

/** A small file that somebody named: the link that it may be is followed, a pipe or a device is not read. */
export function readNamedFile(path: string, maxBytes: number): ReadFile | Refusal {
  try {
    return readPlainFile(realpathSync(path), maxBytes);
  } catch {
    return 'absent';
  }
}

/** A large file: its digest, and its mode. */
export function digestPlainFile(path: string, maxBytes: number): { digest: string; mode: number } | Refusal {
  const file = PlainFile.open(path);
  if (typeof file === 'string') return file;
  try {
    if (file.size > maxBytes) return 'too-large';
    const hash = createHash('sha256');
    for (const chunk of file.chunks()) hash.update(chunk);
    if (!file.isUnchanged()) return 'changed';
    return { digest: hash.digest('hex'), mode: Number(file.stats.mode) };
  } catch {
    return 'no-access';
  } finally {
    file.close();
  }
}
