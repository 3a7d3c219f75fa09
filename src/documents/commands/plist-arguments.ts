import type { ArgvList } from './argv-lists.ts';

// `<array><string>make</string><string>all</string></array>`
const ARRAY = /<array>\s{0,200}((?:<string>[^<]{0,400}<\/string>\s{0,200}){2,60})<\/array>/g;
const STRING = /<string>([^<]{0,400})<\/string>/g;

/** Lists of strings in a property list: what launchd starts. */
export function* plistArguments(text: string): Iterable<ArgvList> {
  for (const match of text.matchAll(ARRAY)) {
    const words = Array.from(match[1]!.matchAll(STRING), ([, word]) => word!);
    yield { words, start: match.index, end: match.index + match[0].length };
  }
}
