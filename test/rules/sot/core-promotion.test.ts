import { describe, expect, it } from 'vitest';
import { corePromotion } from '../../../rules/sot/core-promotion.ts';
import { judge } from '../judge.ts';

const PROMOTED = '`core_promotion_status` is to be not-promoted: a local document does not promote itself.';
const RESEMBLES =
  'This key only resembles `core_promotion_status`: write it exactly, with the value not-promoted.';

describe('no document promotes itself', () => {
  it.each([
    ['---\ncore_promotion_status: not-promoted\n---\n', []],
    ['---\ncore_promotion_status: "not-promoted"\n---\n', []],
    ['---\ncore_promotion_status: promoted\n---\n', [`a/.sot/p.md:2:24 ${PROMOTED}`]],
    ['---\ncore_promotion_status: Not-Promoted\n---\n', [`a/.sot/p.md:2:24 ${PROMOTED}`]],
    ['---\ncore-promotion-status: promoted\n---\n', [`a/.sot/p.md:2:1 ${RESEMBLES}`]],
    [
      '---\ncore_promotion_status: not-promoted\n---\n\n- core_promotion_status: promoted.\n',
      [`a/.sot/p.md:5:26 ${PROMOTED}`],
    ],
    ['---\ncore_promotion_status: not-promoted\n---\n\nA promoted plan would say so.\n', []],
  ])('%j', async (text, expected) => {
    expect(await judge(corePromotion, { 'a/.sot/p.md': text })).toEqual(expected);
  });
});
