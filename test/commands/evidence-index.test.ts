import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { now } from '../../src/clock.ts';
import { findRunDirectories } from '../../src/commands/evidence/run-directories.ts';
import { evidenceIndex, indexFiles } from '../../src/commands/evidence-index.ts';
import type { Io } from '../../src/commands/printing/output.ts';
import { findEvidence } from '../../src/evidence/find-evidence.ts';
import { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import { readIndex } from '../../src/evidence/index/index-file.ts';
import type { IsForbidden } from '../../src/git/follow.ts';
import { HELD, KEY, PRINTED, RUN } from '../evidence/run.ts';
import { ENVIRONMENT, Temporary } from '../git/temporary.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SECOND = '20260704T081502Z-r2-date-parse-9918';
const THIRD = '20260705T081502Z-r2-date-parse-9919';

class Text extends Writable {
  text = '';

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

function ioOf(cwd: string, env: NodeJS.ProcessEnv = { CTO_LINT_EVIDENCE_KEY: KEY }) {
  const stderr = new Text();
  const io: Io = {
    stdout: new Text(),
    stderr,
    stdin: process.stdin,
    env: { ...ENVIRONMENT, ...env },
    cwd,
    terminal: { out: false, err: false, columns: 80 },
    began: now(),
    program: [],
  };
  return { io, stderr };
}

function repository(): Temporary {
  const made = Temporary.init();
  made.commit({ 'docs/parser.md': `# Parser\n\n${HELD}\n` }, 'Describe the parser');
  return made;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function runs(...names: readonly string[]): string {
  const root = temporaryFolder('shared');
  for (const name of names) {
    const lines = [`${PRINTED} ${name}`, HELD].map((stdout) => JSON.stringify({ tool: 'bash', stdout }));
    write(join(root, name, 'trace.jsonl'), `${lines.join('\n')}\n`);
  }
  return root;
}

const indexAt = (path: string) => new EvidenceIndex(readIndex(readFileSync(path, 'utf8'), KEY), KEY);

describe('evidence index', () => {
  it('finds what a run printed, and not what the repository held before', async () => {
    const { root } = repository();
    const { io, stderr } = ioOf(root);
    await expect(evidenceIndex([runs(RUN)], { output: 'evidence.json' }, io)).resolves.toBe(0);
    const index = indexAt(join(root, 'evidence.json'));
    expect(findEvidence(`# Notes\n\n${PRINTED}\n`, index)).toMatchObject([
      { source: { run: RUN, file: 'trace.jsonl', line: 1 } },
    ]);
    expect(findEvidence(`# Notes\n\n${HELD}\n`, index)).toEqual([]);
    expect(stderr.text).toBe('1 run added, 0 runs kept.\n');
  });

  it('adds new runs, and does not need the old ones', async () => {
    const { root } = repository();
    const { io, stderr } = ioOf(root);
    const folder = runs(RUN);
    await evidenceIndex([folder], { output: 'evidence.json' }, io);
    const [, first] = readFileSync(join(root, 'evidence.json'), 'utf8').split('\n');
    rmSync(join(folder, RUN), { recursive: true });
    await evidenceIndex([runs(SECOND)], { output: 'evidence.json' }, io);
    expect(readFileSync(join(root, 'evidence.json'), 'utf8').split('\n')[1]).toBe(first);
    expect(indexAt(join(root, 'evidence.json')).parts.map(({ run }) => run)).toEqual([RUN, SECOND]);
    expect(stderr.text).toBe('1 run added, 0 runs kept.\n1 run added, 1 run kept.\n');
  });

  it('writes a file a run into a folder', async () => {
    const { root } = repository();
    await evidenceIndex([runs(RUN, SECOND)], { output: 'evidence/' }, ioOf(root).io);
    expect(readdirSync(join(root, 'evidence'))).toEqual([`${RUN}.json`, `${SECOND}.json`]);
  });

  it('says so where there is no key', async () => {
    const { root } = repository();
    const { io, stderr } = ioOf(root, {});
    await evidenceIndex([runs(RUN)], { output: 'evidence.json' }, io);
    expect(stderr.text).toBe('1 run added, 0 runs kept, without a key: only what cannot be guessed.\n');
  });

  it('does not mix an index without a key with one', async () => {
    const { root } = repository();
    await evidenceIndex([runs(RUN)], { output: 'evidence.json' }, ioOf(root, {}).io);
    const running = evidenceIndex([runs(SECOND)], { output: 'evidence.json' }, ioOf(root).io);
    await expect(running).rejects.toThrow(/has no key/);
  });

  it('takes the key from git config', async () => {
    const made = repository();
    made.git('config', 'cto-lint.evidenceKey', KEY);
    await evidenceIndex([runs(RUN)], { output: 'evidence.json' }, ioOf(made.root, {}).io);
    expect(indexAt(join(made.root, 'evidence.json')).parts).toHaveLength(1);
  });

  it.each([
    ['no root', [], 'x.json'],
    ['no output', ['.'], undefined],
    ['no run below the root', ['.'], 'x.json'],
    ['a root that is not there', ['nowhere'], 'x.json'],
  ])('%s is a mistake', async (_, roots, output) => {
    const { root } = repository();
    await expect(evidenceIndex(roots, { output }, ioOf(root).io)).rejects.toThrow(/./);
  });

  it.each([
    ['a folder', 'evidence/', undefined],
    ['a file with the union driver', 'evidence.json', 'evidence.json merge=union\n'],
  ])('is merged by git where two branches add runs: %s', async (_, output, attributes) => {
    const made = repository();
    const { root } = made;
    const add = async (run: string) => {
      await evidenceIndex([runs(run)], { output }, ioOf(root).io);
      made.git('add', '.');
      made.git('commit', '-qm', 'Index a run');
    };
    if (attributes !== undefined) made.commit({ '.gitattributes': attributes });
    await add(RUN);
    made.git('branch', 'other');
    await add(SECOND);
    made.git('checkout', '-q', 'other');
    await add(THIRD);
    made.git('merge', '-q', '--no-edit', '-');
    const files = indexFiles(join(root, output)).map((file) => readFileSync(file, 'utf8'));
    const parts = files.flatMap((text) => readIndex(text, KEY));
    expect(parts.map(({ run }) => run).sort()).toEqual([RUN, SECOND, THIRD]);
    expect(findEvidence(`# Notes\n\n${PRINTED}\n`, new EvidenceIndex(parts, KEY))).toHaveLength(1);
  });

  it('is not made from a shallow clone, which does not know what was there before', async () => {
    const made = repository();
    made.commit({ 'docs/next.md': '# Next\n' }, 'Add what is next');
    const shallow = temporaryFolder('shared');
    made.git('clone', '-q', '--depth', '1', `file://${made.root}`, shallow);
    const running = evidenceIndex([runs(RUN)], { output: 'evidence/' }, ioOf(shallow).io);
    await expect(running).rejects.toThrow(/shallow/);
    expect(readdirSync(shallow)).not.toContain('evidence');
  });

  it.runIf(process.platform === 'linux').each([
    ['below a file', 'docs/plan.md/evidence.json', /could not be written/],
    ['where no folder can be made', '/proc/nowhere/evidence.json', /could not be written/],
    ['to a device', '/dev/full', /no regular file/],
  ])('is not written %s', async (_, output, message) => {
    const { root } = repository();
    mkdirSync(join(root, 'docs'), { recursive: true });
    writeFileSync(join(root, 'docs/plan.md'), '# Plan\n');
    await expect(evidenceIndex([runs(RUN)], { output }, ioOf(root).io)).rejects.toThrow(message);
  });

  it('does not overwrite an index that it cannot read', async () => {
    const { root } = repository();
    const text = '{"format":"cto-lint evidence index","version":7}';
    writeFileSync(join(root, 'evidence.json'), text);
    const running = evidenceIndex([runs(RUN)], { output: 'evidence.json' }, ioOf(root).io);
    await expect(running).rejects.toThrow(/version/);
    expect(readFileSync(join(root, 'evidence.json'), 'utf8')).toBe(text);
  });
});

describe('runs that are at hand', () => {
  it('are found by a glob, and not through links', () => {
    const home = temporaryFolder('shared');
    const profile = (...parts: readonly string[]) => join(home, '.hermes', 'profiles', ...parts);
    write(profile('one', 'harness-runs', RUN, 'report.json'), '{}');
    write(profile('two', 'other', SECOND, 'report.json'), '{}');
    const elsewhere = runs(SECOND);
    symlinkSync(elsewhere, profile('three'));
    symlinkSync(join(elsewhere, SECOND), profile('one', 'harness-runs', SECOND));
    const glob = '~/.hermes/profiles/*/harness-runs';
    const search = (isForbidden: IsForbidden) => ({ isForbidden, onUnread: () => expect.unreachable() });
    const all = search(() => false);
    const run = profile('one', 'harness-runs', RUN);
    expect(findRunDirectories([glob], all, home)).toEqual([run]);
    expect(findRunDirectories(['~/.hermes/{profiles/one,nothing}/harness-runs'], all, home)).toEqual([run]);
    expect(
      findRunDirectories(
        [glob],
        search((path) => path.endsWith('one')),
        home,
      ),
    ).toEqual([]);
    expect(findRunDirectories(['/nowhere/*/at-all'], all, home)).toEqual([]);
  });

  it.each([
    ['a folder whose name no file system has', `/${'a'.repeat(300)}/runs`],
    ['a sign that no path has', '/srv/\0/runs'],
  ])('%s is told, and no fault', (_, glob) => {
    let unread = 0;
    const search = { isForbidden: () => false, onUnread: () => void unread++ };
    expect([findRunDirectories([glob], search), unread]).toEqual([[], 1]);
  });

  it.each([
    [3, [RUN]],
    [2, 'The evidence roots take in more than 2 folders.'],
  ])('looks into %s folders at most', (most, expected) => {
    const root = temporaryFolder();
    for (const folder of ['one', 'two', RUN]) mkdirSync(join(root, folder));
    const search = { isForbidden: () => false, onUnread: () => undefined };
    const found = (): readonly string[] => findRunDirectories([root], search, '/nonexistent', most);
    if (typeof expected === 'string') expect(found).toThrow(expected);
    else expect(found().map((run) => basename(run))).toEqual(expected);
  });

  // Processes end while they are listed, and some of their folders open for nobody.
  it.runIf(process.platform === 'linux').each(['/proc', '/proc/', '/proc/**'])('%s is walked', (glob) => {
    const search = { isForbidden: () => false, onUnread: () => undefined };
    expect(findRunDirectories([glob], search)).toEqual([]);
  });
});
