import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitError, malformed } from '../git-error.ts';
import { type ObjectId, toObjectId } from '../object-id.ts';
import { gitOutput } from '../process.ts';
import { findProgram } from '../program.ts';
import type { Repository } from '../repository/repository.ts';

const STEP = 'verifying signatures';

/**
 * What git says of a commit's signature. `good`: by a signer of the list, whose principal it names. `unknown`: in order,
 * but by nobody of the list, or of a kind that is not looked at (OpenPGP, X.509). `bad`: of other content, or expired.
 */
export type Signature =
  | { readonly kind: 'good'; readonly signer: string }
  | { readonly kind: 'none' | 'bad' | 'unknown' };

/** `%G?` of https://git-scm.com/docs/git-log#_pretty_formats */
const KINDS: Readonly<Record<string, 'none' | 'bad' | 'unknown'>> = {
  N: 'none',
  B: 'bad',
  X: 'bad',
  Y: 'bad',
  R: 'bad',
  U: 'unknown',
  E: 'unknown',
};

/** Of the commands that take a list of commits only `log` reads the settings of signatures. It shows no difference. */
const LOG = [
  'log',
  '--no-walk=unsorted',
  '--stdin',
  '--no-patch',
  '--no-show-signature',
  '--no-decorate',
  '--no-notes',
  '--no-color',
  '--format=tformat:%H%x00%G?%x00%GS%x00',
];

function signatureOf(letter: string, signer: string): Signature {
  if (letter === 'G' && signer !== '') return { kind: 'good', signer };
  return { kind: KINDS[letter] ?? 'unknown' };
}

function parse(output: Buffer): ReadonlyMap<ObjectId, Signature> {
  const signatures = new Map<ObjectId, Signature>();
  const fields = output.toString('utf8').split('\0');
  if (fields.pop() !== '\n') throw malformed(STEP);
  for (let at = 0; at < fields.length; at += 3) {
    // Before each but the first stands the newline that ended the one before.
    const id = toObjectId(fields[at]!.replace('\n', ''));
    if (id === undefined || fields[at + 2] === undefined) throw malformed(STEP);
    signatures.set(id, signatureOf(fields[at + 1]!, fields[at + 2]!));
  }
  return signatures;
}

/**
 * Has git verify the SSH signatures of commits against these signers and no others: whatever keys, lists and programs the
 * repository's configuration names are set aside. One process of git, which starts `ssh-keygen` for each signed commit.
 * @param allowedSigners the text of an allowed signers file, as in ssh-keygen(1)
 */
export async function verifySignatures(
  repository: Repository,
  commits: readonly ObjectId[],
  allowedSigners: string,
): Promise<ReadonlyMap<ObjectId, Signature>> {
  if (commits.length === 0) return new Map();
  const verifier = findProgram('ssh-keygen', repository.git.env.PATH ?? '');
  if (verifier === undefined) {
    throw new GitError(
      'ssh-keygen was not found on PATH, and git needs it for signatures',
      'install OpenSSH 8.2 or newer',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'cto-lint-'));
  try {
    const file = join(folder, 'allowed-signers');
    writeFileSync(file, allowedSigners, { mode: 0o600 });
    const settings = [
      `gpg.ssh.program=${verifier}`,
      `gpg.ssh.allowedSignersFile=${file}`,
      'gpg.ssh.revocationFile=',
      'gpg.minTrustLevel=fully',
    ];
    const overrides = [...repository.git.overrides, ...settings.flatMap((setting) => ['-c', setting])];
    const output = await gitOutput(
      { ...repository.git, overrides },
      STEP,
      LOG,
      commits.map((id) => `${id}\n`).join(''),
    );
    const signatures = parse(output);
    if (commits.some((id) => !signatures.has(id))) throw malformed(STEP);
    return signatures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
