import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifySignatures } from '../../../src/git/commits/signatures.ts';
import { toObjectId } from '../../../src/git/object-id.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Temporary } from '../temporary.ts';

function key(): { file: string; line: string } {
  const file = join(temporaryFolder('shared'), 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file]);
  return { file, line: readFileSync(`${file}.pub`, 'utf8').trim() };
}

function signed(made: Temporary, file: string, text: string): string {
  made.write('a', text);
  made.git('add', 'a');
  made.git(
    '-c',
    'gpg.format=ssh',
    '-c',
    `user.signingKey=${file}`,
    'commit',
    '--quiet',
    '-S',
    '--message',
    text,
  );
  return made.git('rev-parse', 'HEAD');
}

it('tells who of the list signed, and that nobody of it did', async () => {
  const made = Temporary.init();
  const [ann, eve] = [key(), key()];
  const none = made.commit({ a: '0' });
  const byAnn = signed(made, ann.file, '1');
  const byEve = signed(made, eve.file, '2');
  const altered = made.gitBytes(['cat-file', 'commit', byAnn]).toString().replace('\n\n1\n', '\n\nother\n');
  const bad = made.gitBytes(['hash-object', '-t', 'commit', '-w', '--stdin'], altered).toString().trim();
  const ids = [none, byAnn, byEve, bad].map((id) => toObjectId(id)!);
  const found = await verifySignatures(await made.open(), ids, `ann@example.org ${ann.line}\n`);
  expect(ids.map((id) => found.get(id))).toEqual([
    { kind: 'none' },
    { kind: 'good', signer: 'ann@example.org' },
    { kind: 'unknown' },
    { kind: 'bad' },
  ]);
  const nobody = await verifySignatures(await made.open(), ids.slice(1, 2), '');
  expect(nobody.get(ids[1]!)).toEqual({ kind: 'unknown' });
});

it('takes neither signers nor programs from the configuration', async () => {
  const made = Temporary.init();
  const [ann, eve] = [key(), key()];
  const id = toObjectId(signed(made, eve.file, '1'))!;
  const mark = join(made.root, '.git/ran');
  made.write('.git/signers', `eve@example.org ${eve.line}\n`);
  made.git('config', 'gpg.ssh.allowedSignersFile', join(made.root, '.git/signers'));
  for (const name of ['gpg.program', 'gpg.ssh.program', 'gpg.ssh.defaultKeyCommand'])
    made.git('config', name, `touch ${mark}`);
  const found = await verifySignatures(await made.open(), [id], `ann@example.org ${ann.line}\n`);
  expect(found.get(id)).toEqual({ kind: 'unknown' });
  expect(existsSync(mark)).toBe(false);
});

it('leaves an OpenPGP signature unverified', async () => {
  const made = Temporary.init();
  const plain = made.gitBytes(['cat-file', 'commit', made.commit({ a: '1' })]).toString();
  const header = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----\n';
  const raw = plain.replace('\n\n', `\n${header}\n`);
  const id = toObjectId(
    made.gitBytes(['hash-object', '-t', 'commit', '-w', '--stdin'], raw).toString().trim(),
  )!;
  const found = await verifySignatures(await made.open(), [id], '');
  expect(found.get(id)?.kind).not.toBe('good');
});
