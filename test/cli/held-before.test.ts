import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUN } from '../evidence/run.ts';
import { TestRepository } from '../support/repository.ts';

const LONG_BEFORE = '2026-01-01T00:00:00Z';
const BEFORE = '2026-02-01T00:00:00Z';
const BY_THE_RUN = '2026-07-03T08:17:00Z';
const AFTER = '2026-08-01T00:00:00Z';

const WORDS =
  'river stone window carry gentle market purple listen orchard signal borrow lantern hollow pepper timber velvet anchor bridge candle drift ember fabric garden harbor island jacket kettle ladder meadow needle'.split(
    ' ',
  );

/** A sentence of its own for every name: nothing of one is in another. */
function sentence(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  return `${Array.from(digest.subarray(0, 18), (byte) => WORDS[byte % WORDS.length]).join(' ')}.`;
}

const LOG = Array.from(
  { length: 6 },
  (_, item) => `2026-07-03T08:16:0${item}.1${item}7Z INFO parser took ${item}17 ms for item ${item}8${item}2`,
).join('\n');

const PRINTED = sentence('printed');
const README = `# Read me\n\n${sentence('read')}\n${sentence('me')}\n`;
const LATE = `# Late\n\n${sentence('late')}\n${sentence('file')}\n`;
/** A file that the run made, and no copy of anything. */
const MADE = `# Made\n\n${sentence('made')}\n${sentence('by the run')}\n`;

const doc = (text: string): string => `# Notes\n\n${text}\n`;
const fenced = (text: string): string => doc(`\`\`\`\n${text}\n\`\`\``);

interface Step {
  readonly files: Readonly<Record<string, string>>;
  readonly date?: string;
  readonly authored?: string;
  readonly message?: string;
}

function commit(repository: TestRepository, { files, date = AFTER, authored = date, message }: Step): void {
  repository.env.GIT_COMMITTER_DATE = date;
  repository.env.GIT_AUTHOR_DATE = authored;
  repository.write(files).commit(message);
}

/** Sentences that the run printed. */
const POOL = ['printed', 'held', 'gone', 'new', 'subject', 'long', 'a', 'b', 'c', 'd'];

/** A repository whose policy names a run that printed, copied and made what is above. */
function withRun(): TestRepository {
  const repository = new TestRepository();
  const runs = join(dirname(repository.root), 'runs');
  const trace = POOL.map((name) => `${JSON.stringify({ tool: 'bash', stdout: sentence(name) })}\n`).join('');
  repository.write({
    [`../runs/${RUN}/trace.jsonl`]: trace,
    [`../runs/${RUN}/test.log`]: `${LOG}\n`,
    [`../runs/${RUN}/out/README.md`]: README,
    [`../runs/${RUN}/out/late.md`]: LATE,
    [`../runs/${RUN}/out/made.md`]: MADE,
  });
  const policy = `evidence:\n  roots: [${JSON.stringify(runs)}]\n`;
  commit(repository, { files: { 'cto-lint.config.yaml': policy }, date: LONG_BEFORE });
  return repository;
}

/** The remote is a bare clone, and knows what is there by now. */
function publish(repository: TestRepository): void {
  repository.git('clone', '-q', '--bare', '.', '../origin.git');
  repository.git('remote', 'add', 'origin', '../origin.git');
  repository.git('fetch', '-q', 'origin');
}

type Judged = Readonly<Record<string, readonly string[]>>;

/** What every scope finds in the files of a change: before it is committed, and after. */
async function everywhere(repository: TestRepository, change: Step): Promise<Judged> {
  const paths = Object.keys(change.files);
  const found = async (args: readonly string[], input?: string): Promise<readonly string[]> => {
    const findings = await repository.findings(['--no-cache', ...args], input === undefined ? {} : { input });
    return findings.filter((finding) => paths.includes(finding.split(':')[0]!));
  };
  const ofTexts: string[] = [];
  repository.write(change.files);
  for (const path of paths.toSorted())
    ofTexts.push(...(await found(['--stdin', '--stdin-filename', path], change.files[path])));
  const written = { tree: await found([]), paths: await found(paths) };
  repository.add();
  const staged = await found(['--staged']);
  commit(repository, change);
  return {
    stdin: ofTexts,
    ...written,
    staged,
    range: await found(['--range', 'HEAD~1..HEAD']),
    treeAfter: await found([]),
    rev: await found(['--rev', 'HEAD']),
    history: await found(['--history']),
  };
}

