import { TOKEN_TYPES } from '../../src/secrets/types/all-types.ts';
import { sampleOf } from '../../test/secrets/sample-of-shape.ts';
import type { Case } from './case.ts';

/** `§` stands for the token. */
const CONTEXTS = [
  ...[
    'NAME=§',
    'name: §',
    '{"name": "§"}',
    "const x = '§';",
    'It prints § and stops.',
    '| name | § |',
    '`§`',
    '- §',
  ],
  ...[
    '2026-01-02T03:04:05Z INFO using §',
    '<a>§</a>',
    '"first line\\n§"',
    '鍵§',
    '> §',
    'tool --flag=§ --other',
  ],
];

/** Each type of the table in each of a dozen contexts, drawn alike in each run. */
export function generatedCases(): readonly Case[] {
  return TOKEN_TYPES.flatMap((row, at) =>
    CONTEXTS.map((context, number): Case => {
      const seed = at * 97 + number + 1;
      const prefixes = [row.prefix].flat();
      const before = row.before ? sampleOf(row.before.shape, seed + 1) : '';
      const token = before + prefixes[seed % prefixes.length] + sampleOf(row.body, seed);
      return {
        corpus: 'generated',
        type: row.type,
        text: context.replace('§', () => token),
        isPositive: true,
      };
    }),
  );
}
