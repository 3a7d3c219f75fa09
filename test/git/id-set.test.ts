import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { IdSet } from '../../src/git/id-set.ts';

it.each(['sha1', 'sha256'])('holds many ids of %s, each once', (format) => {
  const ids = Array.from({ length: 20_000 }, (_, index) =>
    createHash(format).update(`${index}`).digest('hex'),
  );
  const set = new IdSet();
  expect(ids.every((id) => set.add(id))).toBe(true);
  expect(ids.some((id) => set.add(id))).toBe(false);
  expect(ids.every((id) => set.has(id))).toBe(true);
  expect(set.has(createHash(format).update('other').digest('hex'))).toBe(false);
  expect(set.size).toBe(20_000);
});

it('tells ids apart that begin or end alike', () => {
  const set = new IdSet();
  const ids = ['12', '13'].flatMap((last) => [`${'ab'.repeat(19)}${last}`, `${last}${'ab'.repeat(19)}`]);
  expect(ids.map((id) => set.add(id))).toEqual([true, true, true, true]);
});
