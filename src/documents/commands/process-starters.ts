/** Functions of common languages and their libraries that start a process, whatever they are called on. */
const STARTERS = new Set(
  [
    'system system2 os_system shell_exec passthru proc_open popen popen2 popen3 Popen getoutput getstatusoutput check_call',
    'check_output execl execlp execle execv execvp execve execvpe execlpe spawnl spawnlp spawnv spawnvp posix_spawn',
    'posix_spawnp WinExec create_subprocess_exec create_subprocess_shell spawn spawnSync spawnAsync execSync execFile',
    'execFileSync execAsync execFileAsync execPromise fork execa execaSync execaCommand execaCommandSync sh bat',
    'powershell pwsh shell commandLine ProcessBuilder capture2 capture2e capture3 withExec with_exec run_command',
    'runCommand run_cmd runCmd run_shell runShell run_process runProcess',
  ].flatMap((names) => names.split(' ')),
);

/** Names that mean many things: what they are called on has to say that this one starts a process. */
const CALLED_ON: ReadonlyMap<string, RegExp> = new Map([
  ['run', /\b(?:subprocess|sp|Process|Deno|session|ctx|c|conn|connection)\.$/],
  ['runSync', /\bProcess\.$/],
  ['call', /\b(?:subprocess|sp)\.$/],
  ['start', /\bProcess\.$/],
  ['Start', /\bProcess\.$/],
  ['ProcessStartInfo', /\bnew\s{1,4}$/],
  ['Command', /\b(?:exec|execabs|Deno)\.$/],
  ['CommandContext', /\b(?:exec|execabs)\.$/],
  ['new', /\bCommand::$/],
  ['Wrap', /\bCli\.$/],
  ['cmd', /\b(?:System|os|:os)\.$/],
  ['cmd!', /./],
  ['execute', /\bos\.$/],
  ['exec', /(?:(?:^|[^.\w>])|\b(?:child_?process|cp|proc|shell|shelljs|getRuntime\(\)|runtime|Kernel)\.)$/i],
]);

/** Those that are called without brackets too: `sh 'make'`. */
const BARE = new Set('sh bat powershell pwsh system exec spawn commandLine'.split(' '));

/** `from subprocess import run, call` */
const IMPORTED = /^[ \t]{0,40}from subprocess import\b/m;

/** Tells the functions of a text that start processes, by their names and what they are called on. */
export function processStarters(text: string): (name: string, at: number, isBare: boolean) => boolean {
  const imported = new Set(IMPORTED.test(text) ? ['run', 'call'] : []);
  return (name, at, isBare) => {
    if (isBare) return BARE.has(name);
    if (STARTERS.has(name)) return true;
    const before = text.slice(Math.max(0, at - 40), at);
    return CALLED_ON.get(name)?.test(before) === true || (imported.has(name) && !/[.\w]$/.test(before));
  };
}
