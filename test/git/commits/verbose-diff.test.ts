import { describe, expect, it } from 'vitest';
import { withoutVerboseDiff } from '../../../src/git/commits/verbose-diff.ts';

const CUT = `${'-'.repeat(24)} >8 ${'-'.repeat(24)}`;
const WARNING = '# Do not modify or remove the line above.\n# Everything below it will be ignored.\n';
const DIFF = 'diff --git a/x b/x\n-old\n';

const kept = (text: string, editor?: string): string =>
  withoutVerboseDiff(Buffer.from(text), editor).toString();

describe('the diff of git commit --verbose', () => {
  it.each([
    ['of git', `# ${CUT}\n${WARNING}`],
    ['behind another comment character', `; ${CUT}\n; Do not.\n; Everything.\n`],
    ['behind a comment string', `// ${CUT}\n// Do not.\n// Everything.\n`],
    [
      'in another language',
      `# ${CUT}\n# Ändern oder entfernen Sie nicht die obige Zeile.\n# Alles unterhalb …\n`,
    ],
    ['with the status of --cleanup=scissors', `# ${CUT}\n${WARNING}#\n# On branch main\n#\n`],
    ['below scissors of somebody’s', `# ${CUT}\ntext\n# ${CUT}\n${WARNING}`],
  ])('is cut off, %s', (_, above) => {
    expect(kept(`Title\n\n${above}${DIFF}`)).toBe(`Title\n\n${above}`);
    expect(kept(`Title\n\n${above}${DIFF}`, 'vi')).toBe(`Title\n\n${above}`);
    expect(kept(above + DIFF)).toBe(above);
  });

  it.each([
    ['scissors alone', `# ${CUT}\n${DIFF}`],
    ['scissors and one line', `# ${CUT}\n# Everything below it will be ignored.\n${DIFF}`],
    ['text instead of a diff', `# ${CUT}\n${WARNING}text\n`],
    ['text before the diff', `# ${CUT}\n${WARNING}text\n${DIFF}`],
    ['no diff', `# ${CUT}\n${WARNING}`],
    ['fewer dashes', `# ${CUT.slice(1)}\n${WARNING}${DIFF}`],
    ['more dashes', `# ${CUT}-\n${WARNING}${DIFF}`],
    ['another end of line, which git does not know', `# ${CUT}\r\n${WARNING}${DIFF}`],
    ['lines behind another comment character', `; ${CUT}\n${WARNING}${DIFF}`],
    ['no scissors', `${WARNING}${DIFF}`],
  ])('is none where there are %s', (_, rest) => {
    expect(kept(`Title\n\n${rest}`, 'vi')).toBe(`Title\n\n${rest}`);
  });

  it('is none where no editor was started', () => {
    const text = `Title\n\n# ${CUT}\n${WARNING}${DIFF}`;
    expect(kept(text, ':')).toBe(text);
  });

  it('takes no more time below many scissors', () => {
    const text = `# ${CUT}\n`.repeat(100_000);
    expect(kept(text)).toBe(text);
  });
});
