import { GitError } from './git-error.ts';

const KNOWN: readonly (readonly [RegExp, string, string])[] = [
  [
    /detected dubious ownership/,
    'the repository belongs to another user, so git does not trust it',
    'run as its owner, or allow it for yourself: git config --global --add safe.directory PATH',
  ],
  [
    /not a git repository/,
    'git does not take this for a repository',
    'run cto-lint inside a repository, or repair this one with `git worktree repair`',
  ],
  [
    /safe\.bareRepository/,
    'git is set to use no bare repository that it merely finds',
    'allow it for yourself: git config --global safe.bareRepository all',
  ],
  [
    /unknown option|unrecognized argument|usage: git|not a git command/,
    'git refused an option that cto-lint needs',
    'update to Git 2.32 or newer',
  ],
  [
    /index file (?:corrupt|smaller)|bad (?:index file|signature)|index file open failed|unable to read index/,
    'the index could not be read',
    'rebuild it: git read-tree HEAD',
  ],
  [
    /promisor|lazy fetch|transport '.{1,40}' not allowed/,
    'objects of this partial clone are missing',
    'fetch them: git fetch --refetch --no-filter',
  ],
  [
    /bad config|unable to parse|bad numeric config|unknown repository extension|repository ?format ?version/i,
    'the Git configuration could not be read by this git',
    'look at it with `git config --list --show-origin`, or update git',
  ],
  [
    /bad object|missing|unable to read|could not read|corrupt|not a valid object|bad revision|loose object/,
    'objects of the repository are missing or damaged',
    'look with `git fsck`; fetch what is missing with `git fetch --unshallow` in a shallow clone',
  ],
];

/** How a git process ended, with what it wrote to standard error; that text goes no further than this module. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
}

export const NOT_STARTED: Ending = { code: null, signal: null, errors: '' };

/** `step` says what git was asked for, as in `listing the index`. */
export function failureOf(step: string, ending: Ending): GitError {
  for (const [pattern, message, help] of KNOWN) {
    if (pattern.test(ending.errors)) return new GitError(`${step}: ${message}`, help);
  }
  if (ending === NOT_STARTED) {
    return new GitError(`${step}: git could not be started`, 'look whether `git version` works here');
  }
  const how = ending.signal === null ? `ended with ${ending.code ?? 'no code'}` : 'was killed';
  return new GitError(`${step}: git ${how}`, 'try again; if it stays so, look with `git fsck`');
}
