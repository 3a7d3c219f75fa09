import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../rules/registry.ts';
import { judge } from './judge.ts';
import { EXTERNAL, RECORD, recordText } from './record.ts';

const PATHS = [
  RECORD,
  'route/MODEL-DECISION-PACKET-PRD.md',
  'route/MODEL-ISSUES.md',
  'route/.sot/plan.md',
  'route/tasks/a.md',
  'route/a.task.json',
  'route/model-admission.json',
  'route/build-report.json',
  'run/case-data/config.json',
  '.gitattributes',
  '.gitmodules',
  'package.json',
  'yarn.lock',
];

// Pieces that documents are made of, so that random texts come close to real ones.
const PIECES = [
  ...recordText(EXTERNAL).split('\n'),
  '## CTO-WORK-020 - Admit',
  'Status: ready.',
  'Acceptance:',
  'Blocked by:',
  '- `ca run --task a --mode b`',
  '## Fixture Inputs',
  '| a | b |',
  '| --- | --- |',
  '```yaml',
  '```',
  '{"provider": null, "models": {"default": []}}',
  '{"fallback": {"provider": {}}}',
  '[]',
  '* -diff',
  '[attr]x -diff',
  '"',
  '\u0000',
  '\ud800',
  '> > -',
  '<!--',
  '',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 30 })
  .map((lines) => lines.join('\n'));
const files = fc.dictionary(fc.constantFrom(...PATHS), text, { maxKeys: 6 });

describe('whatever stands in the files', () => {
  it('no rule throws, and each finding has a place', async () => {
    await fc.assert(
      fc.asyncProperty(files, files, async (base, next) => {
        for (const line of await judge(RULES, next, { base }))
          expect(line).toMatch(/^[^:]+:[1-9]\d*:[1-9]\d* \S/);
      }),
      { numRuns: 75 },
    );
  });

  it.each(PATHS)('an empty %s', async (path) => {
    await expect(judge(RULES, { [path]: '' }, { base: {} })).resolves.toBeDefined();
  });
});
