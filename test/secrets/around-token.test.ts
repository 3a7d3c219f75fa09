import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find-secrets.ts';
import { drawn } from './drawn.ts';

const WIDTHS = [64, 70, 76, 120];
/** Prefixes of three and four signs, which any base64 holds now and then, each with what a token of it goes on with. */
const pager = `u+${drawn(18, undefined, 3)}`;
const google = `1//0${drawn(60, undefined, 4)}`;
const bedrock = `ABSK${drawn(30, undefined, 5)}`;

async function types(text: string): Promise<readonly string[]> {
  return (await findSecrets(text, { path: 'a.txt' })).spans.map(({ type }) => type);
}

/** Lines of base64 with something in the middle one, behind a sign that no letter and no digit is. */
function broken(width: number, within: string, from: (line: string) => string = (line) => line): string {
  const middle = `/${within}/${drawn(width, undefined, 6)}`.slice(0, width);
  return [drawn(width, undefined, 7), middle, drawn(width, undefined, 8)].map(from).join('\n');
}

describe('a short prefix in base64 that was broken into lines', () => {
  it.each(WIDTHS.flatMap((width) => [pager, google].map((token) => [width, token] as const)))(
    'of %i characters is no token: %s',
    async (width, token) => {
      expect(await types(`${broken(width, token)}\n`)).toEqual([]);
      expect(await types(broken(width, token, (line) => `    ${line}\r`))).toEqual([]);
      expect(await types(broken(width, token, (line) => `  "${line}",`))).toEqual([]);
    },
  );

  it('is none in the last line, which is shorter', async () => {
    expect(await types(`${drawn(76, undefined, 7)}\n${drawn(45, undefined, 9)}/${pager}/\n`)).toEqual([]);
  });

  it.each([
    ['a token between words', `of ${pager} here`, 'pagerduty-token'],
    ['a token in a line of its own', `${pager}\n${drawn(76)}\n`, 'pagerduty-token'],
    [
      'a token below a line that is no base64',
      `${'-'.repeat(76)}\n/${pager}/${drawn(55)}\n${'-'.repeat(76)}\n`,
      'pagerduty-token',
    ],
    ['a list of tokens', `${google}-a\n${google}-b\n`, 'google'],
  ])('%s is one', async (_, text, type) => {
    expect((await types(text))[0]).toContain(type);
  });
});

describe('a prefix in the middle of a word', () => {
  it('is none, where the line ends with it as well', async () => {
    expect(await types(`x${bedrock}\n${drawn(80, undefined, 9)}\n`)).toEqual([]);
    expect(await types(`x ${bedrock}\n${drawn(80, undefined, 9)}\n`)).toEqual(['bedrock-api-key']);
  });
});
