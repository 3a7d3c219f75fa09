import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../scripts/json-schemas.ts';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Every key below a schema, with what it says. */
function keysOf(schema: Schema, path: string): readonly (readonly [string, string | undefined])[] {
  const { properties = {}, additionalProperties, items, anyOf = [], oneOf = [] } = schema;
  const parts = [additionalProperties, items, ...anyOf, ...oneOf].filter((one) => typeof one === 'object');
  return [
    ...Object.entries(properties).flatMap(([key, one]) => [
      [`${path}${key}`, one.description] as const,
      ...keysOf(one, `${path}${key}.`),
    ]),
    ...parts.flatMap((one) => keysOf(one, path)),
  ];
}

describe('the schema of a policy', () => {
  const keys = keysOf(jsonSchemas().get('cto-lint.config') as Schema, '');

  it('says of every key what it is for, in a sentence', () => {
    expect(keys.length).toBeGreaterThan(150);
    expect(keys.filter(([, says]) => !/^\S.*\.$/.test(says ?? '')).map(([key]) => key)).toEqual([]);
  });
});
