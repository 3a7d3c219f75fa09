import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const HEX = '0123456789abcdef';
const uuid = [8, 4, 4, 4, 12].map((length, at) => drawn(length, HEX, 400 + at)).join('-');
const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

describe('what only begins as a token does', () => {
  it.each([
    `session sess-${drawn(40, HEX, 411)} was resumed`,
    `session sess-${uuid}`,
    'used as-needed-with-this, as-soon-as-possible2Times',
    `.canvas-as-${drawn(22, undefined, 412)} {}`,
    'table xau_usd_hourly_candles_2024_01_02_03_04_05',
    'nostr keys begin with nsec1, public ones with npub1',
    'the BIP says xprv9 and xpub6',
  ])('is none: %s', (text) => expect(found(text, 'a.md')).toEqual([]));

  it.each([
    ['certain', `sess-${drawn(40, undefined, 413)}`],
    ['certain', `as-${drawn(22, undefined, 414)}`],
    ['certain', `st.${uuid}.${drawn(32, HEX, 415)}.${drawn(32, HEX, 416)}`],
    ['certain', `sk_org_live_${drawn(107, undefined, 417)}`],
    // A specification's keys and a person's look alike.
    ['likely', `xprv9${drawn(106, base58, 418)}`],
  ] as const)('is one: %s %s', (certainty, token) =>
    expect(found(`it prints ${token} here`, 'a.md')).toEqual([[token, certainty]]),
  );
});
