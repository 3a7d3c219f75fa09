import { z } from 'zod';
import type { Name } from '../../name.ts';
import { key, name, text } from './atoms.ts';

/** An excuse for a time. */
export const suppression = z.strictObject({
  rule: name.describe('The rule whose findings are excused.'),
  path: z.string().min(1).max(512).describe('A glob of the files in which they are.'),
  fingerprint: z
    .string()
    .min(8)
    .max(200)
    .optional()
    .describe('Only the finding with this fingerprint of the JSON report; a secret is excused with it only.'),
  reason: text.describe('Why they are excused.'),
  owner: name.describe('Who answers for it.'),
  expires: z.iso.date().describe('The last day of the excuse.'),
});

/** A rule as data. */
export const declaredRule = z.strictObject({
  id: z
    .string()
    .regex(
      /^local\/[a-z][a-z0-9-]{0,60}$/,
      'write `local/` and a name of small letters, digits and -, like `local/no-todo`',
    )
    .describe('Its id: `local/` and a name in small letters.') as unknown as z.ZodType<Name, string>,
  kind: name.describe('A kind, or `file` for every file.'),
  severity: z.enum(['error', 'warning']).default('error').describe('How its findings count.'),
  forbid: text.optional().describe('A pattern in RE2 syntax that must not occur.'),
  require: text.optional().describe('A pattern in RE2 syntax that must occur.'),
  field: key.optional().describe('A field whose values are limited by `oneOf`.'),
  oneOf: z.array(name).optional().describe('The values that `field` may have.'),
  when: z
    .strictObject({
      field: key.describe('The field that is looked at.'),
      is: z.array(text).min(1).describe('The values with which it holds.'),
    })
    .optional()
    .describe('`fields` are required where this holds; without it, always.'),
  fields: z.array(key).optional().describe('Fields that must be there.'),
  message: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^{}]*$/, 'leave out braces')
    .describe('What a finding says.'),
});

/** What one run may take. */
export const limits = z.strictObject({
  fileBytes: z
    .number()
    .int()
    .positive()
    .default(20_000_000)
    .describe('Larger files are not judged, and reported.'),
  fileSeconds: z
    .number()
    .positive()
    .default(60)
    .describe('Judging a file is stopped after so long, and reported.'),
  seconds: z.number().int().positive().default(600).describe('A run that takes longer ends with exit 2.'),
});
