import { z } from 'zod';
import { key, name, text } from './atoms.ts';

const fieldShape = z.strictObject({
  is: z
    .enum(['text', 'exact', 'authority', 'class', 'credential', 'review', 'references', 'statement'])
    .default('text')
    .describe(
      'text: anything. exact: one literal name, no placeholder or range. authority: names who approved. class: a class; a remark may follow a semicolon. credential: a class of credentials, never a value. review: an expiry, a date or a condition. references: a comma-separated list. statement: makes the statements that `says` lists.',
    ),
  oneOf: z.array(name).optional().describe('The only values allowed.'),
  emptyUntil: z.enum(['admission']).optional().describe('Present, and empty until that fact is there.'),
  words: z.array(text).optional().describe('At least one of these words stands in the value.'),
  never: z.array(text).optional().describe('None of these words stands in the value.'),
  says: z.array(name).optional().describe('Ids of `statements` that the value makes.'),
});

const branch = z
  .strictObject({
    title: name.describe('What documents call the branch.'),
    local: z.boolean().default(false).describe('Nothing external may be used, fallbacks included.'),
    fields: z
      .record(key, fieldShape.describe('What the value of that field has to be.'))
      .describe('The fields that a record of this branch must have.'),
  })
  .describe('The branch that is chosen with the status of that name.');

const fallback = z.strictObject({
  provider: key.describe('The field that names the provider of the second pair.'),
  model: key.describe('The field that names the model of the second pair.'),
  allowed: z
    .array(
      z.strictObject({
        provider: text.describe('The provider, exactly as a record has to name it.'),
        model: text.describe('The model, exactly as a record has to name it.'),
        local: z.boolean().default(false).describe('It may stand in a branch that is local.'),
      }),
    )
    .describe('The pairs that a record may name as its fallback.'),
  neverProviders: z
    .array(text)
    .describe(
      'Providers that are no fallback unless an admission names them as one, whatever `allowed` lists.',
    ),
  neverModels: z
    .array(text)
    .describe('Models that are no fallback unless an admission names them as one, whatever `allowed` lists.'),
});

/** What a decision record is, and what it may say. */
export const decision = z.strictObject({
  status: key.describe(
    'The key that holds the status of a decision. With a `_` or `-` in it, it is judged in every markdown, JSON and YAML file; a single word such as `state` is the key of many other things, and judged in decision records and packets only.',
  ),
  section: text.describe('The heading under which a record states what holds now.'),
  history: z
    .strictObject({
      section: text.describe('The heading under which past states stand.'),
      label: text.describe('The paragraph before the list of past states.'),
    })
    .describe('Where a record keeps the states that held before.'),
  identity: key.describe('The front matter key that tells which route a record decides for.'),
  undecided: name.describe('The safe state: nothing may run. A missing record means this.'),
  transitions: z.record(name, z.array(name)).describe('From each status, the statuses that may follow it.'),
  renew: z.array(key).describe('Fields that get a new value when the status or a guarded field changes.'),
  guarded: z
    .array(key)
    .default([])
    .describe('Fields of a decided record that change only with a new approval.'),
  pair: z
    .strictObject({
      provider: key.describe('The field that names the provider.'),
      model: key.describe('The field that names the model.'),
    })
    .optional()
    .describe('The two fields that name what may run.'),
  fallback: fallback.optional().describe('The second pair, and what it may never be without an admission.'),
  branches: z
    .record(name, branch)
    .describe('Each status that is a decision, with the fields that it requires.'),
});
