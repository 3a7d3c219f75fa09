import { scrypt, scryptSync } from 'node:crypto';

/**
 * Cost of one guess: 16 MB and some 40 ms of one core (N = 2^14, r = 8, p = 1). A report's fingerprint confirms a guess
 * no cheaper than that: a list of a million passwords takes half a day on one core, a drawn token is out of reach.
 * A short password from such a list can still be confirmed: fingerprints are as public as the policy that holds them.
 */
const COST = { N: 2 ** 14, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 16;

/** A constant of the project: a fingerprint must not change from machine to machine. */
const PROJECT_SALT = 'cto-lint/secret-fingerprint/1';

function inputs(secret: string, salt: string): [secret: string, salt: string] {
  return [secret.normalize('NFC'), `${PROJECT_SALT}\n${salt}`];
}

/** 32 hexadecimal digits; the same for the same secret and salt (the rule's id), wherever the secret stands. */
export function fingerprintSecretSync(secret: string, salt: string): string {
  return scryptSync(...inputs(secret, salt), BYTES, COST).toString('hex');
}

export function fingerprintSecret(secret: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(...inputs(secret, salt), BYTES, COST, (error, key) => {
      if (error) reject(new Error('a fingerprint could not be made', { cause: error }));
      else resolve(key.toString('hex'));
    });
  });
}
