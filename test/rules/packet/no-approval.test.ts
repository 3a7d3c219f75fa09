import { describe, expect, it } from 'vitest';
import { noApproval } from '../../../rules/packet/no-approval.ts';
import { judge } from '../judge.ts';

const PACKET = 'route/LINT-DECISION-PACKET-PRD.md';
const RECORD = 'route/LINT-DECISION-RECORD.md';

const told = (text: string, path = PACKET): Promise<readonly string[]> =>
  judge(noApproval, { [path]: `# Lint\n\n${text}\n` });

describe('where a sentence stands', () => {
  it.each([
    ['a paragraph', 'A first sentence. The provider is approved.', '3:19'],
    ['a wrapped paragraph', 'The provider\nis hereby\napproved.', '3:1'],
    ['an entry', '- One.\n- The provider is approved.', '4:3'],
    ['a nested entry', '- One.\n  - The provider is approved.', '4:5'],
    ['an entry of a label', 'Results:\n\n- the provider is approved', '5:3'],
    ['a row', '| what | state |\n| --- | --- |\n| vllm | approved |', '5:1'],
    ['a note', '> [!NOTE]\n> The provider is approved.', '3:3'],
    ['a quotation', '> The provider is approved.', '3:3'],
    ['a quotation of a list', 'As agreed:\n\n> - The provider is approved.', '5:5'],
    ['a sentence of HTML', '<p>All is well. The <b>provider</b> is approved.</p>', '3:17'],
    [
      'a cell of HTML',
      '<table>\n<tr><td>No more.</td><td>The provider is approved.</td></tr>\n</table>',
      '4:26',
    ],
    ['emphasis and backticks', 'The **provider** is `approved`.', '3:1'],
    ['an entry of a ticked box', '- [x] The provider is approved.', '3:3'],
    ['an entry below one', '- [X] Reviewed:\n  - The provider is approved.', '4:5'],
    ['an entry behind one of an open box', '- [ ] Review.\n- The provider is approved.', '4:3'],
    ['a row with a ticked box', '| done | what |\n| --- | --- |\n| [x] | The provider is approved. |', '5:1'],
    ['what is left beside what is struck out', 'The provider is ~~not~~ approved.', '3:1'],
  ])('%s claims', async (_, text, place) => {
    expect(await told(text)).toEqual([
      `${PACKET}:${place} This makes the claim \`approval\`, which no packet or record may make.`,
    ]);
  });

  it.each([
    ['a heading', '## Branch A - External Provider Approved'],
    ['a quotation that denies', '> No provider is approved.'],
    ['a quotation of what is refused', 'Never write:\n\n> The provider is approved.'],
    ['a quotation of a wrong sentence', 'A rejected wording:\n\n> The provider is approved.'],
    ['a quotation of a field', '> - approval_source: provider is approved by JP.'],
    ['HTML that nobody sees', '<div hidden>\nThe provider is approved.\n</div>'],
    ['code of HTML', '<pre>\nThe provider is approved.\n</pre>'],
    ['what HTML strikes out', '<p>Then: <del>The provider is approved.</del></p>'],
    ['code', '```text\nThe provider is approved.\n```'],
    ['a comment', '<!-- The provider is approved. -->'],
    ['what is struck out', '~~The provider is approved.~~'],
    ['what a tag strikes out', '- <del>The provider is approved.</del>'],
    ['an entry of an open box', '- [ ] The provider is approved.'],
    ['a numbered one', '1. [ ] The provider is approved. Case may run.'],
    ['a nested one', '* [x] Review\n  * [ ] The provider is approved.'],
    ['an entry below one', '- [ ] Reviewed:\n  - The provider is approved.'],
    ['a row with an open box', '| done | what |\n| --- | --- |\n| [ ] | The provider is approved. |'],
    ['another branch behind an open box', '- [ ] Branch C is added.'],
    ['the description of a field', '- `approval_source`: provider is approved by JP.'],
    ['a field with its value', '- decision_status: external_provider_approved.'],
    ['an entry under a heading of what is not to be', '## Non-Goals\n\n- Approve a provider.'],
    ['an entry that its label denies', 'The packet must not:\n\n- approve a provider'],
    ['an entry of what is out of scope', 'Out of scope:\n\n- approving a provider'],
    ['an option', 'There are two branches: approve one provider, or require a local one.'],
  ])('%s claims nothing', async (_, text) => {
    expect(await told(text)).toEqual([]);
  });
});

