import type { Name } from '../name.ts';
import type { Span } from '../place.ts';

/** A mention of a configured Target Repository: by path, remote or alias, in any spelling. */
export interface TargetSpan extends Span {
  /** The target's name in the policy; never the text that was met. */
  readonly target: Name;
  readonly by: 'path' | 'remote' | 'hash';
}

/** A path into somebody's home or workspace that no list of the policy knows. */
export interface UnlistedPathSpan extends Span {
  readonly home: 'posix' | 'macos' | 'windows' | 'tilde';
}
