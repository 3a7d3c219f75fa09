import { z } from 'zod';
import { name, text } from './atoms.ts';
import { phrases } from './wording.ts';

const says =
  'What has to be there: a decision, an admission that agrees with it, a pass report of a run, or another item.';
const statuses = z
  .array(name)
  .describe(
    'The statuses of the decision, or of the item, that count; left out for a decision: any but the undecided one.',
  );

const fact = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('decision').describe(says), status: statuses.optional() }),
  z.strictObject({ fact: z.literal('admission').describe(says) }),
  z.strictObject({ fact: z.literal('pass-report').describe(says) }),
  z.strictObject({
    fact: z.literal('item').describe(says),
    item: name.describe('The id of the item that is waited for.'),
    status: statuses,
  }),
]);

const gate = z
  .strictObject({
    needs: z.array(fact).min(1).describe('The item stays blocked until all of these facts are there.'),
    closes: z
      .boolean()
      .default(false)
      .describe('The facts resolve the item: a blocked status is drift then.'),
  })
  .describe('What the item of that id waits for.');

/** How work items are written, and which of them wait for facts. */
export const work = z.strictObject({
  prefix: z
    .string()
    .regex(
      /^[A-Z][A-Z0-9-]{0,30}-$/,
      'write capital letters, digits and -, with a - at the end, like `CTO-WORK-`',
    )
    .describe('What ids of work items begin with; digits follow.'),
  digits: z.number().int().min(1).max(6).describe('How many digits follow the prefix of an id.'),
  statuses: z.array(name).describe('The statuses that an item may have.'),
  blocked: name.describe('The status of an item that waits for something.'),
  labels: z
    .strictObject({
      status: text.describe('The label of an item’s status.'),
      acceptance: text.describe('The label of the list of what an item has to fulfil.'),
      blockers: text.describe('The label of the list of what an item waits for.'),
      evidence: text.describe('The label of the list of references that show an item’s facts.'),
    })
    .describe('The words before the colon that begin the parts of an item.'),
  called: z
    .record(name, phrases)
    .default({})
    .describe(
      'Other words of sentences for a status, one of several where each has the same; what is called `done` is told by a ticked box, too. `unblocked` always means that an item is not `blocked`.',
    ),
  known: z.array(name).default([]).describe('Ids that are defined elsewhere.'),
  gates: z.record(name, gate).default({}).describe('Items that leave their blocked status on facts only.'),
});
