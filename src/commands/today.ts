import { isDate } from '../date.ts';
import { UsageError } from './failure.ts';

/** The day that counts as today: asked for, or the machine's, in UTC so that it is the same everywhere. */
export function todayOf(asked: string | undefined, env: NodeJS.ProcessEnv): string {
  // A variable that is set to nothing is one that is not set, an argument is not.
  const text = asked ?? (env.CTO_LINT_TODAY || undefined);
  if (text === undefined) return new Date().toISOString().slice(0, 10);
  if (!isDate(text))
    throw new UsageError('The day that is to count as today is not a date.', 'Write it like 2026-11-20.');
  return text;
}
