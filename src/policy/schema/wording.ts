import { z } from 'zod';
import { text } from './atoms.ts';

export const phrases = text
  .meta({ title: 'phrases' })
  .describe(
    'Ways to say one thing, with a bar between them: `remains | stays`. `<name>` stands for what `vocabulary` lists under that name. Inflection does not matter, a few light words may stand between the words of a phrase, and a single capitalised word is a name. With a colon before it a phrase is met as the whole value of a label, or as the next cell of a table: `: granted` by `Approval: granted`.',
  );

/** One way to say something in a sentence. What is listed under a key is all there, in any order. */
export const wording = z.strictObject({
  names: z.array(phrases).optional().describe('Is mentioned, whether affirmed or denied.'),
  affirms: z.array(phrases).optional().describe('Is said to be so.'),
  denies: z.array(phrases).optional().describe('Is said not to be so.'),
  asserts: z.array(phrases).optional().describe('Verbs: is said to happen, or to have happened.'),
  permits: z.array(phrases).optional().describe('Verbs: is said to be free to happen.'),
  gate: z
    .strictObject({
      closed: phrases.describe('What the sentence calls it while it waits.'),
      open: phrases.describe('What the sentence calls it once it need not wait.'),
      until: z.array(phrases).min(1).describe('The facts that it waits for.'),
    })
    .optional()
    .describe(
      'Something is closed until all facts are there: `blocked until`, `may start only when`, `requires`.',
    ),
  lacks: z.array(phrases).optional().describe('None of these is mentioned.'),
});
