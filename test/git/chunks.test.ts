import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Chunks } from '../../src/git/chunks.ts';

/** All that comes, as text, until nothing comes any more. */
async function textOf(chunks: Chunks): Promise<string> {
  let text = '';
  for (;;) {
    const chunk = chunks.take();
    if (chunk !== undefined) text += chunk.toString('latin1');
    else if (chunks.isOver) return text;
    else await chunks.change();
  }
}

describe('what a stream writes', () => {
  it('is taken in its order, to the end', async () => {
    const stream = new PassThrough();
    const text = textOf(new Chunks(stream));
    stream.write('one ');
    setImmediate(() => {
      stream.write('two ');
      stream.end('three');
    });
    expect(await text).toBe('one two three');
  });

  it('is taken where it came, and ended, before anybody asked', async () => {
    const stream = new PassThrough();
    const chunks = new Chunks(stream);
    stream.end('all of it');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await textOf(chunks)).toBe('all of it');
  });

  it('is nothing where it ended with nothing', async () => {
    const stream = new PassThrough();
    const text = textOf(new Chunks(stream));
    stream.end();
    expect(await text).toBe('');
  });

  it.each([
    ['fails', new Error('broken pipe')],
    ['is closed', undefined],
  ])('is over where it %s while it is waited for', async (_, error) => {
    const stream = new PassThrough();
    const chunks = new Chunks(stream);
    expect(chunks.take()).toBeUndefined();
    expect(chunks.isOver).toBe(false);
    setImmediate(() => stream.destroy(error));
    expect(await textOf(chunks)).toBe('');
    expect(chunks.isOver).toBe(true);
    expect(chunks.take()).toBeUndefined();
    await chunks.change();
  });
});