const COPY = (...places: readonly string[]): readonly string[] =>
  places.map((place) => `${place} evidence/no-copied-evidence`);

/** What is the same wherever it is judged. */
function same(judged: Judged): readonly string[] {
  const [first = []] = Object.values(judged);
  expect(judged).toEqual(Object.fromEntries(Object.keys(judged).map((scope) => [scope, first])));
  return first;
}

describe('what the repository held before a run is no copy of it, in any scope', () => {
  it.each<[string, Step[], Step, readonly string[]]>([
    [
      'a text, and one that came after the run',
      [
        { files: { 'held.md': doc(sentence('held')), 'gone.md': doc(sentence('gone')) }, date: BEFORE },
        { files: { 'gone.md': doc('Nothing.'), 'new.md': doc(sentence('new')) } },
      ],
      {
        files: {
          'docs/a-held.md': doc(sentence('held')),
          'docs/b-gone.md': doc(sentence('gone')),
          'docs/c-new.md': doc(sentence('new')),
          'docs/d-printed.md': doc(PRINTED),
        },
      },
      COPY('docs/c-new.md:3:1', 'docs/d-printed.md:3:1'),
    ],
    [
      'a file that the run copied, and one that came after the run or that the run made',
      [{ files: { 'README.md': README }, date: BEFORE }, { files: { 'late.md': LATE } }],
      { files: { 'docs/README.md': README, 'docs/late.md': LATE, 'docs/made.md': MADE } },
      COPY('docs/late.md:1:1', 'docs/made.md:1:1'),
    ],
    [
      'the subject of a commit by the run, and one that is a text, or that came later',
      [
        { files: {}, message: sentence('subject'), date: BY_THE_RUN },
        { files: {}, message: `${sentence('long')} ${sentence('and more')}`, date: BY_THE_RUN },
        { files: {}, message: sentence('a') },
      ],
      {
        files: {
          'a.md': doc(sentence('subject')),
          'b.md': doc(sentence('long')),
          'c.md': doc(sentence('a')),
        },
      },
      COPY('b.md:3:1', 'c.md:3:1'),
    ],
  ])('%s', async (_, before, change, expected) => {
    const repository = withRun();
    for (const step of before) commit(repository, step);
    expect(same(await everywhere(repository, change))).toEqual(expected);
  });

  it('a file that the run copied from where its lines end with a carriage return', async () => {
    const repository = withRun();
    const [copied, made] = [README, MADE].map((text) => text.replaceAll('\n', '\r\n'));
    repository.write({ [`../runs/${RUN}/crlf/README.md`]: copied!, [`../runs/${RUN}/crlf/made.md`]: made! });
    commit(repository, { files: { 'README.md': README }, date: BEFORE });
    const files = { 'docs/README.md': copied!, 'docs/made.md': made! };
    expect(same(await everywhere(repository, { files }))).toEqual(COPY('docs/made.md:1:1'));
  });

  it('whatever was committed when', async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'no text of the run');
    const step = fc.record({ name, isOld: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 4 }),
        fc.uniqueArray(name, { minLength: 2 }),
        async (steps, judged) => {
          const repository = withRun();
          const sorted = steps.toSorted((a, b) => Number(b.isOld) - Number(a.isOld));
          for (const [index, { name, isOld }] of sorted.entries()) {
            const date = isOld ? BEFORE : AFTER;
            commit(repository, { files: { [`${index}.md`]: doc(sentence(name)) }, date });
          }
          const held = new Set(steps.filter(({ isOld }) => isOld).map(({ name }) => name));
          const copies = judged.filter((name) => name.length === 1 && !held.has(name)).toSorted();
          const files = Object.fromEntries(judged.map((name) => [`docs/${name}.md`, doc(sentence(name))]));
          const found = same(await everywhere(repository, { files }));
          expect(found).toEqual(COPY(...copies.map((name) => `docs/${name}.md:3:1`)));
        },
      ),
      { numRuns: 3 },
    );
  });
});

