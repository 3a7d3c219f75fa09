import { FORMAT_NAMES } from '../report/formats.ts';
import { RULE_IDS } from './rule-choice.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Commands whose formats are those of a report; `''` is the program itself, which judges. */
const REPORTING = ['', 'check', 'merge', 'pre-push', 'pre-receive'];

/** What an option of a command may be given, where that can be listed. A repository's own rules are its policy's to tell. */
export function optionValues(words: readonly string[], option: string): readonly string[] {
  if (option === '--rule') return RULE_IDS;
  if (option !== '--format') return [];
  const command = words.join(' ');
  if (REPORTING.includes(command)) return FORMAT_NAMES;
  return command === 'status' ? ['text', 'json', 'mermaid', 'html'] : ['text', 'json'];
}

/** What may stand where a command takes an argument, beside files. */
export function argumentValues(words: readonly string[]): readonly string[] {
  const command = words.join(' ');
  if (command === 'explain') return [...RULE_IDS, 'policy'];
  return command === 'completions' ? SHELLS : [];
}
