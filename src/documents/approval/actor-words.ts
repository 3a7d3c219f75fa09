import { wordSet } from '../../word-set.ts';

// The words by which a text tells who approves, and what a program that it names has to do with it.

export const ARTICLES = wordSet('the a an our its his her this that');

/** After one of these a name is what the approval is about, or where it was written down. */
export const ABOUT = wordSet(
  'of for on about regarding concerning in at under using use run into over to covering',
);

export const OBJECT_BEFORE = wordSet('of for about regarding concerning covering');

/** Before a name that is said to have done the approving. */
export const ACTING = wordSet('by via through from and or');

export const CHANNEL = wordSet('via through from');

export const WRITING = wordSet(
  'recorded relayed written noted logged transcribed filed captured stored drafted typed minutes notes transcript',
);

/** After a name that only says of what kind these are: `Codex branch`, `AI steering group`. */
export const SUBJECT_MATTER = wordSet(
  `provider providers model models branch policy vendor stack route switch change
  upgrade pair fallback use usage access rollout migration gateway lead owner team officer board council
  committee steering group platform department`,
);

/** The same after `JP's`: what somebody has, and is nobody who approves. */
export const KEPT = wordSet(
  'approval approvals chat session thread message mail channel conversation note notes review call',
);

/** What is said of one who only stands by: `agents informed`. */
export const ASIDE = wordSet('as informed notified told asked');

/** `gpt-5.5 was approved by JP`. */
export const PASSIVE = wordSet('approved authorised authorized accepted chosen selected approval');

/** `ChatGPT says it was approved by JP`. */
export const TELLING = wordSet(
  'says said reports reported claims claimed notes states stated told tells confirms confirmed relays relayed',
);

/** What runs by itself, whatever it is called. As often what was approved or where: less counts as acting. */
export const MACHINE = wordSet(
  `script scripts cron cronjob ci pipeline pipelines workflow workflows hook hooks webhook daemon program software
  machine machines tool tools tooling model models scheduler algorithm macro plugin job runner`,
);

/** Those that somebody may have, or go through, to have something done without him. */
export const DOING = wordSet('script scripts cron cronjob macro daemon scheduler');

export const GIVING = wordSet(
  `approved authorised authorized decided granted given accepted signed agreed approval decision consent endorsed
  ratified cleared chosen selected`,
);

/** What a machine makes of an approval. */
export const MADE = wordSet(
  'summary output answer reading interpretation transcript digest paraphrase recap inference verdict',
);

/** `was not consulted`, `had no part in it`: what a program was kept out of. */
export const AUXILIARY = wordSet('was were is are has had have been did does');
export const DENIAL = wordSet('not never no wasn weren hadn');
export const INVOLVED = wordSet(
  'consulted involved asked informed heard present part say vote role voice authority approver',
);
