import {
  type AttributeLine,
  defineRule,
  matchesAttributes,
  type Name,
  nameOf,
  placeOf,
  readAttributes,
} from '../../src/rule.ts';

// Drivers that git brings along: they change hunk headers only. https://git-scm.com/docs/gitattributes#_defining_a_custom_hunk_header
const HARMLESS_DRIVERS = new Set(
  'ada bash bibtex cpp csharp css dts elixir fortran fountain golang html ini java kotlin markdown matlab objc pascal perl php python r ruby rust scheme tex'.split(
    ' ',
  ),
);

/** The attribute by which a line would blind a reader of diffs, if it does. */
function blinding(name: string, value: string | boolean | undefined): Name | undefined {
  if (name === 'diff') {
    if (value === false) return nameOf('diff unset');
    return typeof value === 'string' && !HARMLESS_DRIVERS.has(value)
      ? nameOf('diff with a driver')
      : undefined;
  }
  if (name === 'filter' && typeof value === 'string') return nameOf('filter');
  return name === 'working-tree-encoding' && typeof value === 'string' ? nameOf(name) : undefined;
}

const WATCHED = ['diff', 'filter', 'working-tree-encoding'];

/** What is governed stays readable to whoever reads diffs. */
export const blinded = defineRule({
  id: 'file/blinded',
  severity: 'error',
  summary: 'No attribute hides a governed file from those who read diffs.',
  why: 'People and tools review diffs. An attribute that declares a document binary, filters it or recodes it shows them nothing, or something else than what is committed. This checker reads blobs and is not blinded; everybody else is.',
  help: 'Take the attribute away from governed paths, or narrow its pattern to the files that it is meant for.',
  requirements: ['POL-5'],
  messages: { blinded: '`{attribute}` blinds readers of diffs to {count} governed files.' },
  examples: {
    good: {
      path: '.gitattributes',
      beside: { 'route/.sot/plan.md': '---\ntitle: Plan\n---\n\n# Plan\n' },
      text: '*.png binary\n',
    },
    bad: {
      path: '.gitattributes',
      beside: { 'route/.sot/plan.md': '---\ntitle: Plan\n---\n\n# Plan\n' },
      text: '*.md -diff\n',
    },
  },
  each: 'route',
  *check({ attributes, documents }) {
    // Deeper files come later and win, as in git; within a file the last line that matches does.
    const files = [...attributes]
      .map((file) => ({
        file,
        folder: file.path.slice(0, file.path.lastIndexOf('/') + 1),
        lines: readAttributes(file.text),
      }))
      .sort((a, b) => a.folder.split('/').length - b.folder.split('/').length);
    const counts = new Map<AttributeLine, Map<Name, number>>();
    for (const { file } of documents) {
      for (const watched of WATCHED) {
        const last = files
          .flatMap(({ folder, lines }) =>
            lines.filter(({ pattern }) => matchesAttributes(pattern, folder, file.path)),
          )
          .filter(({ sets }) => sets.has(watched))
          .at(-1);
        const attribute = last && blinding(watched, last.sets.get(watched));
        if (last === undefined || attribute === undefined) continue;
        const count = counts.get(last) ?? new Map<Name, number>();
        counts.set(last, count.set(attribute, (count.get(attribute) ?? 0) + 1));
      }
    }
    for (const { file, lines } of files) {
      for (const line of lines) {
        for (const [attribute, count] of counts.get(line) ?? [])
          yield { at: placeOf(file, line), message: 'blinded', data: { attribute, count } };
      }
    }
  },
});
