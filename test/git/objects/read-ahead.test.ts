import { describe, expect, it } from 'vitest';
import { readAhead } from '../../../src/git/objects/read-ahead.ts';

const CHUNKS = ['one', 'two', 'three'].map((text) => Buffer.from(text));

async function* chunksOf(told: string[], failure?: Error): AsyncGenerator<Buffer> {
  for (const chunk of CHUNKS) {
    told.push(chunk.toString());
    yield chunk;
  }
  if (failure) throw failure;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function textsOf(chunks: AsyncIterable<Buffer>): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const chunk of chunks) texts.push(chunk.toString());
  return texts;
}

describe('reading ahead', () => {
  it('gives every chunk in turn, all of them read before one is asked for', async () => {
    const told: string[] = [];
    const ahead = readAhead(chunksOf(told));
    await turn();
    expect(told).toEqual(['one', 'two', 'three']);
    expect(await textsOf(ahead)).toEqual(['one', 'two', 'three']);
  });

  it('holds no more than it may', async () => {
    const told: string[] = [];
    const ahead = readAhead(chunksOf(told), 5);
    await turn();
    expect(told).toEqual(['one', 'two']);
    expect(await textsOf(ahead)).toEqual(['one', 'two', 'three']);
  });

  it('waits for what comes later', async () => {
    const later = async function* () {
      for (const chunk of CHUNKS) {
        await turn();
        yield chunk;
      }
    };
    expect(await textsOf(readAhead(later()))).toEqual(['one', 'two', 'three']);
  });

  it('throws behind the last chunk what went wrong, and nothing where nobody asks', async () => {
    const failure = new Error('broken');
    const ahead = readAhead(chunksOf([], failure));
    readAhead(chunksOf([], failure));
    await turn();
    for (const text of ['one', 'two', 'three']) expect((await ahead.next()).value?.toString()).toBe(text);
    await expect(ahead.next()).rejects.toBe(failure);
  });
});
