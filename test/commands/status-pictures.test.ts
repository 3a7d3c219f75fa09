import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

const TOKEN = `ghp_${'x7Kq2mZ9'.repeat(4)}Ab3d`;

function items(title: string): string {
  return [
    `## CTO-WORK-020 - ${title}`,
    '',
    'Status: blocked.',
    '',
    'Acceptance:',
    '',
    '- The pair is admitted.',
    '',
    'Blocked by:',
    '',
    '- the admission',
    '',
  ].join('\n');
}

describe('cto-lint status, drawn', () => {
  it('as mermaid: what is there, what waits and for what', async () => {
    const repository = new TestRepository();
    repository.write({ 'plans/A-ISSUES.md': items('Admit a pair') });
    const { code, stdout } = await repository.run(['status', '--format', 'mermaid']);
    expect(code).toBe(0);
    const lines = stdout.split('\n').map((line) => line.trim());
    const name = (label: string): string => lines.find((line) => line.includes(label))!.split('[')[0]!;
    const [item, admission] = [name('CTO-WORK-020'), name('an admission that agrees')];
    expect(lines[0]).toBe('flowchart LR');
    expect(lines).toContain(`${item}["CTO-WORK-020<br>blocked"]:::waiting`);
    expect(lines).toContain(`${admission} -. waits .-> ${item}`);
  });

  it('as a page without script or network, in which no text is markup and no secret is shown', async () => {
    const repository = new TestRepository();
    repository.write({ 'plans/A-ISSUES.md': items(`<script>alert(1)</script> ${TOKEN}`) });
    const { code, stdout } = await repository.run(['status', '--format', 'html']);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/<script|https?:|src=|@import|url\((?!#)/);
    expect(stdout).toContain('&#60;script&#62;');
    expect(stdout).not.toContain(TOKEN);
    expect(stdout).toContain("default-src 'none'");
    expect(stdout).toMatch(/<a class="node waiting" href="#row-\d+" aria-label="CTO-WORK-020: blocked/);
  });

  it('as a page that shows each finding at the item under whose heading it stands', async () => {
    const repository = new TestRepository();
    const second = items('Another').replace('020', '022').replace('blocked.', 'blockd.');
    repository.write({
      'plans/A-ISSUES.md': `${items('Admit a pair')}\n${second}`,
      'b.md': 'decision_status: no\n',
    });
    const { stdout } = await repository.run(['status', '--format', 'html']);
    expect(stdout).toMatch(/class="node waiting" href="#row-\d+" aria-label="CTO-WORK-020: blocked\. /);
    expect(stdout).toMatch(
      /class="node waiting found" href="#row-\d+" aria-label="CTO-WORK-022: no valid status, 1 finding/,
    );
    const [, at] =
      /CTO-WORK-022<br>Another<\/th>.*<a class="error" href="#(finding-\d+)">work\/shape<\/a>/.exec(stdout)!;
    expect(stdout).toContain(
      `<li id="${at}"><span class="error">error</span> <code>plans/A-ISSUES.md:15</code>`,
    );
    expect(stdout).not.toContain('b.md');
  });

  it('stands in the markdown report where there is a route, and nowhere else', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'Text.\n' });
    expect((await repository.run(['--format', 'markdown'])).stdout).not.toContain('```mermaid');
    repository.write({ 'plans/A-ISSUES.md': items('Admit a pair') });
    expect((await repository.run(['--format', 'markdown'])).stdout).toContain('```mermaid\nflowchart LR');
  });

  it.each([
    ['what is staged', ['--staged'], true],
    ['what is staged, by one rule', ['--staged', '--rule', 'work/drift'], true],
    ['nothing staged', ['--staged', '--allow-empty'], false],
    ['one file', ['a.txt'], true],
    ['a range', ['--range', 'HEAD~1..HEAD'], true],
    ['a text on standard input', ['--stdin', '--stdin-filename', 'a.txt'], true],
  ])(
    'stands in the markdown report of %s, where no document of the route is judged',
    async (_, args, staged) => {
      const repository = new TestRepository();
      repository.write({ 'plans/A-ISSUES.md': items('Admit a pair') }).commit();
      repository.write({ 'b.txt': 'b\n' }).commit();
      if (staged) repository.write({ 'a.txt': 'a\n' }).add();
      const { code, stdout } = await repository.run([...args, '--format', 'markdown'], { input: 'a\n' });
      expect([code, stdout]).toEqual([0, expect.stringContaining('"CTO-WORK-020<br>blocked"')]);
    },
  );

  it.each([
    ['--staged'],
    ['--rev', 'HEAD'],
    ['status', '--format', 'mermaid'],
    ['status', '--format', 'html'],
  ])('shows no secret that a record has in place of its route: %s %s %s', async (...args) => {
    const repository = new TestRepository();
    const record = `---\nroute: ${TOKEN}\n---\n\n# R\n\n## Current Decision State\n\n- decision_status: not_decided.\n`;
    const route = { 'plans/R-DECISION-RECORD.md': record, 'plans/A-ISSUES.md': items('Admit a pair') };
    repository.write(route).commit();
    const format = args[0] === 'status' ? [] : ['--format', 'markdown'];
    const { code, stdout } = await repository.run([...args.filter(Boolean), ...format]);
    expect(code).not.toBe(2);
    expect(stdout).toContain('Decision');
    expect(stdout).not.toContain(TOKEN);
  });

  it('names its formats where another is asked for', async () => {
    const ended = await new TestRepository().run(['status', '--format', 'svg']);
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('text, json, mermaid, html') });
  });
});
