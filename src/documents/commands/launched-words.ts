import { programWords, shellCommands } from './shell-words.ts';

/** Programs that start another, whose words stand somewhere behind their own, or in one word that a shell reads. */
const LAUNCHERS = new Set(
  [
    'ssh docker podman nerdctl kubectl oc flock watch systemd-run chroot strace parallel entr',
    'poetry uv pipx pdm hatch rye pnpm yarn bun npm nix nix-shell direnv dotenvx doppler op',
    'eval trap su runuser screen tmux wsl cmd powershell pwsh iex Invoke-Expression concurrently nodemon hyperfine',
  ].flatMap((names) => names.split(' ')),
);

/** `docker run make`: the name of an image, of a container, and no program. */
const CONTAINERS = /(?:^|\/)(?:docker|podman|nerdctl)$/;

/** Words of a launcher that are looked at: its options come first. */
const MOST_OPTIONS = 16;
/** The least words of a command among another's: `ls ca run` names two files. */
const LEAST_WORDS = 3;

/** `Start-Process make -ArgumentList "all -j 4"`, `-ArgumentList 'all','-j'` */
function startedWords(words: readonly string[]): readonly string[] {
  const behind = (flag: RegExp): string | undefined => words[words.findIndex((word) => flag.test(word)) + 1];
  const program = /^-/.test(words[1] ?? '-') ? behind(/^-FilePath$/i) : words[1];
  const given = words.some((word) => /^-Arg/i.test(word)) ? behind(/^-Arg/i) : '';
  return [program ?? '', ...(given ?? '').split(/[\s,]+/)].filter((word) => word !== '');
}

/** What a launcher may start: its words from each that may be the program on. */
export function* launchedWords(words: readonly string[]): Iterable<readonly string[]> {
  const [first = ''] = words;
  if (/^start-process$/i.test(first)) yield startedWords(words);
  if (!LAUNCHERS.has(first.slice(first.lastIndexOf('/') + 1))) return;
  for (let at = 1; at < Math.min(words.length, MOST_OPTIONS); at += 1) {
    const before = words[at - 1]!;
    if (/\S\s+\S/.test(words[at]!))
      for (const inner of shellCommands(words[at]!)) yield programWords(inner.words);
    else if (words.length - at < LEAST_WORDS || (before !== '--' && before.startsWith('-'))) continue;
    else if (!CONTAINERS.test(first) || !/^(?:run|exec|create)$/.test(before)) yield words.slice(at);
  }
}
