import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstFiveMinutes } from '../scripts/first-five-minutes.js';
import { TestRepository } from './support/repository.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = temporaryFolder('shared');
let tarball: Buffer;
let tarballPath: string;

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-types.js'], { stdio: 'inherit' });
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [made] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' })) as [{ filename: string }];
  tarballPath = join(folder, made.filename);
  tarball = readFileSync(tarballPath);
}, 120_000);

function arrayBuffer({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer {
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
}

const PROGRAM = `import { check, defineRule, gate, toName, verifyEvidence, type Report } from 'cto-lint';

// What @types/node would say, and nobody has to install for this.
declare const process: { readonly argv: readonly string[]; readonly env: Record<string, string | undefined>; exitCode: number };
declare const console: { log(text: string): void };

const noTabs = defineRule({
  id: 'team/no-tabs',
  severity: 'error',
  summary: 'A file holds no tab.',
  why: 'Tabs are as wide as the reader says.',
  help: 'Write blanks.',
  requirements: [],
  messages: { tab: 'There is a tab.' },
  examples: { good: { path: 'a.txt', text: 'a b\\n' }, bad: { path: 'a.txt', text: 'a\\tb\\n' } },
  each: 'file',
  *check(file) {
    const at = file.text.indexOf('\\t');
    if (at >= 0) yield { at: { file, start: at, end: at + 1 }, message: 'tab' };
  },
});

const report: Report = await check({ cwd: process.argv[2] ?? '.', env: process.env, rules: [noTabs] });
for (const { path, line, ruleId } of report.findings) console.log(\`\${path}:\${line} \${ruleId}\`);
process.exitCode = report.ok ? 0 : 1;
void [toName, () => gate({ env: process.env }), () => verifyEvidence('run', { env: process.env })];
`;

describe('the package', () => {
  it('is clean under publint', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: arrayBuffer(tarball) }, strict: true });
    expect(messages.map((one) => formatMessage(one, pkg as Record<string, unknown>))).toEqual([]);
  });

  it('has types that every resolver finds, for modules', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball));
    const problems = 'problems' in result ? result.problems : ['no types'];
    // It is a module: require() of it is Node's affair (22.12 and newer), as for every package without CommonJS.
    const others = problems.filter((one) => typeof one === 'string' || one.kind !== 'CJSResolvesToESM');
    expect(others).toEqual([]);
  });

  it('holds every page that its README links to', () => {
    const paths = new Set(
      execFileSync('tar', ['-tz'], { input: tarball, encoding: 'utf8' })
        .split('\n')
        .map((path) => path.replace(/^package\//, '')),
    );
    const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link!);
    expect(links).toContain('SECURITY.md');
    expect(links.filter((link) => !/^https?:/.test(link) && !paths.has(link))).toEqual([]);
  });

  it('types a program that brings a rule of its own, without zod and Node’s types, and runs it', () => {
    const repository = new TestRepository();
    const user = temporaryFolder();
    const installed = join(user, 'node_modules/cto-lint');
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xz', '--strip-components=1', '-C', installed], { input: tarball });
    writeFileSync(join(user, 'rule.ts'), PROGRAM);
    writeFileSync(join(user, 'package.json'), '{ "type": "module" }\n');
    repository.write({ 'a.txt': 'a\tb\n' });
    const compile = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022', 'rule.ts'];
    execFileSync(resolve('node_modules/.bin/tsc'), compile, { cwd: user, stdio: 'inherit' });
    expect(() =>
      execFileSync(process.execPath, ['rule.js', repository.root], {
        cwd: user,
        env: repository.env,
        stdio: 'pipe',
      }),
    ).toThrow(expect.objectContaining({ status: 1, stdout: Buffer.from('a.txt:1 team/no-tabs\n') }));
  });

  it.skipIf(process.platform === 'win32')(
    'does for a stranger what docs/first-five-minutes.md shows: node scripts/first-five-minutes.js',
    () => {
      expect(firstFiveMinutes(tarballPath)).toBe(readFileSync('docs/first-five-minutes.md', 'utf8'));
    },
    120_000,
  );
});
