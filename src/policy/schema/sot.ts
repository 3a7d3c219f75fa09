import { z } from 'zod';
import { globs, key, name, text } from './atoms.ts';
import { statement } from './statements.ts';

const promotion = z.strictObject({
  key: key.describe('The front matter key.'),
  value: name.describe('The only value that it may have.'),
});

const ofSomeDocuments = z.strictObject({
  documents: globs.min(1).describe('Globs of the documents, relative to the root of the repository.'),
  statements: z.array(statement).min(1).describe('What each of these documents must keep saying.'),
});

/** What a planning document is. */
export const sot = z.strictObject({
  required: z.array(key).describe('Front matter keys that each document has.'),
  values: z
    .record(key, z.array(name))
    .default({})
    .describe('Front matter keys that allow these values only.'),
  dates: z.array(key).default([]).describe('Front matter keys that hold a date, not in the future.'),
  order: z
    .array(z.tuple([key, key]))
    .default([])
    .describe('Pairs of dates: the first is not after the second.'),
  banner: z.array(text).default([]).describe('Sentences that stand in every document of the kind.'),
  promotion: promotion.optional().describe('The key that says that nothing is promoted.'),
  statements: z
    .array(ofSomeDocuments)
    .default([])
    .describe('What single documents, found by glob, must keep saying.'),
});
