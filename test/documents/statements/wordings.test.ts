import { describe, expect, it } from 'vitest';
import { decidersFor } from '../../../src/documents/statements/document-statements.ts';
import { readingOf } from '../../../src/documents/statements/reading.ts';
import { claimed, compile, contradiction, makes } from '../../../src/documents/statements/statement.ts';
import { BUILT_IN } from '../../../src/policy/builtin.ts';
import { CLAIM_WORDINGS } from './claim-wordings.ts';
import { WORDINGS } from './statement-wordings.ts';

const STATEMENTS = [
  ...BUILT_IN.statements,
  ...BUILT_IN.packet!.statements,
  ...BUILT_IN.sot!.statements.flatMap(({ statements }) => statements),
];

function isMade(id: string, sentence: string): boolean {
  const statement = STATEMENTS.find((one) => one.id === id);
  if (statement === undefined) throw new Error(`the policy has no statement ${id}`);
  const compiled = compile(statement, BUILT_IN);
  const reading = readingOf(sentence);
  return makes(reading, compiled) && contradiction(reading, compiled) === undefined;
}

describe.each(Object.entries(WORDINGS))('%s', (id, { made, unmade }) => {
  it.each(made)('is made by: %s', (sentence) => expect(isMade(id, sentence)).toBe(true));
  it.each(unmade)('is not made by: %s', (sentence) => expect(isMade(id, sentence)).toBe(false));
});

function claimsIn(name: string, sentence: string): readonly string[] {
  const reading = readingOf(sentence);
  const kind = BUILT_IN.claims.flatMap(({ in: kinds }) => kinds).find((one) => one === name)!;
  const entries = BUILT_IN.claims.filter(({ in: kinds }) => kinds.includes(kind));
  const deciders = decidersFor(kind, BUILT_IN);
  return entries.filter((entry) => claimed(reading, compile(entry, BUILT_IN), deciders)).map(({ id }) => id);
}

describe.each(Object.entries(CLAIM_WORDINGS))('a %s', (kind, { harmless, claiming }) => {
  it.each(harmless)('claims nothing with: %s', (sentence) => expect(claimsIn(kind, sentence)).toEqual([]));
  it.each(claiming)('claims something with: %s', (sentence) =>
    expect(claimsIn(kind, sentence)).not.toEqual([]),
  );
});
