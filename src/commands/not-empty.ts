import { UsageError } from './failure.ts';

/** An option that is there and empty is a shell's unset variable, and must not pass for an option left out. */
export function assertNotEmpty(name: string, value: string | undefined): void {
  if (value === '') throw new UsageError(`${name} names nothing.`, 'Give it a path, or leave it out.');
}
