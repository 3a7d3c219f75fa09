import { describe, expect, it } from 'vitest';
import { noAuthorityClaim } from '../../../rules/sot/no-authority-claim.ts';
import { judge } from '../judge.ts';

const PATH = 'route/.sot/plan.md';
const told = (text: string, path = PATH) => judge(noAuthorityClaim, { [path]: `# Plan\n\n${text}\n` });
const claims = (claim: string): string =>
  `This makes the claim \`${claim}\`, which no planning document may make.`;

describe('where a sentence that claims authority stands, and its neighbour that claims none', () => {
  it.each([
    ['a paragraph', 'First. Codex is the authority here.', 'First. Codex is no authority here.', '3:8'],
    ['a wrapped one', 'Codex is\nthe authority\nhere.', 'Codex is\nno authority\nhere.', '3:1'],
    ['an entry', '- One.\n- Codex is the authority.', '- One.\n- Codex is not the authority.', '4:3'],
    [
      'an entry of a label',
      'Roles:\n\n- Codex is the authority',
      'Roles:\n\n- Codex is not the authority',
      '5:3',
    ],
    [
      'a row',
      '| who | what |\n| --- | --- |\n| Codex | authority |',
      '| who | what |\n| --- | --- |\n| Codex | no authority |',
      '5:1',
    ],
    ['emphasis', '**Codex** is the `authority`.', '**Codex** is **not** the `authority`.', '3:3'],
  ])('%s', async (_, bad, good, place) => {
    expect(await told(bad)).toEqual([`${PATH}:${place} ${claims('authority')}`]);
    expect(await told(good)).toEqual([]);
  });
});

describe('what each claim is called', () => {
  it.each([
    ['Hermes is the authority for admissions.', 'Hermes is no authority for admissions.', 'authority'],
    ['The backend may decide.', 'The backend may not decide.', 'authority'],
    ['Stage 2 may be skipped.', 'Stage 2 must not be skipped.', 'skipped-stage'],
    ['Runs may use copied repositories.', 'Runs never use copied repositories.', 'wider-scope'],
    ['Case is the default backend.', 'Case is not the default backend.', 'wider-scope'],
    ['This plan authorises a WebUI product.', 'This plan authorises no WebUI product.', 'wider-scope'],
    ['This plan is promoted to Core.', 'This plan is not promoted to Core.', 'wider-scope'],
  ])('%s', async (bad, good, claim) => {
    expect(await told(bad)).toEqual([`${PATH}:3:1 ${claims(claim)}`]);
    expect(await told(good)).toEqual([]);
  });
});

describe('what claims nothing', () => {
  it.each([
    ['a heading', '## Codex is the authority'],
    ['a quotation', '> Codex is the authority.'],
    ['code', '```text\nCodex is the authority.\n```'],
    ['a comment', '<!-- Codex is the authority. -->'],
    ['an entry that its label denies', 'The plan must not say:\n\n- Codex is the authority'],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual([]);
  });

  it('a document that is no plan', async () => {
    expect(await told('Codex is the authority.', 'notes.md')).toEqual([]);
    expect(await told('Codex is the authority.')).toEqual([`${PATH}:3:1 ${claims('authority')}`]);
  });
});
