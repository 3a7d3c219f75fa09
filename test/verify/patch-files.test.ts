import { describe, expect, it } from 'vitest';
import { readPatchFiles } from '../../src/verify/patch-files.ts';

const HUNK = '@@ -1 +1 @@\n-a\n+b\n';
const simple = (name: string): string =>
  `diff --git a/${name} b/${name}\n--- a/${name}\n+++ b/${name}\n${HUNK}`;

describe('the files that a patch touches', () => {
  it.each<[string, string, string[], string[]?]>([
    ['nothing', '', []],
    ['one file', simple('x.js'), ['x.js']],
    ['several', simple('x.js') + simple('y/z.js'), ['x.js', 'y/z.js']],
    [
      'a new one',
      `diff --git a/x b/x\nnew file mode 100644\nindex 000..111\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+b\n`,
      ['x'],
    ],
    [
      'a deleted one',
      `diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n`,
      ['x'],
    ],
    ['an empty new one', 'diff --git a/x y b/x y\nnew file mode 100644\nindex 000..000\n', ['x y']],
    ['a change of mode', 'diff --git a/x b/x\nold mode 100644\nnew mode 100755\n', ['x']],
    ['a rename', 'diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n', ['y'], ['x']],
    ['a copy', 'diff --git a/x b/y\nsimilarity index 100%\ncopy from x\ncopy to y\n', ['y']],
    [
      'a quoted name',
      `diff --git "a/caf\\303\\251" "b/caf\\303\\251"\n--- "a/caf\\303\\251"\n+++ "b/caf\\303\\251"\n${HUNK}`,
      ['café'],
    ],
    ['a binary', 'diff --git a/x b/x\nindex 1..2 100644\nBinary files a/x and b/x differ\n', ['x']],
    [
      'a binary patch',
      'diff --git a/x b/x\nindex 1..2 100644\nGIT binary patch\nliteral 3\nKcmZ>\n\nliteral 0\nHcmV\n\n' +
        simple('y'),
      ['x', 'y'],
    ],
    ['no prefixes', `diff --git x x\n--- x\n+++ x\n${HUNK}`, ['x']],
    ['plain diff with times', `--- a/x\t2026-06-02 10:00:00\n+++ b/x\t2026-06-02 10:01:00\n${HUNK}`, ['x']],
    ['CR LF', simple('x').replaceAll('\n', '\r\n'), ['x']],
    ['no line end at the end', `${simple('x')}\\ No newline at end of file`, ['x']],
    [
      'lines in a hunk that look like a header',
      '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/no\n+++ b/no\n-a\n+b\n',
      ['x'],
    ],
    // A hunk that is not as long as it says hides no file.
    ['a hunk that is too long', `--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n-a\n+b\n${simple('y')}`, ['x', 'y']],
    [
      'a hunk that swallows a header',
      `--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n-a\n+b\n--- a/y\n+++ b/y\n${HUNK}`,
      ['x', 'y'],
    ],
    ['a hunk that is too short', `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n+c\n c\n`, ['x']],
  ])('%s', (_, text, changed, renamed = []) => {
    const found = readPatchFiles(text);
    expect([...found.changed]).toEqual(changed);
    expect([...found.renamed]).toEqual(renamed);
    expect(found.malformed).toEqual([]);
  });

  it.each<[string, string, number[]]>([
    ['prose before it', `Hello,\n${simple('x')}`, [1]],
    ['prose after it', `${simple('x')}Bye`, [7]],
    ['a header that names two files and tells no more', 'diff --git a/x b/y\nindex 1..2\n', [1]],
    ['a file that is on neither side', `--- /dev/null\n+++ /dev/null\n${HUNK}`, [2]],
  ])('is none with %s', (_, text, lines) => {
    expect(readPatchFiles(text).malformed).toEqual(lines);
  });
});
