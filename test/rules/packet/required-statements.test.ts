import { describe, expect, it } from 'vitest';
import { requiredStatements } from '../../../rules/packet/required-statements.ts';
import { judge } from '../judge.ts';

const PATH = 'route/LINT-DECISION-PACKET-PRD.md';
const PACKET = requiredStatements.examples.good.text;

const told = (text: string): Promise<readonly string[]> => judge(requiredStatements, { [PATH]: text });

const SECRETS = /- Secrets never go into.*\n/;

describe('a packet', () => {
  it('may make a statement in a list', async () => {
    const list =
      'No secret may stand in:\n\n- SOT\n- task files\n- argv\n- reports\n- traces\n- backend logs\n- generated config\n- commits\n';
    expect(await told(`${PACKET.replace(SECRETS, '')}\n${list}`)).toEqual([]);
    expect(await told(`${PACKET.replace(SECRETS, '')}\n${list.replace('- argv\n', '')}`)).toEqual([
      `${PATH}:1:1 Nothing in the packet makes the statement \`no-secrets\`.`,
    ]);
  });

  it('keeps them under another name', async () => {
    const base = { [PATH]: PACKET };
    const sot = '---\nlifecycle_classification: sot\n---\n\n';
    const moved = (text: string) => judge(requiredStatements, { 'route/PACKET.md': sot + text }, { base });
    expect(await moved(PACKET)).toEqual([]);
    expect(await moved(PACKET.replace(SECRETS, ''))).toEqual([
      'route/PACKET.md:1:1 Nothing in the packet makes the statement `no-secrets`.',
    ]);
  });

  it('may make it in a table', async () => {
    const line = /- CTO-WORK-022 cannot start.*\n/;
    const table = (when: string): string => `\n| item | state |\n| --- | --- |\n| CTO-WORK-022 | ${when} |\n`;
    expect(await told(PACKET.replace(line, '') + table('blocked until local_provider_required'))).toEqual([]);
    expect(await told(PACKET.replace(line, '') + table('blocked'))).toHaveLength(1);
  });

  it('may make it in a table that lists what its head, or a paragraph before it, speaks of', async () => {
    const surfaces = ['SOT', 'task files', 'argv', 'reports', 'traces', 'backend logs', 'config', 'commits'];
    const rows = (last: string, count = 8): string =>
      surfaces.slice(0, count).reduce((text, one) => `${text}| ${one}${last} |\n`, '');
    const rest = PACKET.replace(SECRETS, '');
    const headed = '\n| no secret may stand in |\n| --- |\n';
    const led = '\nNo secret may stand in:\n\n| place | since |\n| --- | --- |\n';
    expect(await told(rest + headed + rows(''))).toEqual([]);
    expect(await told(rest + led + rows(' | 2026'))).toEqual([]);
    expect(await told(rest + headed + rows('', 7))).toHaveLength(1);
    expect(await told(rest + led.replace('No secret may', 'Secrets may') + rows(' | 2026'))).not.toEqual([]);
    expect(await told(`${rest}\n| place |\n| --- |\n${rows('')}`)).toHaveLength(1);
  });

  it('may ask for it by a box that is not ticked, and contradicts nothing by one', async () => {
    expect(await told(PACKET.replace('- Secrets never', '- [ ] Secrets never'))).toEqual([]);
    expect(await told(`${PACKET}\n- [ ] CTO-WORK-022 is unblocked.\n`)).toEqual([]);
    expect(await told(`${PACKET}\n- [x] CTO-WORK-022 is unblocked.\n`)).toHaveLength(1);
  });

  it.each([
    '> Nobody may copy it.',
    '<!-- x -->',
    '```text\nx\n```',
    '## Heading',
    '- ~~x~~',
    '<del>x</del>',
  ])('is not kept by %s', async (form) => {
    const line = 'Paths of a Target Repository must not be inspected or copied.';
    const hidden = form.replace(/Nobody may copy it\.|x|Heading/, line);
    expect(await told(PACKET.replace(`- ${line}`, hidden))).toHaveLength(1);
  });

  it('is told where it contradicts itself', async () => {
    const text = `${PACKET}\nCTO-WORK-022 is unblocked.\n`;
    expect(await told(text)).toEqual([
      `${PATH}:${text.split('\n').length - 1}:1 This contradicts the statement \`work-022-blocked\`, which the packet has to make.`,
    ]);
  });
});
