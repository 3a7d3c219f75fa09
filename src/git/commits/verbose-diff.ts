/** Git's line of scissors, behind core.commentString: `#`, or anything else. To git, too, the number of dashes counts. */
const SCISSORS = /^(\S{1,16}) -{24} >8 -{24}$/;
/** Git's own two lines below the scissors, in the user's language: that they are to be left, and what they part off. */
const WARNING_LINES = 2;
const NEWLINE = 0x0a;

/**
 * Where the diff begins that `git commit --verbose` showed in an editor, below what goes on being the message's:
 *
 *     # ------------------------ >8 ------------------------
 *     # Do not modify or remove the line above.
 *     # Everything below it will be ignored.
 *     diff --git a/notes.md b/notes.md
 *
 * The text's length where there is none. Comments end where a diff doesn't follow: scissors alone part nothing off,
 * since anybody can write them, and git keeps what follows them unless it was asked for that diff.
 */
function startOfDiff(text: Buffer): number {
  let comment: string | undefined;
  let warned = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf(NEWLINE, start);
    const end = newline === -1 ? text.length : newline;
    // As much as the longest comment character, the scissors, and one byte that would make it no such line.
    const line = text.toString('latin1', start, Math.min(end, start + 70));
    if (comment !== undefined && line.startsWith(comment)) warned++;
    else if (warned >= WARNING_LINES && line.startsWith('diff --git ')) return start;
    else {
      comment = SCISSORS.exec(line)?.[1];
      warned = 0;
    }
    start = end + 1;
  }
  return text.length;
}

/**
 * The message without that diff, which git takes away again. `editor` is what git tells a `commit-msg` hook as
 * GIT_EDITOR: `:` where no editor was started (run_commit_hook in git's commit.c), and so no diff shown. Then all of
 * the text may be committed.
 */
export function withoutVerboseDiff(text: Buffer, editor: string | undefined): Buffer {
  return editor === ':' ? text : text.subarray(0, startOfDiff(text));
}
