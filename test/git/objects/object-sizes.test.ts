import { describe, expect, it } from 'vitest';
import { objectSizes } from '../../../src/git/objects/object-sizes.ts';
import { Temporary } from '../temporary.ts';

async function sizesOf(made: Temporary, ids: readonly string[]) {
  const sizes: (number | undefined)[] = [];
  for await (const size of objectSizes(await made.open(), ids)) sizes.push(size);
  return sizes;
}

describe('sizes of objects', () => {
  it('come in turn, of one that is missing none', async () => {
    const made = Temporary.init();
    const ids = [made.blob('one'), '12'.repeat(20), made.blob(''), made.blob('one')];
    expect(await sizesOf(made, ids)).toEqual([3, undefined, 0, 3]);
  });

  it('are told of more objects than a pipe takes ids of at once', async () => {
    const made = Temporary.init();
    const ids = new Array<string>(10_000).fill(made.blob('ten bytes.'));
    expect(await sizesOf(made, ids)).toEqual(ids.map(() => 10));
  });

  it('are none of nothing', async () => {
    expect(await sizesOf(Temporary.init(), [])).toEqual([]);
  });
});
