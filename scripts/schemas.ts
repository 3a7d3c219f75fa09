import { z } from 'zod';
import { reportSchema } from '../src/report/schema.ts';

/** Each JSON Schema of the package with the zod schema that it is made from. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'schemas/report.schema.json': reportSchema,
};

/** Path from the root → text of the file. `input`: what readers accept, so that fields may be added. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([path, schema]) => [
      path,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