describe('a branch in a quotation', () => {
  it.each([
    ['> Branch C is open to all.', 1],
    ['<p>Branch C is open to all.</p>', 1],
    ['> Branch A is open to all.', 0],
    ['> There is no Branch C.', 0],
  ])('%s', async (text, count) => {
    expect(await told(text)).toHaveLength(count);
  });
});

describe('a claim turned round', () => {
  it.each([
    ['The provider is no longer unapproved.', 'approval'],
    ['The pair is not unadmitted any more.', 'admission'],
    ['Admitted pairs are vllm and openai-codex.', 'admission'],
    ['Stage 2 evidence: this packet.', 'pass'],
  ])('is told: %s', async (text, claim) => {
    expect(await told(text)).toEqual([
      `${PACKET}:3:1 This makes the claim \`${claim}\`, which no packet or record may make.`,
    ]);
  });

  it.each([
    'The provider is unapproved.',
    'Admitted pairs are listed in the admission JSON, not here.',
    'The admitted model is named in the admission file.',
    'The pair stays unadmitted.',
    'Stage 2 evidence: none yet.',
    'Stage 2 evidence: the pass report of the run.',
  ])('is not: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });
});

describe('a table that scores', () => {
  const scored = 'This makes the claim `marketplace`, which no packet or record may make.';
  it.each([
    ['| provider | score |\n| --- | --- |\n| openai-codex | 9 |', '3:1'],
    ['| rank | provider |\n| --- | --- |\n| 1 | vllm |\n| 2 | openai-codex |', '3:1'],
    ['| option | verdict |\n| --- | --- |\n| a | A registry of providers is introduced. |', '5:1'],
  ])('is told: %s', async (text, place) => {
    expect(await told(text)).toEqual([`${PACKET}:${place} ${scored}`]);
  });

  it.each([
    '| provider | model |\n| --- | --- |\n| exact | exact |',
    '| provider | approved |\n| --- | --- |\n| vllm | no |',
    '| branch | rank |\n| --- | --- |\n| A | first |',
    '## Non-Goals\n\n| provider | score |\n| --- | --- |\n| each | none |',
    '| option | verdict |\n| --- | --- |\n| a registry of providers | out of scope: no registry is introduced |',
    '| rejected | why |\n| --- | --- |\n| A registry of providers is built | too early |',
  ])('is not: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });
});

describe('another branch', () => {
  const OTHER =
    'This names a branch of its own: the policy knows none but external_provider_approved or local_provider_required.';

  it.each([
    '### Branch C - Hybrid',
    'The branches are `external_provider_approved` and `hybrid_provider_allowed`.',
    '- Branch 3 is the mixed one.',
  ])('is named by: %s', async (text) => {
    const findings = await told(text);
    expect(findings.map((finding) => finding.replace(/^\S+ /, ''))).toContain(OTHER);
  });

  it.each([
    '### Branch B - Local Provider Required',
    'The branches are `external_provider_approved` and `local_provider_required`.',
    'There is no Branch C.',
    'Each branch has an `approval_source`.',
    'A branch is read from `CTO_HARNESS_CASE_MODEL`.',
  ])('is not named by: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });
});

describe('a record', () => {
  it.each([
    'JP approved the external branch.',
    'JP approved the branch for openai-codex.',
    'This record is no admission.',
  ])('may say: %s', async (text) => expect(await told(text, RECORD)).toEqual([]));

  it.each([
    'This record admits openai-codex.',
    'This record is Stage 2 pass evidence.',
    'This record authorises Case to run.',
  ])('may not say: %s', async (text) => expect(await told(text, RECORD)).toHaveLength(1));
});
