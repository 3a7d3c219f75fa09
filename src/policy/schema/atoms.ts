import { z } from 'zod';
import type { Name } from '../../name.ts';

/** A string of the policy that may stand in messages: ids, statuses, keys. See `src/name.ts` for why it is tight. */
export const name = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9 ._/:@#()-]{0,79}$/,
    'use up to 80 letters, digits, spaces and . _ / : @ # ( ) -',
  )
  .meta({ title: 'name' }) as unknown as z.ZodType<Name, string>;

export const text = z.string().regex(/\S/, 'it is empty').max(2000);

/** The key of a field of a document. */
export const key = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_-]{0,63}$/, 'use a key: letters, digits, _ and -')
  .meta({ title: 'key' }) as unknown as z.ZodType<Name, string>;

export const globs = z
  .array(z.string().min(1).max(512).meta({ title: 'glob' }))
  .describe('Globs relative to the root of the repository.');
