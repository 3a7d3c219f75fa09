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

describe('tokens that are letters and digits alone, one in a line', () => {
  const tokens = [20, 21, 22].map((seed) => `EAAC${drawn(120, undefined, seed)}`);
  const blob = [23, 24].map((seed) => drawn(124, undefined, seed));
  const start = (width: number) => `EAAC${drawn(width - 4, undefined, 25)}`;

  it.each([
    ['two of a length', tokens.slice(0, 2).join('\n'), 2],
    ['three of a length', tokens.join('\r\n'), 3],
    [
      'two in an array',
      tokens
        .slice(0, 2)
        .map((token) => `  "${token}",`)
        .join('\n'),
      2,
    ],
    ['one above a line of base64 that is as long', `${tokens[0]}\n${blob[0]}`, 1],
    ['one below a line of base64 that is as long', `${blob[0]}\n${tokens[0]}\n`, 1],
    ['one below a longer line of base64', `${blob[0]}/${blob[1]}\n${tokens[0]}\n`, 1],
  ])('are found: %s', async (_, text, count) => {
    expect(await types(text)).toEqual(Array.from({ length: count }, () => 'facebook-access-token'));
  });

  it.each([
    ['first', (width: number) => [start(width), drawn(width), drawn(width, undefined, 2)]],
    ['middle', (width: number) => [drawn(width), start(width), drawn(width, undefined, 2)]],
    ['last', (width: number) => [drawn(width), drawn(width, undefined, 2), start(width - 8)]],
  ])('are none where the %s line of base64 begins with the prefix by chance', async (_, lines) => {
    for (const width of [76, 120]) expect(await types(lines(width).join('\n'))).toEqual([]);
  });
});

describe('a prefix in the middle of a word', () => {
  it('is none, where the line ends with it as well', async () => {
    expect(await types(`x${bedrock}\n${drawn(80, undefined, 9)}\n`)).toEqual([]);
    expect(await types(`x ${bedrock}\n${drawn(80, undefined, 9)}\n`)).toEqual(['bedrock-api-key']);
  });
});
