import type { EvidenceFileKind } from './evidence/file-kind.ts';
import type { EvidenceSpan } from './evidence/span.ts';
import type { Span } from './place.ts';
import type { SecretSpan } from './secrets/span.ts';
import type { TargetSpan, UnlistedPathSpan } from './targets/span.ts';

/** git's own modes of a tree entry: regular, executable, symbolic link, gitlink (a submodule's commit). */
export type FileMode = '100644' | '100755' | '120000' | '160000';

/** `binary` is text only in the sense that each byte became one character: tokens in it can still be found. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'latin-1' | 'binary';

/** Which text a detector's span is in: the content (of a link: where it leads), or the path itself. */
export type Surface = 'content' | 'path';

export type Detected<S extends Span> = S & { readonly surface: Surface };

/** A secret, with what can excuse it: a fingerprint of its value, slow to compute so that it confirms no guess. */
export type DetectedSecret = Detected<SecretSpan> & { readonly fingerprint: string };

/**
 * One path of a revision with its content; also a commit's message (`COMMIT_EDITMSG`), its people and its refs
 * (`COMMIT`), so that whatever looks for secrets and targets in files looks there too.
 */
export interface SourceFile {
  /** `/`-separated, from the root; a byte that is not UTF-8 is written `\xNN`. */
  readonly path: string;
  readonly mode: FileMode;
  /** Object id of the blob (of a gitlink: of the commit). Empty for what is no blob, such as a commit's message. */
  readonly blob: string;
  /** Bytes of the blob. */
  readonly size: number;
  /**
   * Decoded, without a byte order mark. Empty where `unreadable` says why, except for `undecodable`: then it is the best
   * that could be made of the bytes, so that a token in them is still found.
   */
  readonly text: string;
  readonly encoding: Encoding;
  /** Why the content could not be judged. Findings of `file/unreadable` come from here. */
  readonly unreadable: 'too-large' | 'missing' | 'undecodable' | 'timed-out' | undefined;
  /** The commit that brought it, in scopes that have commits. */
  readonly commit: string | undefined;
  /** What it is, where rules need to know: a file of a tree, or a text of a commit, ref or tag. */
  readonly origin: 'tree' | 'commit';
  /** Of what no run judges nobody knows what the detectors would find: to ask it for this, or what follows, throws. */
  readonly secrets: readonly DetectedSecret[];
  /** How many secrets more there are than the cap on one file lets be listed. */
  readonly moreSecrets: number;
  readonly evidence: readonly Detected<EvidenceSpan>[];
  /** Set where the file as a whole is a file of a run directory. */
  readonly evidenceFile: EvidenceFileKind | undefined;
  readonly targets: readonly Detected<TargetSpan>[];
  readonly unlistedPaths: readonly Detected<UnlistedPathSpan>[];
}

/** A span in a file. What a rule reports; lines and columns are made from it at the end, in one place. */
export interface Place extends Span {
  readonly file: SourceFile;
}

export function placeOf(file: SourceFile, span: Span): Place {
  return { file, start: span.start, end: span.end };
}

/** For findings about a file as a whole: line 1, column 1. */
export function wholeFile(file: SourceFile): Place {
  return { file, start: 0, end: 0 };
}
