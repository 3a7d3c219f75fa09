import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../../rules/sot/front-matter.ts';
import { judge } from '../judge.ts';

const LINES = [
  'title: Plan',
  'status: draft',
  'lifecycle_classification: sot',
  'owner: ada',
  'created: 2026-03-01',
  'last_reviewed: 2026-03-02',
  'core_promotion_status: not-promoted',
  'route: shop',
];

function page(lines: readonly string[] = LINES, heading = '# Plan'): string {
  return `---\n${lines.join('\n')}\n---\n\n${heading}\n\nText.\n`;
}

/** The page with the line of one key put another way, or left out. */
function changed(key: string, ...lines: readonly string[]): string {
  return page(LINES.flatMap((line) => (line.startsWith(`${key}:`) ? lines : [line])));
}

const at = (text: string) => judge(frontMatter, { 'plans/.sot/plan.md': text });

describe('complete front matter', () => {
  it('passes', async () => {
    expect(await at(page())).toEqual([]);
  });
  it('is asked of documents by their own front matter too, and of no others', async () => {
    const text = changed('owner');
    expect(await judge(frontMatter, { 'notes/plan.md': text })).toEqual([
      'notes/plan.md:2:1 The front matter has no `owner`.',
    ]);
    expect(await judge(frontMatter, { 'notes/plan.md': text.replace(': sot', ': note') })).toEqual([]);
    expect(await judge(frontMatter, { 'README.md': '# Readme\n\n---\n\nText.\n' })).toEqual([]);
  });
});

describe('front matter that cannot be read', () => {
  it.each([
    ['---\ntitle: x\n bad: [\n---\n', 0],
    ['---js\n1\n---\n', 0],
    ['---\ntitle: x\nbad: []\n---\n\n# x\n', 7],
    ['# Plan\n\nNo front matter at all.\n', 8],
  ])('is not said to lack keys: %j', async (text, missing) => {
    expect(await at(text)).toHaveLength(missing);
  });
});

describe('each required key', () => {
  it.each(LINES.map((line, index) => [line.split(':')[0]!, index + 2] as const))(
    '%s left out, empty, doubled or misspelt',
    async (key, line) => {
      expect(await at(changed(key))).toContain(`plans/.sot/plan.md:2:1 The front matter has no \`${key}\`.`);
      expect(await at(changed(key, `${key}:`))).toContain(
        `plans/.sot/plan.md:${line}:1 \`${key}\` has no value.`,
      );
      expect(await at(changed(key, `${key}: []`))).toContain(
        `plans/.sot/plan.md:${line}:1 \`${key}\` has no value.`,
      );
      const own = LINES.find((one) => one.startsWith(`${key}:`))!;
      expect(await at(changed(key, own, own))).toContain(
        `plans/.sot/plan.md:${line + 1}:1 \`${key}\` stands more than once.`,
      );
      if (key.includes('_')) {
        expect(await at(changed(key, own.replace('_', '-')))).toContain(
          `plans/.sot/plan.md:${line}:1 This key only resembles \`${key}\`: write it exactly.`,
        );
      }
    },
  );
});

describe('values', () => {
  const place = 'plans/.sot/plan.md';
  it.each([
    [
      'created',
      'created: 2026-02-30',
      [`${place}:6:10 \`created\` is not a date of the calendar, written YYYY-MM-DD.`],
    ],
    [
      'created',
      'created: 1 March 2026',
      [`${place}:6:10 \`created\` is not a date of the calendar, written YYYY-MM-DD.`],
    ],
    ['created', 'created: "2026-03-01"', []],
    ['last_reviewed', 'last_reviewed: 2026-06-16', [`${place}:7:16 \`last_reviewed\` lies in the future.`]],
    ['last_reviewed', 'last_reviewed: 2026-06-15', []],
    [
      'last_reviewed',
      'last_reviewed: 2026-02-28',
      [`${place}:7:16 \`last_reviewed\` lies before \`created\`.`],
    ],
    ['last_reviewed', 'last_reviewed: 2026-03-01', []],
    [
      'lifecycle_classification',
      'lifecycle_classification: note',
      [`${place}:4:27 \`lifecycle_classification\` is to be sot.`],
    ],
  ])('%s as %j', async (key, line, expected) => {
    const lines = await at(changed(key, line));
    expect(lines.map((one) => one.split(' <- ')[0])).toEqual(expected);
  });
});

describe('title and first heading', () => {
  it.each([
    ['# Plan', []],
    ['# `Plan`', []],
    ['#  Plan ', []],
    ['# Another plan', ['plans/.sot/plan.md:12:3 The first heading is not the title of the front matter.']],
    ['Plan', ['plans/.sot/plan.md:2:8 There is no first heading that repeats the title.']],
  ])('%j', async (heading, expected) => {
    expect(await at(page(LINES, heading))).toEqual(expected);
  });
});
