import { wordSet } from '../../word-set.ts';

/**
 * English function words and a few verbs, as far as finding clauses, negations and conditions needs them. Nothing here
 * belongs to a team's subject: that is the policy's.
 */

export const BE = wordSet("am is are was were be been being 's");
export const FINITE_BE = wordSet('am is are was were');
export const MODALS = wordSet('may might can could will would shall should must need');
export const PERMITTING = wordSet('may can could might');

/** Words that make the stretch they stand in a clause of its own. */
export const AUXILIARIES = wordSet(
  'am is are was were has have had does do did may might can could will would shall should must',
);

/** Verbs whose forms in -s are hardly ever nouns. */
export const CLEAR_VERBS = wordSet(
  `accepts acts adds admits allows appears applies approves asks assigns authorises authorizes becomes begins belongs
  bans binds brings builds cites comes confirms constitutes contains counts creates decides declares defers defines demands denies
  depends describes disallows does endorses ensures excludes exists expects explains falls follows forbids gets gives
  goes grants greenlights happens holds includes insists introduces keeps leaves lets lies limits lives makes means
  mirrors moves needs obliges opens owns permits pins preserves presents prevents proceeds prohibits promotes proves
  provides puts recommends refers refrains rejects relies remains represents requires resolves retains says selects
  serves sets sits specifies stands starts stays summarises summarizes takes tells treats turns unblocks uses waits`,
);

/** Verbs whose form in -s may as well be a plural: only before what begins an object or a clause. */
export const DOUBTFUL_VERBS = wordSet(
  'blocks changes checks claims controls copies gates governs guards lists links names notes passes points records references reports runs shows states supports validates verifies works',
);

/** Base forms that are no nouns: with a plural subject they are finite. */
export const PLAIN_VERBS = wordSet('remain stay keep become exist require belong appear contain');

export const DETERMINERS = wordSet(
  'a an the this that these those any each every all both some no its their his her our your my such another',
);

/** What an object or a clause begins with. */
export const OPENERS = wordSet(
  'a an the this that these those any each every all both some no not only nothing none its their it they which what who whether how existing exact real',
);

export const PRONOUNS = wordSet('i you we they it he she this that these those');

/** May stand between the words of a phrase: `is hereby approved`, `source of the approval`. */
export const LIGHT = wordSet(
  `a an the any this that these those its their our my your his such of for to as by in on own hereby now also already then still yet even
  both either at all ever so thus therefore again real actual exact existing current not no never am is are was were been be has have`,
);

export const ADVERBS = wordSet(
  'hereby now also already then still yet ever even thus therefore never not always again just merely only simply both either neither so further either all alone fully officially formally longer please',
);

export const NEGATORS = wordSet('not no never none nothing nobody neither nor nowhere hardly scarcely');

/** After `not`, `no` or `nothing` these make something else of it: `not only`, `no later than`, `nothing but`. */
export const NEGATION_UNDONE: Readonly<Record<string, ReadonlySet<string>>> = {
  not: wordSet('only just merely simply solely least'),
  no: wordSet('later fewer less more question matter sooner'),
};

/** Verbs and adjectives that deny what they speak of; keys of `lemma`. */
export const DENIALS = wordSet(
  `forbid prohibit ban prevent disallow refus declin reject exclud avoid refrain abstain lack ceas omit withhold preclud
  waiv drop remov lift revok rescind abolish discard abandon deny ignor bypass circumvent replac supersed overrid
  overridden wrong fals incorrect untrue misleading doubt los forfeit optional unnecessary superfluou obsolet prohibition inadmissibl impermissibl eliminat
  disclaim worthless unfit differ`,
);

/** Two words that deny: `out of scope`, `free from secrets`, `stops short of`. */
export const DENYING_PAIRS: readonly (readonly [string, string])[] = [
  ['out', 'of'],
  ['free', 'of'],
  ['free', 'from'],
  ['clear', 'of'],
  ['short', 'of'],
  ['off', 'limits'],
  ['far', 'from'],
  ['away', 'from'],
  ['on', 'from'],
  ['lies', 'outside'],
  ['lie', 'outside'],
  ['is', 'outside'],
  ['are', 'outside'],
  ['falls', 'outside'],
  ['fall', 'outside'],
  ['lies', 'beyond'],
  ['is', 'beyond'],
  ['are', 'beyond'],
  ['goes', 'beyond'],
  ['fails', 'to'],
  ['fail', 'to'],
  ['leave', 'out'],
  ['leaves', 'out'],
  ['leaving', 'out'],
  ['rule', 'out'],
  ['rules', 'out'],
  ['ruled', 'out'],
  ['turned', 'down'],
  ['voted', 'down'],
  ['stripped', 'of'],
  ['deprived', 'of'],
  ['devoid', 'of'],
  ['a', 'mistake'],
  ['an', 'error'],
  ['a', 'misunderstanding'],
  ['a', 'misreading'],
  ['non', 'goals'],
  ['non', 'goal'],
  ['hands', 'off'],
];

/** Before a verb of saying they deny what is said: `it was wrongly reported that`. */
export const MISTAKENLY = wordSet('wrongly mistakenly erroneously falsely incorrectly');

/** What is done to a thing that somebody only thought of; and behind it what became of it may be denied. */
export const PROPOSED = wordSet(
  'proposed suggested offered discussed considered floated raised weighed mooted',
);

/** What makes a statement one of the past. */
export const PAST = wordSet('was were formerly previously former erstwhile');

/** Words at which a clause may begin without a comma after a condition. */
export const SUBJECTS = wordSet(
  'the a an no nothing nobody none neither it this these we they there every each any all',
);

/** What makes a sentence a guess. */
export const HEDGES = wordSet(
  `might perhaps possibly probably maybe arguably presumably unclear supposedly hopefully preferably ideally prefer prefers
  recommend recommends recommended suggest suggests suggested encourage encourages encouraged discouraged`,
);

/** What makes a clause one of what might be. */
export const HYPOTHETICAL = wordSet('would could might');

/** After these, `that` begins what is said; elsewhere it begins a description of the word before. Keys of `lemma`. */
export const SAYING = wordSet(
  `say stat claim mean imply assert confirm declar ensur show prov tru cas clear know believ require insist note
  record agree hold establish conclud suggest understand stipulat demand assum explain repeat follow mind guarante
  tell reaffirm affirm maintain specify evident fact statement rule claim requirement sens idea impression doubt question fals wrong untrue incorrect evidenc proof report announc repeat warn see
  deny disput contest`,
);
