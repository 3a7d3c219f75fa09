import { wordSet } from '../word-set.ts';
import { wordsOf } from './phrases.ts';

/** Words that take back part of what a sentence asks for, wherever they are put in. */
const LOOSENING = wordSet(
  `unless except excluding or optional optionally either not no never if may might can could should would where when
  whenever possible preferably ideally recommended waived waive skip skipped deferred later partly partially mostly roughly
  approximately ordinarily normally usually generally eventually instead otherwise only temporarily todo tbd fixme wip
  obsolete deprecated outdated superseded cancelled canceled postponed abandoned descoped ignore ignored disregard formerly
  previously former moot void nice desirable desired wish aspirational advisory informational nonbinding nonblocking
  negotiable notapplicable tentative tentatively suggested`,
);

/** Words that are as often a detail; as a mark, set off from the sentence, they say that it counts no more, or not yet. */
const MARKS = wordSet(
  `done completed complete resolved fulfilled satisfied met cleared lifted closed finished passed achieved removed dropped
  retired withdrawn revoked pending draft proposed parked paused suspended disabled inactive expired invalid historic
  historical stale unnecessary relaxed stretch bonus wontfix`,
);

/** The same of several words. */
const PHRASES: readonly (readonly string[])[] = [
  ['best', 'effort'],
  ['out', 'of', 'scope'],
  ['low', 'priority'],
  ['on', 'hold'],
  ['in', 'progress'],
  ['to', 'do'],
];

/** What may stand before a mark: `(already done)`, `Status: done`, `2026-06-01: done`. */
const BEFORE_A_MARK =
  /^(?:is|was|been|now|already|marked|as|currently|considered|this|it|the|status|state|note|\d+)$/;

/** Whether a sequence of added words, which begins or ends its entry or a bracket, marks what it stands beside. */
function isMark(added: readonly string[]): boolean {
  const from = added.findIndex((word) => !BEFORE_A_MARK.test(word));
  const words = from < 0 ? [] : added.slice(from);
  return (
    MARKS.has(words[0] ?? '') || PHRASES.some((phrase) => phrase.every((part, at) => words[at] === part))
  );
}

/** An entry as it is compared. */
export interface Entry {
  readonly words: readonly string[];
  /** For each word, whether something between it and the one before sets it off. */
  readonly breaks: readonly boolean[];
}

/** Brackets, a colon, a stop, a dash; a comma sets off details as well. */
const BREAK = /[()[\]{}:;.!?–—|•✅✔☑]|\s-{1,2}\s|--/;

/** `N/A`, `n.a.`: two letters, of which the second is also an article. */
const NOT_APPLICABLE = /\bn\s{0,2}[/.]\s{0,2}a\b/gi;

export function entryOf(written: string): Entry {
  const text = written.replace(NOT_APPLICABLE, 'notapplicable');
  const words = wordsOf(text);
  return {
    words: words.map((word) => word.text),
    breaks: words.map(({ start }, at) => BREAK.test(text.slice(words[at - 1]?.end ?? start, start))),
  };
}

/** Whether an entry still says all that another said, in its order, and nothing that takes any of it back. */
export function keepsEntry(now: Entry, was: Entry): boolean {
  const { words, breaks } = now;
  let at = 0;
  let run: string[] = [];
  let setOff = true;
  let marked = false;
  const endRun = (): void => {
    marked ||= setOff && isMark(run);
    run = [];
  };
  for (const [index, word] of words.entries()) {
    if (word === was.words[at]) {
      at++;
      // What stands before the sentence is a mark in any case; later only what something separates.
      endRun();
    } else {
      if (LOOSENING.has(word)) return false;
      if (run.length === 0) setOff = index === 0 || breaks[index]!;
      else if (breaks[index]) {
        endRun();
        setOff = true;
      }
      run.push(word);
    }
  }
  endRun();
  return at === was.words.length && !marked;
}

/** Two entries as the one that says both. */
export function joinedEntries(one: Entry, other: Entry): Entry {
  return { words: [...one.words, ...other.words], breaks: [...one.breaks, ...other.breaks] };
}
