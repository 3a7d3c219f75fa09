import { readFileSync } from 'node:fs';

/** A fenced block of a page. The word after the language, if any, is the file that it is. */
export interface Snippet {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

export function snippetsOf(page: string): readonly Snippet[] {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, language, file, text]) => ({ language: language!, file, text: text! }));
}

/** The files of a page, by name. */
export function filesOf(page: string): Readonly<Record<string, string>> {
  return Object.fromEntries(snippetsOf(page).flatMap(({ file, text }) => (file ? [[file, text]] : [])));
}
