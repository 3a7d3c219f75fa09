import { describe, expect, it } from 'vitest';
import { suppression } from '../../../rules/policy/suppression.ts';
import { corePromotion } from '../../../rules/sot/core-promotion.ts';
import { judge } from '../judge.ts';

const PROMOTED = { 'a/.sot/p.md': '---\ncore_promotion_status: promoted\n---\n' };
const FINDING =
  'a/.sot/p.md:2:24 `core_promotion_status` is to be not-promoted: a local document does not promote itself.';

function excused(files: Readonly<Record<string, string>>, entry: object, changed?: readonly string[]) {
  const own = {
    rule: 'sot/core-promotion',
    path: 'a/**',
    reason: 'known',
    owner: 'ada',
    expires: '2026-06-15',
  };
  const policy = { suppress: [{ ...own, ...entry }] };
  return judge([corePromotion, suppression], files, { policy, ...(changed ? { changed } : {}) });
}

describe('a suppression', () => {
  it('excuses to its last day, and from the next day on is a finding and excuses nothing', async () => {
    expect(await excused(PROMOTED, {})).toEqual([]);
    expect(await excused(PROMOTED, { expires: '2026-06-14' })).toEqual([
      FINDING,
      'test:1:1 This suppression of sot/core-promotion has expired and excuses nothing.',
    ]);
  });
  it('excuses its own place and its own fingerprint only', async () => {
    const unused = 'test:1:1 This suppression of sot/core-promotion excuses nothing any more.';
    expect(await excused(PROMOTED, { path: 'b/**' })).toEqual([FINDING, unused]);
    expect(await excused(PROMOTED, { fingerprint: '0'.repeat(32) })).toEqual([FINDING, unused]);
  });
  it('is told to be unused only where the whole tree is judged', async () => {
    const mended = { 'a/.sot/p.md': '---\ncore_promotion_status: not-promoted\n---\n' };
    expect(await excused(mended, {})).toHaveLength(1);
    expect(await excused(mended, {}, ['a/.sot/p.md'])).toEqual([]);
  });
});
