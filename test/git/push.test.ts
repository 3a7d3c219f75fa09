import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCommits } from '../../src/git/commits/commit-list.ts';
import { parsePrePush, parsePreReceive } from '../../src/git/ranges/push-lines.ts';
import { pushedRefs, type Receiver } from '../../src/git/ranges/push-range.ts';
import { walkSelection } from '../../src/git/ranges/range.ts';
import type { Repository } from '../../src/git/repository/repository.ts';
import { ENVIRONMENT, Temporary } from './temporary.ts';

const [ONE, TWO, ZERO] = ['12'.repeat(20), '34'.repeat(20), '0'.repeat(40)] as const;

describe('reading standard input', () => {
  it('of pre-push: every line, deletions, new refs, expressions', () => {
    const input = [
      `refs/heads/a ${ONE} refs/heads/b ${TWO}`,
      `(delete) ${ZERO} refs/heads/old ${TWO}`,
      `HEAD@{1 day ago} ${ONE} refs/heads/new ${ZERO}`,
      '',
    ].join('\n');
    expect(parsePrePush(input)).toEqual([
      { ref: 'refs/heads/b', from: TWO, to: ONE },
      { ref: 'refs/heads/old', from: TWO, to: undefined },
      { ref: 'refs/heads/new', from: undefined, to: ONE },
    ]);
  });

  it('of pre-receive: every line, SHA-256 too', () => {
    const [one, zero] = ['ab'.repeat(32), '0'.repeat(64)];
    expect(parsePreReceive(`${ONE} ${TWO} refs/heads/a\n${zero} ${one} refs/tags/t\n`)).toEqual([
      { ref: 'refs/heads/a', from: ONE, to: TWO },
      { ref: 'refs/tags/t', from: undefined, to: one },
    ]);
  });

  it.each([`${ONE} ${TWO}`, `${ONE} ${TWO} a b c`, `x ${TWO} refs/heads/a`, `${ONE}  refs/heads/a`, '\0'])(
    'refuses %j',
    (line) => {
      expect(() => parsePreReceive(line)).toThrow(/standard input/);
      expect(() => parsePrePush(line.replace(' a b c', ''))).toThrow(/standard input/);
    },
  );

  it('of nothing gives nothing', () => {
    expect(parsePrePush('')).toEqual([]);
    expect(parsePreReceive('\n')).toEqual([]);
  });
});

async function brought(
  repository: Repository,
  input: string,
  receiver: Receiver,
): Promise<Record<string, string[]>> {
  const updates = receiver.hook === 'pre-push' ? parsePrePush(input) : parsePreReceive(input);
  const found: Record<string, string[]> = {};
  for (const { ref, selection } of await pushedRefs(repository, updates, receiver)) {
    found[ref] = [];
    for await (const step of walkSelection(repository, selection, await listCommits(repository, selection))) {
      if (step.kind === 'blob') found[ref].push('left over');
      else found[ref].push(...step.brought.map(({ path }) => path));
    }
  }
  return found;
}

/** A bare repository, and a clone that has pushed its first commit to it. */
function pair(): { bare: Temporary; work: Temporary } {
  const bare = Temporary.init('--bare');
  const work = Temporary.init();
  work.git('remote', 'add', 'origin', bare.root);
  work.commit({ a: '1' });
  work.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  return { bare, work };
}

describe('what a push brings', () => {
  it('to a server, with objects in quarantine, several refs at once', async () => {
    const { bare, work } = pair();
    work.commit({ b: '2' });
    work.git('branch', 'new');
    work.git('tag', '--annotate', '--message', 'x', 'v1', 'main~1');
    work.git('tag', 'blob', work.blob('tagged'));
    // New objects are in the quarantine alone, and only while the hook runs: a copy is looked at afterwards.
    const hook = join(bare.root, 'hooks/pre-receive');
    writeFileSync(
      hook,
      '#!/bin/sh\ncat > told\necho $GIT_OBJECT_DIRECTORY > where\ncp -r "$GIT_QUARANTINE_PATH" kept\nexit 1\n',
    );
    chmodSync(hook, 0o755);
    expect(() => work.git('push', '--quiet', 'origin', 'main', 'new', 'v1', 'blob')).toThrow();
    expect(readFileSync(join(bare.root, 'where'), 'utf8')).toMatch(/incoming|quarantine/);
    const env = {
      ...ENVIRONMENT,
      GIT_DIR: '.',
      GIT_OBJECT_DIRECTORY: './kept',
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(bare.root, 'objects'),
      GIT_QUARANTINE_PATH: join(bare.root, 'kept'),
    };
    const repository = await bare.open({ hook: true, env });
    const input = readFileSync(join(bare.root, 'told'), 'utf8');
    expect(await brought(repository, input, { hook: 'pre-receive' })).toEqual({
      'refs/heads/main': ['b'],
      'refs/heads/new': ['b'],
      'refs/tags/v1': [],
      'refs/tags/blob': ['left over'],
    });
  });

  it('from a clone: only what the remote does not have', async () => {
    const { work } = pair();
    const old = work.git('rev-parse', 'HEAD');
    const head = work.commit({ b: '2' });
    const receiver: Receiver = { hook: 'pre-push', remote: 'origin' };
    const repository = await work.open();
    expect(
      await brought(
        repository,
        `refs/heads/main ${head} refs/heads/main ${old}\nrefs/heads/main ${head} refs/heads/new ${ZERO}\n(delete) ${ZERO} refs/heads/gone ${old}\n`,
        receiver,
      ),
    ).toEqual({ 'refs/heads/main': ['b'], 'refs/heads/new': ['b'] });
    expect(await brought(repository, `refs/heads/main ${old} refs/heads/other ${ZERO}\n`, receiver)).toEqual({
      'refs/heads/other': [],
    });
  });

  it('all of it where the remote is an address or the old value is not known', async () => {
    const { work } = pair();
    const head = work.commit({ b: '2' });
    const repository = await work.open();
    const line = `refs/heads/main ${head} refs/heads/main ${ONE}\n`;
    expect(await brought(repository, line, { hook: 'pre-push', remote: 'file:///x y' })).toEqual({
      'refs/heads/main': ['a', 'b'],
    });
    expect(await brought(repository, line, { hook: 'pre-push', remote: 'origin' })).toEqual({
      'refs/heads/main': ['b'],
    });
  });

  it('finds a blob that a tag points to, and says that it is no commit', async () => {
    const { work } = pair();
    const blob = work.blob('tagged');
    const repository = await work.open();
    const line = `refs/tags/t ${blob} refs/tags/t ${ZERO}\n`;
    expect(await brought(repository, line, { hook: 'pre-push', remote: 'origin' })).toEqual({
      'refs/tags/t': ['left over'],
    });
    const [pushed] = await pushedRefs(repository, parsePrePush(line), { hook: 'pre-push', remote: 'origin' });
    expect(pushed!.range).toBeUndefined();
  });

  it('is an error where the new value is not here', async () => {
    const { work } = pair();
    const line = `refs/heads/x ${ONE} refs/heads/x ${ZERO}\n`;
    await expect(
      brought(await work.open(), line, { hook: 'pre-push', remote: 'origin' }),
    ).rejects.toMatchObject({
      name: 'GitError',
    });
  });
});
