import { expect, it } from 'vitest';
import { blinded } from '../../../rules/file/blinded.ts';
import { type Files, judge } from '../judge.ts';

const FILES: Files = {
  'route/A-DECISION-RECORD.md': '# A\n',
  'route/.sot/plan.md': '---\ntitle: Plan\n---\n\n# Plan\n',
  'README.md': '# Here\n',
};
const told = (attributes: string, more: Files = {}) =>
  judge(blinded, { ...FILES, '.gitattributes': attributes, ...more });

it.each([
  ['of other files', '*.png binary\n*.lock -diff\n'],
  ['of what is not governed', 'README.md -diff\n'],
  ['taken back below', '*.md -diff\n*.md diff\n'],
  ['unset again', '*.md -diff\n*.md !diff\n'],
  ['of a harmless driver', '*.md diff=markdown\n'],
  ['in a comment', '# *.md -diff\n'],
  ['of a folder, which attributes never reach into', 'route/ -diff\nroute -diff\n'],
  ['of line ends', '*.md text eol=lf\n'],
  ['of a longer name', '*.mdx -diff\n'],
])('attributes %s', async (_, attributes) => {
  expect(await told(attributes)).toEqual([]);
});

const by = (attribute: string, count: number): string =>
  `\`${attribute}\` blinds readers of diffs to ${count} governed files.`;
it.each([
  ['*.md -diff', `1:1 ${by('diff unset', 2)}`],
  ['*.md binary', `1:1 ${by('diff unset', 2)}`],
  ['* -diff', `1:1 ${by('diff unset', 2)}`],
  ['*.md filter=lfs', `1:1 ${by('filter', 2)}`],
  ['*.md working-tree-encoding=UTF-16', `1:1 ${by('working-tree-encoding', 2)}`],
  ['*.md diff=secretive', `1:1 ${by('diff with a driver', 2)}`],
  ['route/*.md -diff', `1:1 ${by('diff unset', 1)}`],
  ['/route/** -diff', `1:1 ${by('diff unset', 2)}`],
  ['**/plan.md -diff', `1:1 ${by('diff unset', 1)}`],
  ['route/**/*.md -diff', `1:1 ${by('diff unset', 2)}`],
  ['"route/A-DECISION-RECORD.md" -diff', `1:1 ${by('diff unset', 1)}`],
  ['[A-B]-DECISION-RECOR?.md -diff', `1:1 ${by('diff unset', 1)}`],
  ['*.md diff\n*-RECORD.md -diff', `2:1 ${by('diff unset', 1)}`],
  ['[attr]hide -diff\n*.md hide', `2:1 ${by('diff unset', 2)}`],
])('%s', async (attributes, expected) => {
  expect(await told(`${attributes}\n`)).toEqual([`.gitattributes:${expected}`]);
});

it('knows the files of deeper folders, which win', async () => {
  expect(await told('*.md -diff\n', { 'route/.gitattributes': '*.md diff\n' })).toEqual([]);
  expect(await told('*.md diff\n', { 'route/.gitattributes': '/A-*.md -diff\n' })).toEqual([
    `route/.gitattributes:1:1 ${by('diff unset', 1)}`,
  ]);
});

it('counts the policy file among the governed', async () => {
  const policy = { 'cto-lint.config.yaml': 'extends: cto\n' };
  expect(await told('*.yaml -diff\n', policy)).toEqual([`.gitattributes:1:1 ${by('diff unset', 1)}`]);
  expect(await told('*.yaml -diff\n')).toEqual([]);
});

it('does not stumble over a pattern of stars', async () => {
  expect(await told(`${'*a'.repeat(2000)} -diff\n`, { [`${'a'.repeat(4000)}-ISSUES.md`]: '# I\n' })).toEqual(
    [],
  );
});
