import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = ['ts', 'py', 'md', 'json', 'go', 'yaml', 'txt'];
const WORDS =
  'plan value return import function export const decision item branch review timeout result list map key name part'.split(
    ' ',
  );

/** Text that no two files share, the same in every run. */
function textOf(number) {
  const lines = [];
  for (let line = 0; line < 20; line++) {
    const words = Array.from(
      { length: 10 },
      (_, at) => WORDS[(number * 7 + line * 31 + at * 13) % WORDS.length],
    );
    lines.push(`${words.join(' ')} ${number}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A repository of so many committed files, 200 to a folder. */
export function makeTreeRepository(repository, files) {
  const git = (...args) => execFileSync('git', args, { cwd: repository, stdio: 'ignore' });
  mkdirSync(repository, { recursive: true });
  git('init', '-q');
  git('config', 'user.name', 'bench');
  git('config', 'user.email', 'bench@example.com');
  for (let number = 0; number < files; number++) {
    const folder = join(repository, `part-${Math.floor(number / 200)}`);
    if (number % 200 === 0) mkdirSync(folder);
    const kind = KINDS[number % KINDS.length];
    writeFileSync(join(folder, `file-${number}.${kind}`), textOf(number));
  }
  git('add', '-A');
  git('commit', '-qm', 'files');
}
