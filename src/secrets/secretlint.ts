import { type Run, unlimited } from '../time-limit.ts';
import { indexLiterals } from './literal-index.ts';
import type { SecretSpan } from './span.ts';

/** What every match of the rules begins with or holds, in any case, and how far the longest match reaches from there. */
const REACH: readonly (readonly [reach: number, literals: readonly string[]])[] = [
  // A private key of 10,000 characters; an app's token that holds a JWT.
  [12_500, ['-----BEGIN', 'ghs_']],
  [1_500, ['ops_ey', '_authToken=']],
  [
    450,
    [
      ...[
        'AKIA',
        'A3T',
        'ASIA',
        'secretaccess',
        'secret_access',
        'x-oauth-basic',
        'npm_',
        'xoxb-',
        'xoxp-',
        'xapp-',
      ],
      ...[
        'xoxa-',
        'xoxo-',
        'xoxr-',
        'hooks.slack.com',
        'SG.',
        'shppa_',
        'shpca_',
        'shpat_',
        'shpss_',
        'sk_live',
      ],
      ...[
        'sk_test',
        'rk_live',
        'rk_test',
        'ghp_',
        'gho_',
        'ghu_',
        'ghr_',
        'github_pat_',
        'glpat-',
        'glc_',
        'glsa_',
      ],
      ...[
        'sk-',
        'gsk_',
        'hf_',
        'lin_api_',
        'ntn_',
        'hvs.',
        'hvb.',
        'hvr.',
        'vcp_',
        'vci_',
        'vca_',
        'vcr_',
        'vck_',
      ],
      ...['dapi', 'dckr_pat_', 'figd_', 'cfk_', 'cfut_', 'cfat_', 'tskey-'],
    ],
  ],
];

const findTriggers = indexLiterals({
  entries: REACH.flatMap(([reach, literals]) => literals.map((literal) => [literal, reach] as const)),
  ignoreCase: true,
});

/** A URL's user before `:x-oauth-basic`, a variable's name. */
const BEFORE = 300;

/** Its own time grows with the square of what it finds in one text. */
const TRIGGERS_A_TEXT = 100;

/**
 * What secretlint's recommended rules find. They read a text thirty times over, so only the surroundings of what any of
 * them begins with are given to them, and not those of what is `known` already. Their messages quote the text: rule id
 * and range only are taken.
 */
export async function findWithSecretlint(
  text: string,
  known: readonly SecretSpan[] = [],
  run: Run = unlimited,
): Promise<readonly SecretSpan[]> {
  const isKnown = coverOf(known);
  const triggers = findTriggers(text)
    .filter(({ start }) => !isKnown(start))
    .map(({ start, value: reach }) => ({ start: start - BEFORE, end: start + reach }));
  const spans: SecretSpan[] = [];
  if (triggers.length === 0) return spans;
  // Loading the library takes longer than reading most of the texts in which nothing of its rules begins.
  const { lintNear } = await import('./secretlint-rules.ts');
  for (let first = 0; first < triggers.length; first += TRIGGERS_A_TEXT) {
    // Its rules read the text before it waits for them to have ended.
    spans.push(...(await run(() => lintNear(text, triggers.slice(first, first + TRIGGERS_A_TEXT)))));
  }
  return spans;
}

/** Whether an offset lies in one of the spans, which are in order; offsets have to come in order too. */
function coverOf(spans: readonly SecretSpan[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < spans.length && spans[next]!.end <= offset) next++;
    return next < spans.length && spans[next]!.start <= offset;
  };
}
