import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EXTERNAL, RECORD, recordText, UNDECIDED } from '../rules/record.ts';
import { TestRepository } from '../support/repository.ts';

const INDEX = pathToFileURL(resolve('dist/index.mjs')).href;
const BAD = '- decision_status: approved.\n';
/** Longer than what is judged without being watched. */
const LONG = 'A fine sentence about nothing. '.repeat(100);

/** A rule can only come in through the programming interface: no repository can name one. */
function checked(repository: TestRepository, each: string, body: string): { code: number; said: string } {
  const program = `
    import { check } from ${JSON.stringify(INDEX)};
    const rule = {
      id: 'test/rule', severity: 'error', summary: '', why: '', help: '', requirements: [], messages: { a: 'A' },
      examples: { good: { path: '', text: '' }, bad: { path: '', text: '' } }, each: ${JSON.stringify(each)},
      *check(subject) { ${body} },
    };
    try {
      const { findings } = await check({ rules: [rule] });
      console.log(findings.map(({ path, ruleId, message }) => path + ' ' + ruleId + ' ' + message).join('\\n'));
    } catch (error) {
      console.log(error.name + ': ' + error.message);
      process.exitCode = 2;
    }`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: repository.root,
    env: repository.env,
    encoding: 'utf8',
  });
  return { code: ended.status!, said: ended.stdout.trim() + ended.stderr };
}

function repositoryWith(limits: string): TestRepository {
  return new TestRepository().write({
    'cto-lint.config.yaml': `limits: ${limits}\n`,
    'a.md': LONG,
    'b.md': `${LONG}\n\n${BAD}`,
    'c.md': 'short\n',
  });
}

describe('work that never ends is stopped', () => {
  it('over one file, which is a finding, and the others are judged', () => {
    // Long enough for the neighbours on a busy machine.
    const repository = repositoryWith('{ fileSeconds: 0.5 }');
    const bodies = {
      'loop.md': 'for (;;);',
      'pattern.md': "/^(a+)+$/.test('a'.repeat(50) + 'b');",
      'caught.md': 'for (;;) try { for (;;); } catch {}',
      'finally.md': 'for (;;) try { for (;;); } finally { continue; }',
    };
    const cases = Object.entries(bodies).map(([path, body]) => {
      repository.write({ [path]: LONG });
      return `if (subject.path === '${path}') { ${body} }`;
    });
    const { code, said } = checked(repository, 'file', cases.join('\n'));
    const late = 'file/unreadable Judging this file took too long and was stopped.';
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^b\.md decision\/status-value /),
      `caught.md ${late}`,
      `finally.md ${late}`,
      `loop.md ${late}`,
      `pattern.md ${late}`,
    ]);
    expect(code).toBe(0);
  });

  it('over a document', () => {
    const { said } = checked(
      repositoryWith('{ fileSeconds: 0.5 }'),
      'document',
      "if (subject.file.path === 'b.md') for (;;);",
    );
    expect(said).toBe('b.md file/unreadable Judging this file took too long and was stopped.');
  });

  it.each(['route', 'change'])('over the %s, and nothing was judged', (each) => {
    const repository = repositoryWith('{ seconds: 1 }').commit().write({ 'a-ISSUES.md': '# A\n' });
    const { code, said } = checked(repository, each, 'for (;;);');
    expect(code).toBe(2);
    expect(said).toMatch(/^(?:LateError|DeadlineError): /);
  });

  it('and a rule that ends is heard', () => {
    const { said } = checked(
      repositoryWith('{}'),
      'file',
      "if (subject.path === 'c.md') yield { at: { file: subject, start: 0, end: 1 }, message: 'a' };",
    );
    expect(said).toMatch(/^b\.md decision\/status-value .*\nc\.md test\/rule A$/);
  });
});

describe('a rule that fails', () => {
  it('ends the run and is named, and what it says is not repeated', () => {
    const repository = repositoryWith('{}');
    const { code, said } = checked(repository, 'file', "throw new Error('about ' + subject.text);");
    expect([code, said]).toEqual([2, 'RuleError: the rule test/rule failed']);
  });
});

describe('a text that takes longer than the policy allows', () => {
  it('is named, and its neighbours are judged', async () => {
    const repository = new TestRepository();
    // No limit of a text but this one is met: it is 19 MB of what every detector has to look into.
    const much = `${'token: /srv/x ghp_ 2026-11-20T10:00:00Z INFO a=b '.repeat(20)}\n`.repeat(19_000);
    repository.write({
      'cto-lint.config.yaml': 'limits: { fileSeconds: 0.4 }\n',
      'a.md': BAD,
      'much.txt': much,
    });
    expect(await repository.findings([])).toEqual([
      'a.md:1:20 decision/status-value',
      'much.txt:1:1 file/unreadable',
    ]);
    // Without the rule that names it, it would pass in silence.
    expect((await repository.run(['--rule', 'target/no-path'])).code).toBe(2);
  });
});

describe('a decision that is moved back', () => {
  /** Ten thousand words take any machine longer than a millisecond, which is the least that can be watched. */
  const decided = `${recordText(EXTERNAL)}\n## Notes\n\n${'- *a* **b** `c` [d](e)\n'.repeat(2_000)}`;
  const staged = (fileSeconds: string): TestRepository =>
    new TestRepository()
      .write({ [RECORD]: decided, 'limits.yaml': `extends: cto\nlimits: { fileSeconds: ${fileSeconds} }\n` })
      .commit()
      .write({ [RECORD]: recordText(UNDECIDED) })
      .add();
  const JUDGED = [
    '--staged',
    '--policy',
    'limits.yaml',
    '--rule',
    'decision/transition',
    '--rule',
    'file/unreadable',
  ];

  it('is a finding', async () => {
    const { code, stdout } = await staged('60').run(JUDGED);
    expect(stdout).toContain('decision/transition');
    expect(code).toBe(1);
  });

  it('does not pass where what was before takes too long to be read', async () => {
    const { code, stderr } = await staged('0.001').run(JUDGED);
    expect(stderr).toContain('A document took too long to be read, and is needed to judge others.');
    expect(code).toBe(2);
  });
});
