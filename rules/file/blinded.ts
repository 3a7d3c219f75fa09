import { defineRule, matchesAttributes, type Name, nameOf, placeOf, readAttributes } from '../../src/rule.ts';

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

const POLICY_FILES = ['cto-lint.config.yaml', 'cto-lint.config.json'];
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
  *check(route) {
    const { attributes, documents } = route;
    if (attributes.length === 0) return;
    const governed = [
      ...documents.map(({ file }) => file.path),
      ...POLICY_FILES.filter((path) => route.paths.has(path)),
    ];
    const lines = attributes
      .map((file) => ({ file, folder: file.path.slice(0, file.path.lastIndexOf('/') + 1) }))
      // Deeper files win, as in git; within a file the last line that matches does.
      .sort((a, b) => b.folder.split('/').length - a.folder.split('/').length)
      .flatMap(({ file, folder }) =>
        [...readAttributes(file.text)].reverse().map((line) => ({ file, folder, line })),
      );
    for (const watched of WATCHED) {
      const setting = lines.filter(({ line }) => line.sets.has(watched));
      const counts = new Map<(typeof lines)[number], number>();
      for (const path of governed) {
        const last = setting.find(({ line, folder }) => matchesAttributes(line.pattern, folder, path));
        if (last) counts.set(last, (counts.get(last) ?? 0) + 1);
      }
      for (const [last, count] of counts) {
        const attribute = blinding(watched, last.line.sets.get(watched));
        if (attribute === undefined) continue;
        yield { at: placeOf(last.file, last.line), message: 'blinded', data: { attribute, count } };
      }
    }
  },
});
