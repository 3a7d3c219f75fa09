/** `--staged`, or `check --staged`: the words of a hook, which are read without the library that reads all others. */
export function isStagedHook(args: readonly string[]): boolean {
  const options = args[0] === 'check' ? args.slice(1) : args;
  return options.length === 1 && options[0] === '--staged';
}
