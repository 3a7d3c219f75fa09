import { describe, expect, it } from 'vitest';
import { compileKinds, kindsOf } from '../../src/documents/kinds.ts';
import { nameOf } from '../../src/name.ts';
import { BUILT_IN } from '../../src/policy/builtin.ts';

const GLOBS = compileKinds({
  work: BUILT_IN.work,
  kinds: {
    [nameOf('decision-record')]: ['**/*-RECORD.md'],
    [nameOf('work-items')]: ['**/*-ISSUES.md'],
    [nameOf('sot')]: ['**/.sot/**/*.md'],
    [nameOf('task')]: ['**/tasks/**/*.md'],
    [nameOf('generated-config')]: ['**/.case/config.json'],
  },
});
const SOT = '---\nlifecycle_classification: sot\n---\n';

describe('kindsOf', () => {
  it.each([
    ['a.md', '# a', []],
    ['tasks/a.md', '', ['task']],
    ['tasks/README.md', '', []],
    ['x/A-RECORD.md', '', ['decision-record']],
    ['.case/config.json', '', ['generated-config']],
    ['x/.case/config.json', '', ['generated-config']],
    ['x.case/config.json', '', []],
    ['x/a-record.MD', '', ['decision-record']],
    ['.sot/A-RECORD.md', '', ['decision-record', 'sot']],
    ['known-issues.md', '# Known Issues\n\n- The mouse stutters.\n', []],
    ['Known-Issues.md', '', []],
    ['.sot/known-issues.md', '', ['sot']],
    ['A-ISSUES.md', '', ['work-items']],
    ['a-issues.md', '## CTO-WORK-030 - Write it\n', ['work-items']],
    ['a-issues.md', 'See cto work 030.\n', ['work-items']],
    ['a-issues.md', undefined, ['work-items']],
    ['A-ISSUES\u200b.md', '', ['work-items']],
    ['a.md', SOT, ['sot']],
    ['A-RECORD.md', SOT, ['decision-record', 'sot']],
    ['a.md', SOT.replaceAll('\n', '\r\n'), ['sot']],
    ['a.md', SOT.replaceAll('\n', '\r'), ['sot']],
    ['a.md', `\n${SOT}`, ['sot']],
    ['a.md', `\ufeff${SOT}`, ['sot']],
    ['a.md', `-${SOT}`, ['sot']],
    ['a.md', '---\nlifecycle_classification: sot\n', ['sot']],
    ['a.md', '---\n"lifecycle_classification": "sot"\n---\n', ['sot']],
    ['a.md', '---\n{lifecycle_classification: sot}\n---\n', ['sot']],
    ['a.md', '---js\n{lifecycle_classification: "sot"}\n---\n', ['sot']],
    ['a.md', `# a\n\n${SOT}`, []],
    ['a.md', '---\na: b\n---\nlifecycle_classification: sot\n', []],
    ['a.md', '---\nlifecycle_classification: [sot]\n---\n', ['sot']],
    ['a.md', '---\nlifecycle_classification: [ "sot" ]\n---\n', ['sot']],
    ['a.md', '---\nlifecycle_classification: " sot"\n---\n', ['sot']],
    ['a.md', '---\nlifecycle_classification:\n  - sot\n---\n', ['sot']],
    ['a.md', '---\nlifecycle_classification: not-sot\n---\n', []],
    ['a.md', '---\nlifecycle_classification: [note]\nsot: x\n---\n', []],
    ['a.md', '---\nlifecycle_classification:\nsot: x\n---\n', []],
    ['a.md', '---\nlifecycle_classification: sotto\n---\n', []],
    ['a.json', '{"lifecycle_classification": "sot"}', []],
  ])('%j %j: %j', (path, text, kinds) => {
    expect(kindsOf(path, text, GLOBS)).toEqual(kinds);
  });

  it('comes to an end on a hostile start', () => {
    for (const text of [
      `---${'\n'.repeat(1_000_000)}`,
      ' '.repeat(1_000_000),
      `---\n${'lifecycle_classification:'.repeat(40_000)}`,
    ])
      expect(kindsOf('a.md', text, GLOBS)).toEqual([]);
  });
});
