import { expect, it } from 'vitest';
import { policyPage } from '../../scripts/policy-page.ts';

it.each([
  ['decision.status', true],
  ['decision.guarded', false],
  ['targets[].name', true],
  ['targets[].paths', false],
  // Of the facts that an item may wait for, each has a kind, and one an item.
  ['work.gates.NAME.needs[].fact', true],
  ['work.gates.NAME.needs[].item', false],
])('the page of the policy marks %s as required: %j', (key, isRequired) => {
  const row = policyPage()
    .split('\n')
    .find((line) => line.startsWith(`| \`${key}\``));
  expect(row?.startsWith(`| \`${key}\` ${isRequired ? '\\* ' : ''}| `)).toBe(true);
});
