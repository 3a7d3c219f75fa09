import { defineRule, hiddenIn, shownHtml, wholeFile } from '../../src/rule.ts';

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Each planning document says in its own text what it is not. */
export const authorityBanner = defineRule({
  id: 'sot/authority-banner',
  severity: 'error',
  summary: 'Every SOT document carries the sentences that say what it has no authority over.',
  why: 'A planning document is read by people and agents who came by search. Without the banner a local plan is taken for a protocol that is in force.',
  help: 'Put the sentences that the policy lists under `sot.banner` below the title, word for word.',
  requirements: ['SOT-3'],
  messages: {
    missing: 'The authority banner is missing: sentence {number} of `sot.banner` stands nowhere in the text.',
  },
  examples: {
    good: {
      path: 'route/.sot/plan.md',
      text: '---\ntitle: Plan\n---\n\n# Plan\n\nLocal planning SOT only. Not a Core Protocol. Not active Core authority.\n',
    },
    bad: {
      path: 'route/.sot/plan.md',
      text: '---\ntitle: Plan\n---\n\n# Plan\n\nLocal planning SOT only.\n',
    },
  },
  each: 'sot',
  *check({ document }, policy) {
    // A block quote is how many a page sets its banner off; code only shows the words.
    const isHidden = hiddenIn(document);
    const blocks = (document.markdown?.blocks ?? []).filter((block) => !isHidden(block));
    const paragraphs = blocks.map(({ prose }) => prose.text);
    // Its sentences may stand in blocks of their own, one right behind the other: the bullets of a list.
    const texts = [...paragraphs, paragraphs.join(' '), ...shownHtml(document)].map(folded);
    for (const [index, sentence] of (policy.sot?.banner ?? []).entries()) {
      const wanted = folded(sentence);
      if (texts.some((text) => text.includes(wanted))) continue;
      yield { at: wholeFile(document.file), message: 'missing', data: { number: index + 1 } };
    }
  },
});
