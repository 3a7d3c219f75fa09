import { describe, expect, it } from 'vitest';
import { requiredSotStatements } from '../../../rules/sot/required-statements.ts';
import { judge } from '../judge.ts';

const PATH = 'route/PAGES-PRD.md';

/** Two statements of one document, so that a table is about places and not about the built-in policy's wordings. */
const policy = {
  kinds: { sot: ['route/*.md'] },
  sot: {
    statements: [
      {
        documents: ['**/PAGES-PRD.md'],
        statements: [
          {
            id: 'reader-approves',
            says: 'A reader approves each page.',
            any: [{ names: ['page'], affirms: ['reader'] }],
            against: [{ names: ['reader'], denies: ['approve'] }],
          },
          {
            id: 'links-work',
            says: 'Each link of the site works.',
            any: [{ names: ['link', 'site'], affirms: ['work'] }],
          },
        ],
      },
    ],
  },
};

const told = (text: string, path = PATH) =>
  judge(requiredSotStatements, { [path]: `# Pages\n\n${text}\n` }, { policy });

const KEPT = 'A reader approves each page. Every link of the site works.';
const missing = (id: string): string => `${PATH}:1:1 Nothing in this document makes the statement \`${id}\`.`;
const changed = (place: string, id: string): string =>
  `${PATH}:${place} The document makes the statement \`${id}\` nowhere; this speaks of it, but says something else.`;
const contradicted = (place: string, id: string): string =>
  `${PATH}:${place} This contradicts the statement \`${id}\`, which the document has to make.`;

describe('a statement that is kept', () => {
  it.each([
    ['in a paragraph', KEPT],
    ['in a list', '- A reader approves each page.\n- Every link of the site works.'],
    ['under a label', 'The rules:\n\n- a reader approves each page\n- every link of the site works'],
    ['in a table', '| rule |\n| --- |\n| a reader approves each page |\n| every link of the site works |'],
    ['across lines', 'A reader approves\neach page. Every\nlink of the site works.'],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual([]);
  });

  it('is not made where nobody sees it', async () => {
    const within = (tag: string): string => `${tag}\n\n${KEPT}\n\n</div>`;
    expect(await told(within('<div style="display:none">'))).toEqual([
      missing('links-work'),
      missing('reader-approves'),
    ]);
    expect(await told(within('<div style="color:red">'))).toEqual([]);
  });

  it('is asked of the documents that the policy names, and of no other', async () => {
    expect(await told('Nothing.', 'route/OTHER-PRD.md')).toEqual([]);
    expect(await told('Nothing.')).toEqual([missing('links-work'), missing('reader-approves')]);
  });
});

describe('a statement that is not', () => {
  it.each([
    ['dropped', 'A reader approves each page.', [missing('links-work')]],
    [
      'in a quotation',
      'A reader approves each page.\n\n> Every link of the site works.',
      [missing('links-work')],
    ],
    [
      'in code',
      'A reader approves each page.\n\n```text\nEvery link of the site works.\n```',
      [missing('links-work')],
    ],
    [
      'in a comment',
      'A reader approves each page.\n\n<!-- Every link of the site works. -->',
      [missing('links-work')],
    ],
    [
      'in a heading',
      'A reader approves each page.\n\n## Every link of the site works',
      [missing('links-work')],
    ],
    [
      'turned round',
      'A reader approves each page. No link of the site works.',
      [changed('3:30', 'links-work')],
    ],
    [
      'contradicted elsewhere',
      `${KEPT}\n\nReaders do not approve it.`,
      [contradicted('5:1', 'reader-approves')],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});

describe('a document that gets another name', () => {
  const NEXT = 'route/SITE.md';
  const LESS = 'Every link of the site works.';
  const document = (text: string, title = 'Pages'): string => `# ${title}\n\n${text}\n`;
  const moved = (text: string, more: Record<string, string> = {}) =>
    judge(requiredSotStatements, { [NEXT]: text, ...more }, { policy, base: { [PATH]: document(KEPT) } });
  const lost = `${NEXT}:1:1 Nothing in this document makes the statement \`reader-approves\`.`;

  it.each<[string, string, Record<string, string>, readonly string[]]>([
    ['keeps its statements', document(KEPT), {}, []],
    ['drops one in passing', document(LESS), {}, [lost]],
    ['drops one and has most of its lines', document(`Of the site.\n\n${LESS}`, 'Pages'), {}, [lost]],
    ['is no other document that is new', document(LESS, 'Site'), {}, []],
    ['is there no less where it was', document(LESS), { [PATH]: document(KEPT) }, []],
    ['is gone', '', {}, []],
  ])('%s', async (_, text, more, expected) => {
    expect(await moved(text, more)).toEqual(expected);
  });

  it('is known by most of its lines', async () => {
    const lines = ['Monday.', 'Tuesday.', 'Wednesday.'].join('\n\n');
    const base = { [PATH]: document(`${lines}\n\n${KEPT}`) };
    const judged = (text: string) => judge(requiredSotStatements, { [NEXT]: text }, { policy, base });
    expect(await judged(document(`${lines}\n\n${LESS}`, 'Site'))).toEqual([lost]);
    expect(await judged(document(`Friday.\n\n${LESS}`, 'Site'))).toEqual([]);
  });

  it('is asked nothing twice where the policy knows it by both', async () => {
    const both = {
      ...policy,
      sot: { statements: [{ ...policy.sot.statements[0]!, documents: ['route/*.md'] }] },
    };
    const base = { [PATH]: document(KEPT) };
    expect(await judge(requiredSotStatements, { [NEXT]: document(LESS) }, { policy: both, base })).toEqual([
      lost,
    ]);
  });
});
