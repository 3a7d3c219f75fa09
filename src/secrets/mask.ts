import type { Span } from '../place.ts';

/**
 * The text with each span replaced by asterisks, line breaks kept, so that lines and columns stay what they were.
 * Nothing of the secret remains: no first characters, no last ones.
 */
export function maskSecrets(text: string, spans: readonly Span[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const first = Math.max(start, from);
    if (end <= first) continue;
    masked += text.slice(from, first) + text.slice(first, end).replace(/[^\r\n]/g, '*');
    from = end;
  }
  return masked + text.slice(from);
}
