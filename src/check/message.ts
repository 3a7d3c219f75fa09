import type { Data } from '../rule.ts';

/** Fills the `{names}` of a rule's message. Lists read as `a, b or c`. */
export function fillMessage(template: string, data: Data | undefined): string {
  return template.replace(/\{(\w{1,40})\}/g, (_, slot: string) => {
    const value = data?.[slot];
    if (value === undefined) throw new Error(`the message has no data for {${slot}}`);
    if (typeof value === 'number' || typeof value === 'string') return String(value);
    return value.length < 2 ? value.join('') : `${value.slice(0, -1).join(', ')} or ${value.at(-1)}`;
  });
}
