import { wordSet } from '../../word-set.ts';

// The words by which a sentence about an approval tells that there is none, or none that holds: English, in lower case, as
// `wordsOf` gives them.

/** `request` → `request`, `requests`, `requested`, `requesting`; `propose` → `proposed`, `proposing`; `deny` → `denied`. */
function inflected(row: string): readonly string[] {
  return [...wordSet(row)].flatMap((verb) => {
    if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
    if (/[^aeo]y$/.test(verb))
      return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
    return [verb, `${verb}s`, `${verb}ed`, `${verb}ing`];
  });
}

/** What an authority does, or did, that makes an approval. */
export const APPROVING: ReadonlySet<string> = wordSet(
  'approved approves approval approve decided decides decision confirmed confirms authorised authorized authorises authorizes signed signs chose chooses accepted accepts admitted admits consented consents agreed agrees said says',
);

/** Done: with one of these an approval is told as a thing of the past. */
export const APPROVED: ReadonlySet<string> = wordSet(
  'approved decided confirmed authorised authorized signed chose accepted agreed consented gave given granted issued received obtained ratified endorsed cleared',
);

/** What a clause is about where it is about the approval. */
export const ABOUT_APPROVAL: ReadonlySet<string> = new Set([
  ...APPROVING,
  ...wordSet(
    'approvals confirmation confirm signature sign signoff consent answer reply response ok okay verdict authorisation authorization verification verify verified ratify ratification',
  ),
]);

/** Asked for, planned, hoped for, or only possible: another clause may still tell that it was given. */
export const ASKED: ReadonlySet<string> = new Set([
  ...inflected(
    'request ask solicit petition propose recommend suggest nominate forward escalate schedule anticipate intend promise expect hope require need want desire consider seek reserve invite query target',
  ),
  ...wordSet(
    'sought applied application submit submits submitted submitting submission proposal recommendation sent send sends planned planning plans draft drafts drafting wip upcoming forthcoming prospective future eventual eventually tomorrow soon next deadline underway ongoing reviewing progress follows open stalled stuck blocked desk inbox queue necessary mandatory prerequisite precondition obligatory please kindly whether will shall would should might must can could ought cannot example sample template due confirm verify preparation foreseen latest',
  ),
]);

/** Not there, doubted, tied to a condition, ended or refused: whatever else is said, the approval does not hold. */
export const LACKING: ReadonlySet<string> = new Set([
  ...inflected(
    'await wait decline refuse reject deny revoke cancel retract recall rescind void invalidate suspend pause halt terminate nullify disapprove object oppose defer postpone delay dismiss prohibit delegate doubt dispute contest question assume presume reconsider reopen abstain guess forge fabricate simulate fake mock veto condition',
  ),
  ...wordSet(
    `pending outstanding tbd tbc tba todo fixme placeholder yet unless if until once when whenever
    contingent conditional conditionally provisional provisionally tentative tentatively preliminary
    preliminarily depends depending dependent assumption presumably presumption implied implicit implicitly
    tacit tacitly inferred hypothetical automatic automatically delegates proxy behalf
    refusal rejection denial vetoes vetoed objection objections withdrawn withdrew withdraw withdraws withdrawal
    revocation cancelled cancelling cancellation retraction annulled null invalid superseded overturned reversed
    repealed suspension termination expired lapsed elapsed outdated stale obsolete withheld withholds withhold deferred deferral ended
    forbade forbidden missing absent absence lacking lacks lost unapproved unsigned unverified unconfirmed
    unauthenticated unproven unsubstantiated unknown unclear uncertain unsure undecided unresolved unsettled
    unanswered incomplete doubtful disapproval questionable alleged allegedly reportedly apparently probably
    maybe perhaps possible possibly likely unlikely supposed supposedly seemingly hopefully rumoured rumored claimed
    hearsay nope nay nack nacked nok downvote downvoted downvotes negative imagined imaginary silence silent think thought believe believed ceased ceases undone overruled fictional fictitious bogus invented dummy none nobody nothing
    autoapproved autoapproval impersonating impersonated impersonates impersonation unopposed uncontested acquiesced
    acquiescence deemed`,
  ),
]);

export const DENYING: ReadonlySet<string> = wordSet(
  'no not never without neither nor lacks lacking isn hasn wasn didn doesn',
);

/** `not yet` and `not until` deny nothing of what these say. */
export const KEPT_WHEN_DENIED: ReadonlySet<string> = wordSet('yet unless if until once when whenever');

/** What follows tells of something else than the approval: `after the review that was requested`. */
export const ASIDE = wordSet(
  'after following because despite as that so supersedes superseding replaces replacing instead overriding',
);
/** The same at the beginning of a clause that comes after the approval. */
export const ASIDE_AFTER = wordSet(
  'after following because supersedes superseding replaces replacing instead overriding',
);
