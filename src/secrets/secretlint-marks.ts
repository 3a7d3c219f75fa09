import type { LiteralGroup } from './literal-index.ts';

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

/** The literals near which its rules may find something, each with how far a match may reach. */
export const SECRETLINT_MARKS: LiteralGroup<number> = {
  entries: REACH.flatMap(([reach, literals]) => literals.map((literal) => [literal, reach] as const)),
  ignoreCase: true,
};
