import { z } from 'zod';
import { text } from './atoms.ts';

/** Who may decide. */
export const authorities = z.strictObject({
  approve: z
    .array(text)
    .describe('Who may approve: one of these stands in an `authority` field, as a whole word.'),
  never: z
    .array(text)
    .describe(
      'What is no authority, such as programs and agents: an `authority` field in which one of them approves is a finding.',
    ),
  authors: z.array(text).optional().describe('E-mail addresses that may author a change of a decision.'),
  committers: z.array(text).optional().describe('E-mail addresses that may commit a change of a decision.'),
  signers: z
    .string()
    .min(1)
    .optional()
    .describe('An allowed-signers file, read from the base: a change of a decision then needs a signature.'),
});
