import { z } from 'zod';
import { name, text } from './atoms.ts';
import { wording } from './wording.ts';

/** Something that a document must keep saying, in words of its own. */
export const statement = z.strictObject({
  id: name.describe('What findings and `says` call the statement.'),
  says: text.describe('The statement in plain words.'),
  any: z.array(wording).min(1).describe('The ways to make it: one sentence that does so is enough.'),
  against: z.array(wording).optional().describe('What contradicts it: no sentence may say so.'),
  when: z.array(name).optional().describe('Statuses of the decision under which a record has to make it.'),
});

/** What every document of a kind has to keep saying. */
export const packet = z.strictObject({
  statements: z.array(statement).describe('Each is made somewhere in a packet, in words of its own.'),
});

/** Something that no document of some kinds may say. Where something is a condition only, it is not said. */
export const claim = z.strictObject({
  id: name.describe('What findings call the claim.'),
  says: text.describe('What is not to be claimed, in plain words.'),
  in: z
    .array(z.enum(['decision-packet', 'decision-record', 'sot']))
    .min(1)
    .describe('The kinds of documents that may not make it.'),
  any: z.array(wording).min(1).describe('The ways to claim it: one sentence that does so is a finding.'),
  unless: z.array(wording).optional().describe('Sentences that say this as well claim something else.'),
});
