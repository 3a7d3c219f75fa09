import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readAll } from '../../../src/commands/opening/input.ts';

/** Chunks as they come, and an error behind them. */
function stream(chunks: readonly string[], error?: Error): Readable {
  return Readable.from(
    (async function* () {
      yield* chunks.map((chunk) => Buffer.from(chunk));
      if (error) throw error;
    })(),
  );
}

describe('reading all of a stream', () => {
  it.each([
    [[], 0, ''],
    [[], 4, ''],
    [['ab', 'cd'], 4, 'abcd'],
    [['ab', 'cde'], 4, 'too-large'],
    [['abcde'], 4, 'too-large'],
    [['abcde', 'f', 'g'], 4, 'too-large'],
    [['a'], 0, 'too-large'],
  ] as const)('%j, up to %d bytes, is %j', async (chunks, maxBytes, read) => {
    expect(String(await readAll(stream(chunks), maxBytes))).toBe(read);
  });

  it('leaves nothing for its writer to fail on', async () => {
    const input = stream(['abcde', 'f', 'g']);
    await readAll(input, 4);
    expect(input.readableEnded).toBe(true);
  });

  it.each([[[]], [['ab']], [['abcde']]])('says that it failed behind %j', async (chunks) => {
    const failed = readAll(stream(chunks, new Error('EISDIR: a secret')), 4);
    await expect(failed).rejects.toThrow(/^Standard input cannot be read\.$/);
  });
});
