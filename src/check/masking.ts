import type { SourceFile } from '../file.ts';

const MASK = '*';

function mask(
  text: string,
  from: number,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  let masked = text;
  for (const { start, end } of spans) {
    const first = Math.max(0, start - from);
    const last = Math.min(text.length, end - from);
    if (first < last) {
      const hidden = masked.slice(first, last).replace(/[^\r\n]/g, MASK);
      masked = masked.slice(0, first) + hidden + masked.slice(last);
    }
  }
  return masked;
}

/** A stretch of a file's content with every detected secret in it masked; lengths stay, so that carets still point. */
export function maskText(file: SourceFile, from: number, to: number): string {
  const spans = file.secrets.filter(
    ({ surface, start, end }) => surface === 'content' && start < to && end > from,
  );
  return mask(file.text.slice(from, to), from, spans);
}

/** The path, secrets in it masked. */
export function maskPath(file: SourceFile): string {
  return mask(
    file.path,
    0,
    file.secrets.filter(({ surface }) => surface === 'path'),
  );
}
