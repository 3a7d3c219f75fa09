import { wordSet } from '../../word-set.ts';
import { wordsOf } from '../phrases.ts';
import { VAGUE } from '../vague.ts';

// What names an event that forces a review: words that lead one in, and at least one that says which.

/** `before any model change`, `when the licence ends`. */
const LEADS = wordSet(
  `before after when whenever if once upon on at until till unless every each any within by with following during per
  next prior should through`,
);
const LEADING_PHRASE = /\b(?:as soon as|as long as|in case|in the event|no later than|at the latest)\b/i;

/** Events, and how often something is due: they need nothing to lead them in. */
const EVENTS = wordSet(
  `change changes changed changing renewal renewals rotation rotations rotated release releases released expiry expires
  expire expired expiration annual annually yearly quarterly monthly weekly daily biannually deprecation retirement
  revocation incident incidents audit audits upgrade upgrades replacement removal migration breach outage moves drops
  rises falls fails ends exceeds lapses leaves appears arrives breaks`,
);

/** What begins so names no event, whatever it goes on with. */
const NO_CONDITION =
  /^\W*(?:no|none|never|not|without|n\/a|tbd|tba|tbc|todo|unknown|later|someday|eventually|undecided)\b/i;
/** `no fixed date; before any model change`: what follows may be one. */
const PARTS = /[;.](?=\s)/;

function isEvent(part: string): boolean {
  if (NO_CONDITION.test(part) || /\bnever\W*$/i.test(part)) return false;
  const words = wordsOf(part).map(({ text }) => text);
  const isLed = LEADING_PHRASE.test(part) || words.some((word) => LEADS.has(word) || EVENTS.has(word));
  if (!isLed) return false;
  // `expired` alone tells of no event to come.
  if (words.length === 1 && /^expir/.test(words[0]!)) return false;
  return words.some((word) => !LEADS.has(word) && !VAGUE.has(word));
}

/** Whether a text names an event that forces a review: `before any model change`, and not `when appropriate`. */
export function namesEvent(text: string): boolean {
  return text.split(PARTS).some(isEvent);
}
