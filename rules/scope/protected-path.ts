import { compileGlobs, defineRule, wholeFile } from '../../src/rule.ts';

/** What is somebody else's stays as it is. */
export const protectedPath = defineRule({
  id: 'scope/protected-path',
  severity: 'error',
  summary: 'No change touches a protected path: nothing is added, altered, renamed or removed there.',
  why: 'Core, runtime and vendor sources belong to others, who would neither see the change nor have agreed to it.',
  help: 'Take the change of this path back; what must change there is changed where it belongs.',
  requirements: ['TGT-4'],
  messages: {
    added: 'This path is protected, and the change adds it.',
    altered: 'This path is protected, and the change alters it.',
    removed: 'This path is protected, and the change removes it.',
  },
  examples: {
    good: { path: 'src/app.js', base: {}, text: 'start();\n' },
    bad: {
      path: 'vendor/lib/index.js',
      base: { 'vendor/lib/index.js': 'old();\n' },
      text: 'changed();\n',
      policy: { protected: ['vendor/**'] },
    },
  },
  each: 'change',
  *check({ files, basePolicy }, policy) {
    // A change that takes a path off the list is held to the list as it was.
    const isProtected = compileGlobs([...new Set([...policy.protected, ...basePolicy.protected])]);
    for (const { path, base, next } of files) {
      const file = next ?? base;
      if (file === undefined || !isProtected(path)) continue;
      const message = base === undefined ? 'added' : next === undefined ? 'removed' : 'altered';
      yield { at: wholeFile(file), message };
    }
  },
});