describe('a change with a date before the run', () => {
  const old = { files: { 'README.md': README }, date: BEFORE };

  it.each<[string, Step[], Step, readonly string[]]>([
    [
      'is as new as what it stands on',
      [{ files: { 'README.md': README } }],
      { files: { 'a.md': doc(PRINTED) }, date: BEFORE },
      COPY('a.md:3:1'),
    ],
    [
      'is as new as its author says, where the committer says otherwise',
      [old],
      { files: { 'a.md': doc(PRINTED) }, date: BEFORE, authored: AFTER },
      COPY('a.md:3:1'),
    ],
    [
      'is as new as the times that it shows',
      [old],
      { files: { 'a.md': fenced(LOG) }, date: BEFORE },
      COPY('a.md:4:1'),
    ],
    [
      'is as new as the run that it names',
      [old],
      { files: { 'a.md': doc(`${PRINTED}\n\nSee ${RUN}.`) }, date: BEFORE },
      COPY('a.md:3:1'),
    ],
  ])('%s', async (_, before, change, expected) => {
    const repository = withRun();
    for (const step of before) commit(repository, step);
    expect(same(await everywhere(repository, change))).toEqual(expected);
  });

  const copy = { files: { 'a.md': doc(PRINTED) }, date: BEFORE };

  it('does not count where the default branch of the remote has not got it', async () => {
    const repository = withRun();
    commit(repository, old);
    publish(repository);
    expect(same(await everywhere(repository, copy))).toEqual(COPY('a.md:3:1'));
    expect(same(await everywhere(repository, { files: { 'docs/README.md': README } }))).toEqual([]);
  });

  // Nothing in a clone of one's own tells such a commit from one that was made when it says.
  it('excuses itself where nothing tells, until a range or a push brings it', async () => {
    const repository = withRun();
    commit(repository, old);
    const { treeAfter, rev, history, ...others } = await everywhere(repository, copy);
    expect(same(others)).toEqual(COPY('a.md:3:1'));
    expect({ treeAfter, rev, history }).toEqual({ treeAfter: [], rev: [], history: [] });
  });

  it('is found by a range, whatever other branches and the remote have by then', async () => {
    const repository = withRun();
    commit(repository, old);
    const base = repository.head()!;
    repository.git('checkout', '-q', '-b', 'side');
    commit(repository, { ...copy, message: 'the same on a branch' });
    repository.git('checkout', '-q', 'main');
    commit(repository, copy);
    const range = ['--no-cache', '--range', `${base}..main`];
    expect(await repository.findings(range)).toEqual(COPY('a.md:3:1'));
    publish(repository);
    expect(await repository.findings(range)).toEqual(COPY('a.md:3:1'));
  });

  it('is found by the hooks of a push, of a new branch too', async () => {
    const repository = withRun();
    commit(repository, { files: { 'parser.md': doc(sentence('held')) }, date: BEFORE });
    publish(repository);
    repository.git('checkout', '-q', '-b', 'topic');
    commit(repository, { ...copy, files: { ...copy.files, 'b.md': doc(sentence('held')) } });
    const head = repository.git('rev-parse', 'HEAD').trim();
    const zeros = '0'.repeat(40);
    const sent = { input: `refs/heads/topic ${head} refs/heads/topic ${zeros}\n` };
    expect(await repository.findings(['pre-push', 'origin'], sent)).toEqual(COPY('a.md:3:1'));
    // The server has the commits, and no branch that leads to them yet.
    repository.git('checkout', '-q', 'main');
    repository.git('branch', '-q', '-D', 'topic');
    repository.git('remote', 'remove', 'origin');
    const received = { input: `${zeros} ${head} refs/heads/topic\n` };
    expect(await repository.findings(['pre-receive'], received)).toEqual(COPY('a.md:3:1'));
  });
});

describe('where it cannot be told what was held before', () => {
  it('as in a shallow clone, nothing was', async () => {
    const repository = withRun();
    commit(repository, { files: { 'parser.md': doc(sentence('held')) }, date: BEFORE });
    expect(await repository.findings(['--no-cache'])).toEqual([]);
    commit(repository, { files: { 'b.md': doc('Nothing.') } });
    repository.git('clone', '-q', '--bare', '.', '../origin.git');
    repository.git('remote', 'add', 'origin', `file://${join(dirname(repository.root), 'origin.git')}`);
    repository.git('fetch', '-q', '--depth', '1', 'origin', 'main');
    repository.git('checkout', '-q', '--orphan', 'fresh', 'FETCH_HEAD');
    repository.git('rev-parse', '--is-shallow-repository');
    expect(await repository.findings(['--no-cache'])).toEqual(COPY('parser.md:3:1'));
  });

  it('as before the first commit, nothing was', async () => {
    const repository = withRun();
    repository.git('checkout', '-q', '--orphan', 'fresh');
    repository.git('branch', '-q', '-D', 'main');
    repository.write({ 'parser.md': doc(sentence('held')) }).add();
    for (const args of [[], ['--staged']])
      expect(await repository.findings(['--no-cache', ...args])).toEqual(COPY('parser.md:3:1'));
  });
});
