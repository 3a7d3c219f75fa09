import { unquote } from '../quoted-path.ts';

/**
 * The object directories that `info/alternates` (one a line) or GIT_ALTERNATE_OBJECT_DIRECTORIES (between colons) names.
 * `#` begins a comment; a name may stand in double quotes. https://git-scm.com/docs/gitrepository-layout
 */
export function parseAlternates(text: string, separator: '\n' | ':' | ';'): readonly string[] {
  const paths: string[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf(separator, at);
    const end = next < 0 ? text.length : next;
    const quoted = text[at] === '"' ? unquote(text.slice(at)) : undefined;
    if (quoted !== undefined) {
      paths.push(quoted.value);
      at += quoted.end + 1;
      continue;
    }
    if (end > at && text[at] !== '#') paths.push(text.slice(at, end));
    at = end + 1;
  }
  return paths;
}
