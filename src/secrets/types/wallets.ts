import type { TokenType } from './token-type.ts';

/** Keys that are money, or a person's name, by themselves. */
export const WALLETS: readonly TokenType[] = [
  {
    // 78 bytes in base58 with a checksum. SLIP-132 has other letters in front for other kinds of addresses. Specifications
    // and tests are full of keys that nobody uses.
    type: 'extended-private-key',
    vendor: 'Bitcoin',
    prefix: ['xprv9', 'yprvA', 'zprvA'],
    body: /[1-9A-HJ-NP-Za-km-z]{106}(?![0-9A-Za-z])/,
    entropy: 4,
    certainty: 'likely',
    source: 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki#serialization-format',
  },
  {
    // 32 bytes and a checksum in bech32.
    type: 'nostr-private-key',
    vendor: 'Nostr',
    prefix: 'nsec1',
    body: /[02-9ac-hj-np-z]{58}(?![0-9A-Za-z])/,
    entropy: 3.5,
    source: 'https://github.com/nostr-protocol/nips/blob/master/19.md',
  },
];
