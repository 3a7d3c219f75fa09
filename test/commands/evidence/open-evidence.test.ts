import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEvidence } from '../../../src/commands/evidence/open-evidence.ts';
import type { Io } from '../../../src/commands/printing/output.ts';
import { writeIndex } from '../../../src/evidence/index/index-file.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { HELD, KEY, PRINTED, partOf, RUN } from '../../evidence/run.ts';
import { ENVIRONMENT, Temporary } from '../../git/temporary.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TRACE = `${[PRINTED, HELD].map((stdout) => JSON.stringify({ tool: 'bash', stdout })).join('\n')}\n`;

function runsIn(): string {
  const root = temporaryFolder('shared');
  const path = join(root, RUN, 'trace.jsonl');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, TRACE);
  return root;
}

interface Case {
  readonly roots?: readonly string[];
  readonly index?: string;
  readonly texts?: readonly string[];
  readonly key?: string;
  /** Leaves the commit that holds `HELD` out of the past. */
  readonly judgesHeld?: boolean;
}

async function opened(made: Temporary, { roots = [], index, texts = [], key, judgesHeld = false }: Case) {
  const repository = await made.open();
  const head = repository.head!;
  const io = {
    terminal: { out: false, err: false, columns: 80 },
    env: { ...ENVIRONMENT, HOME: '/nonexistent', ...(key ? { CTO_LINT_EVIDENCE_KEY: key } : {}) },
  };
  return await openEvidence({
    progress: { at: async () => undefined, clear: () => undefined },
    repository,
    policy: { evidence: { roots, references: [], index } } as unknown as Policy,
    io: io as unknown as Io,
    readIndexTexts: async () => texts,
    ...(judgesHeld ? { brought: { after: [], selection: { tips: [head], not: [] } } } : {}),
  });
}

function repository(): Temporary {
  const made = Temporary.init();
  made.commit({ 'docs/parser.md': `# Parser\n\n${HELD}\n` }, 'Describe the parser');
  return made;
}

const keyed = writeIndex([partOf({ 'trace.jsonl': TRACE })], KEY);

describe('where copies are looked for', () => {
  it('in the runs at hand first, without what the repository held before', async () => {
    const { mode, find } = await opened(repository(), { roots: [runsIn()], index: 'x', texts: ['damaged'] });
    expect(mode).toBe('roots');
    expect(await find!(`# Notes\n\n${PRINTED}\n`)).toMatchObject([{ source: { run: RUN, line: 1 } }]);
    expect(await find!(`# Notes\n\n${HELD}\n`)).toEqual([]);
  });

  it('what is judged excuses nothing', async () => {
    const { find } = await opened(repository(), { roots: [runsIn()], judgesHeld: true });
    expect(await find!(`# Notes\n\n${HELD}\n`)).toHaveLength(1);
  });

  it('reads each run once', async () => {
    const made = repository();
    const roots = [runsIn()];
    await opened(made, { roots });
    const cache = () => readdirSync(join(made.root, '.git', 'cto-lint', 'evidence')).sort();
    const before = cache();
    expect(before).toHaveLength(2);
    const { find } = await opened(made, { roots });
    expect(await find!(`# Notes\n\n${PRINTED}\n`)).toHaveLength(1);
    writeFileSync(join(roots[0]!, RUN, 'test.log'), 'another file of the run\n');
    await opened(made, { roots });
    expect(cache()).toHaveLength(3);
  });

  it('in the committed index, where no run is at hand', async () => {
    const { mode, find } = await opened(repository(), {
      roots: ['/nowhere/*/runs'],
      index: 'x',
      texts: [keyed],
      key: KEY,
    });
    expect(mode).toBe('index');
    expect(await find!(`# Notes\n\n${PRINTED}\n`)).toMatchObject([
      { source: { run: RUN, file: 'trace.jsonl', line: 1 } },
    ]);
  });

  it('in an index without a key, also where a key is set', async () => {
    const keyless = writeIndex([partOf({ 'trace.jsonl': TRACE }, null)], undefined);
    const { find } = await opened(repository(), { index: 'x', texts: [keyless], key: KEY });
    expect(await find?.(`# Notes\n\n${PRINTED} It took 3117 ms.\n`)).toHaveLength(1);
    await expect(opened(repository(), { index: 'x', texts: [keyless, keyed], key: KEY })).rejects.toThrow(
      /key/,
    );
  });

  it('in nothing but structure, where the key of the index is missing, and says so', async () => {
    const { mode, notJudged } = await opened(repository(), { index: 'x', texts: [keyed] });
    expect(mode).toBe('structure');
    expect(notJudged).toMatchObject([{ what: 'EVI-1' }]);
  });

  it('in what can be read of the roots, and says that something cannot', async () => {
    const closed = `/${'a'.repeat(300)}`;
    const { mode, find, notJudged } = await opened(repository(), { roots: [closed, runsIn()] });
    expect([mode, notJudged]).toMatchObject([
      'roots',
      [{ what: 'EVI-1', why: expect.stringContaining('root') }],
    ]);
    expect(await find!(`# Notes\n\n${PRINTED}\n`)).toHaveLength(1);
    expect(await opened(repository(), { roots: [closed] })).toMatchObject({
      mode: 'structure',
      notJudged: [{ what: 'EVI-1' }],
    });
  });

  // The user that runs everything in a container may read what nobody may.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'in a run but for its closed files',
    async () => {
      const root = runsIn();
      writeFileSync(join(root, RUN, 'test.log'), 'closed\n', { mode: 0 });
      const { notJudged } = await opened(repository(), { roots: [root] });
      expect(notJudged).toMatchObject([{ what: 'EVI-1' }]);
    },
  );

  it('in nothing but structure, where there is no index', async () => {
    const { mode, find, notJudged } = await opened(repository(), {});
    expect([mode, notJudged]).toEqual(['structure', []]);
    expect(find).toBeUndefined();
  });

  it.each([
    ['missing', [], KEY],
    ['of another version', [keyed.replace('"version":1', '"version":3')], KEY],
    ['of another key', [keyed], 'another'],
    ['damaged', ['{'], KEY],
  ])('an index that is %s ends the check', async (_, texts, key) => {
    await expect(opened(repository(), { index: 'x', texts, key })).rejects.toThrow(/evidence index/);
  });
});
