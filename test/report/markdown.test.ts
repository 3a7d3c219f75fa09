import { expect, it } from 'vitest';
import { markdown } from '../../src/report/markdown.ts';
import { findingOf, reportOf } from './example.ts';

it('has verdict, table, what was judged and what was not, and the route', () => {
  const related = [{ path: 'b.md', line: 9, column: 1, message: 'says otherwise' }];
  const findings = [
    findingOf({ message: 'a | `b`' }),
    findingOf({ severity: 'warning', ruleId: 'local/x', help: '', related, commit: 'a'.repeat(40) }),
  ];
  const report = reportOf(findings, { notJudged: [{ what: 'TGT-1', why: 'no target is listed' }] });
  expect(markdown(report, { routeMap: 'graph LR\n  a-->b' })).toBe(`## ❌ cto-lint: 1 error, 1 warning

| Severity | Where | What, and what to do | Rule |
| --- | --- | --- | --- |
| ❌ error | <code>plan/record.md&#58;3&#58;20</code> | a &#124; &#96;b&#96;<br><em>Write one of the three values.</em> | <a href="https&#58;//unpkg.com/cto-lint&#64;0.1.0/docs/rules/decision/status-value.md">decision/status-value</a> |
| ⚠️ warning | <code>plan/record.md&#58;3&#58;20</code><br>commit <code>aaaaaaaaaaaa</code> | The status is none that the policy has.<br>See <code>b.md&#58;9&#58;1</code> says otherwise | <code>local/x</code> |

**Judged:** 12 files, 48 KB, by the policy <code>built-in cto</code>

**Not judged:**

- <code>TGT-1</code>: no target is listed

### Route

\`\`\`mermaid
graph LR
  a-->b
\`\`\`
`);
});

it('is short where nothing was found', () => {
  expect(markdown(reportOf([]), {})).toBe(
    '## ✅ cto-lint: no findings\n\n**Judged:** 12 files, 48 KB, by the policy <code>built-in cto</code>\n',
  );
});

it('stays below what a summary may hold', () => {
  const findings = Array.from({ length: 5000 }, () => findingOf({ message: 'x'.repeat(400) }));
  const text = markdown(reportOf(findings), {});
  expect(text).toContain('\n… and 4800 more.\n');
  expect(Buffer.byteLength(text)).toBeLessThan(2 ** 20);
});

it('fences a map that holds a fence', () => {
  const text = markdown(reportOf([]), { routeMap: 'a\n```\n````b' });
  expect(text).toContain('\n`````mermaid\na\n```\n````b\n`````\n');
});

it.each([
  ['500 edges', 'a --> b\n'.repeat(500), true],
  ['501 edges', 'a --> b\n'.repeat(501), false],
  ['50,001 letters', 'x'.repeat(50_001), false],
])('draws what GitHub draws: %s', (_, routeMap, isDrawn) => {
  const text = markdown(reportOf([]), { routeMap });
  expect(text.includes('```mermaid')).toBe(isDrawn);
  expect(text.includes('too large for a picture here')).toBe(!isDrawn);
});

it('cuts off warnings before errors', () => {
  const warnings = Array.from({ length: 300 }, () => findingOf({ severity: 'warning', path: 'a.md' }));
  const text = markdown(reportOf([...warnings, findingOf({ path: 'z.md' })]), {});
  expect(text.split('\n')[4]).toContain('z.md');
  expect(text).toContain('\n… and 101 more.\n');
});
