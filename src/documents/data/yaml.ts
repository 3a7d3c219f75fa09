import { Composer, Parser, type Document as YamlDocument } from 'yaml';
import { tooDeep } from '../../policy/yaml-depth.ts';
import { Faults, MAX_DEPTH, type Parsed, type Placing, placedFrom } from './fragment.ts';
import type { Tree } from './tree.ts';
import { YamlTree } from './yaml-tree.ts';

/** Characters. The parser reads about 200 KB a second on a small machine, whatever is in it. */
const MAX_YAML = 1_000_000;

const OPTIONS = {
  // Pretty errors quote the source.
  prettyErrors: false,
  logLevel: 'silent',
  // The library's own check is quadratic: 40,000 keys take it 14 seconds. Ours is in the tree.
  uniqueKeys: false,
  // Named, so that a `%YAML 1.1` in the text does not bring dates, `yes` and sexagesimals back.
  schema: 'core',
  resolveKnownTags: false,
  // Tells `? key` from `key`.
  keepSourceTokens: true,
} as const;

/** Every document of a YAML stream. A broken one is a `not-yaml` fault, beside what could be read of it. */
export function parseYaml(source: string, at: Placing = placedFrom(0)): Parsed {
  // A lone CR ends a line too (YAML 1.2, 5.4), and the parser does not know; the text stays as long as it is.
  const text = source.replace(/\r(?!\n)/g, '\n');
  const faults = new Faults(at);
  if (text.length > MAX_YAML) {
    faults.add('too-large', 0, 0);
    return { trees: [], faults: faults.list };
  }
  const trees: Tree[] = [];
  for (const document of composed(text, faults)) {
    const error = document.errors[0];
    if (error !== undefined) faults.add('not-yaml', error.pos[0], error.pos[1]);
    const tree = new YamlTree(text, at, faults).read(document);
    if (tree !== undefined) trees.push(tree);
  }
  return { trees, faults: faults.list };
}

/** The library makes an error object for whatever it complains of, and the stack of each took most of the time. */
function composed(text: string, faults: Faults): YamlDocument.Parsed[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return [...documentsOf(text, faults)];
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function* documentsOf(text: string, faults: Faults): Generator<YamlDocument.Parsed> {
  const composer = new Composer(OPTIONS);
  for (const token of new Parser().parse(text)) {
    const deep = tooDeep(token, MAX_DEPTH);
    if (deep !== undefined) {
      faults.addOnce('too-deep', deep, deep + 1);
      continue;
    }
    yield* composer.next(token);
  }
  yield* composer.end(false, text.length);
}
