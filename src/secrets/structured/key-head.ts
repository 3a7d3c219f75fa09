/**
 * How keys begin before anything of them is told: lengths, version and algorithm, in base64. A dot stands for a
 * character of a length, which differs from key to key.
 */
const HEADS = [
  // PKCS #8 with rsaEncryption (RFC 5958, RFC 8017) up to the modulus, and RSAPrivateKey alone.
  'MII...IBADANBgkqhkiG9w0BAQEFAASC...wgg..AgEAAo....',
  'MII...IBAAK.....',
  // PKCS #8 with id-ecPublicKey of P-256 and P-384 (RFC 5915) up to the scalar, and of Ed25519 and X25519 (RFC 8410).
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQ.',
  'MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBD..',
  'MC4CAQAwBQYDK2V.BCIEI.',
  // EncryptedPrivateKeyInfo with PBES2 and PBKDF2 (RFC 8018, A.4) up to the salt, of long keys and of short ones.
  'MII...B.BgkqhkiG9w0BBQ0w..A.BgkqhkiG9w0BBQww..Q.',
  'MIG.M..GCSqGSIb3DQEFDTB.M..GCSqGSIb3DQEFDDA.BA.',
  // OpenSSH's own, which a public key follows, and with bcrypt.
  'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAA...AAA..zc2g....',
  'b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAAB..',
];

/** Less in common with one of them is chance. */
const LEAST_IN_COMMON = 8;

/** How many characters of a run of base64 are such a beginning. */
export function lengthOfHead(run: string): number {
  let longest = 0;
  for (const head of HEADS) {
    let length = 0;
    while (
      length < Math.min(head.length, run.length) &&
      (head[length] === '.' || head[length] === run[length])
    )
      length++;
    longest = Math.max(longest, length);
  }
  return longest < LEAST_IN_COMMON ? 0 : longest;
}
