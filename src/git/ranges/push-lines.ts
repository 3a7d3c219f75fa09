import { GitError } from '../git-error.ts';
import { isZeroId, type ObjectId, toObjectId } from '../object-id.ts';

/** One ref that a push moves, makes or deletes. */
export interface RefUpdate {
  /** The ref on the receiving side: `refs/heads/main`. */
  readonly ref: string;
  /** `undefined` where the ref is new. */
  readonly from: ObjectId | undefined;
  /** `undefined` where the ref is deleted. May be a tag, or anything else that a ref can point to. */
  readonly to: ObjectId | undefined;
}

function malformedLine(hook: string): GitError {
  return new GitError(
    `a line of standard input is not what git hands to a ${hook} hook`,
    `let git call it: cto-lint ${hook} reads the lines that git writes`,
  );
}

function idOf(hook: string, text: string): ObjectId | undefined {
  const id = toObjectId(text);
  if (id === undefined) throw malformedLine(hook);
  return isZeroId(id) ? undefined : id;
}

function* linesOf(input: string): Generator<readonly string[]> {
  for (const line of input.split('\n')) if (line !== '') yield line.split(' ');
}

/**
 * `<local ref> <local id> <remote ref> <remote id>`, a line for each ref; a deletion is `(delete) 0000… <ref> <id>`.
 * https://git-scm.com/docs/githooks#_pre_push
 */
export function parsePrePush(input: string): readonly RefUpdate[] {
  return Array.from(linesOf(input), (fields) => {
    // The local side may be an expression with spaces in it, `main@{1 day ago}`, so the line is read from its end.
    const [to, ref, from] = fields.slice(-3);
    if (fields.length < 4 || !ref || to === undefined || from === undefined) throw malformedLine('pre-push');
    return { ref, from: idOf('pre-push', from), to: idOf('pre-push', to) };
  });
}

/** `<old id> <new id> <ref>`, a line for each ref. https://git-scm.com/docs/githooks#pre-receive */
export function parsePreReceive(input: string): readonly RefUpdate[] {
  return Array.from(linesOf(input), (fields) => {
    const [from, to, ref] = fields;
    if (fields.length !== 3 || !ref || to === undefined || from === undefined)
      throw malformedLine('pre-receive');
    return { ref, from: idOf('pre-receive', from), to: idOf('pre-receive', to) };
  });
}
