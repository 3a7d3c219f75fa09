import type { SourceFile } from '../../src/file.ts';

/** A file of a tree with this text, nothing detected in it. */
export function fileOf(path: string, text: string): SourceFile {
  return {
    path,
    mode: '100644',
    blob: '',
    size: Buffer.byteLength(text),
    text,
    encoding: 'utf-8',
    unreadable: undefined,
    commit: undefined,
    origin: 'tree',
    secrets: [],
    moreSecrets: 0,
    evidence: [],
    evidenceFile: undefined,
    targets: [],
    unlistedPaths: [],
  };
}
