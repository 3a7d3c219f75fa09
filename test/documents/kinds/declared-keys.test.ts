import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { declaredKeys } from '../../../src/documents/kinds/declared-keys.ts';
import { generatedConfigFormat, runReportFormat } from '../../../src/documents/kinds/formats.ts';
import { readStructured } from '../../../src/documents/kinds/structured.ts';
import { parseDocument } from '../../../src/documents/parse-document.ts';
import { fileOf } from '../source-file.ts';

describe('the keys that a format names', () => {
  it.each<[string, z.ZodType, string[]]>([
    ['of an object', z.strictObject({ a: z.string(), b: z.object({ c: z.number() }) }), ['a', 'b', 'c']],
    [
      'of what is optional, nullable or a list',
      z.object({
        a: z
          .array(z.object({ b: z.string() }))
          .optional()
          .nullable(),
      }),
      ['a', 'b'],
    ],
    ['not of a record', z.object({ a: z.record(z.string(), z.object({ b: z.string() })) }), ['a', 'b']],
    ['of either', z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]), ['a', 'b']],
  ])('%s', (_, format, keys) => {
    expect([...declaredKeys(format)].sort()).toEqual(keys);
  });
});

describe('a key that a document brought is never named', () => {
  const key = 'Bring0wnKey';
  it.each<[string, z.ZodType, unknown, (string | undefined)[]]>([
    [
      'a role of a config',
      generatedConfigFormat,
      { models: { default: { provider: 'a', model: 'b' }, [key]: 1 } },
      ['models'],
    ],
    [
      'a role of a config, in part',
      generatedConfigFormat,
      { models: { default: { provider: 'a', model: 'b' }, [key]: { model: 1 } } },
      ['model'],
    ],
    [
      'an artifact of a run',
      runReportFormat.pick({ artifact_digests: true }),
      { artifact_digests: { [key]: 1 } },
      ['artifact_digests'],
    ],
  ])('%s', async (_, format, value, keys) => {
    const document = await parseDocument(fileOf('x.json', JSON.stringify(value)), []);
    expect(readStructured(document!, format).shortcomings.map((one) => one.key)).toEqual(keys);
  });
});
