import { type Command, InvalidArgumentError } from 'commander';
import { UsageError } from './failure.ts';

/** A value that is given twice would be used once, and what the other names would pass for judged. */
function once(value: string, before: string | undefined): string {
  if (value === '') throw new InvalidArgumentError('It is empty.');
  if (before !== undefined) throw new InvalidArgumentError('Give it once.');
  return value;
}

/** Has every option of a command that takes one value refuse none and two. */
export function takeOnce(command: Command): void {
  for (const option of command.options)
    if (option.required && option.parseArg === undefined) option.argParser(once);
}

/** A variable of the shell that is not set leaves an empty word, which is no word that was left out. Words behind `--` are not ours. */
export function refuseEmpty(args: readonly string[]): void {
  const end = args.indexOf('--');
  if (!(end < 0 ? args : args.slice(0, end)).includes('')) return;
  throw new UsageError(
    'An argument is empty.',
    'Give it a value, or leave it out: a variable of the shell that is not set leaves an empty one.',
  );
}
