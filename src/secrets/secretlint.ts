import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { type Name, nameOf } from '../name.ts';
import type { Span } from '../place.ts';
import { excerptsOf } from './excerpts.ts';
import { indexLiterals } from './literal-index.ts';
import { hasPlaceholderWord } from './placeholder.ts';
import type { SecretSpan } from './span.ts';

/** Honours comments in the text that switch rules off: a change could excuse itself with one. */
const FILTER_COMMENTS = '@secretlint/secretlint-rule-filter-comments';
const AWS = '@secretlint/secretlint-rule-aws';
const RULE_PREFIX = '@secretlint/secretlint-rule-';

/** Our own layer reads every URL, and knows `user:password@localhost` for what it is. */
const URL_RULES = new Set([
  '@secretlint/secretlint-rule-basicauth',
  '@secretlint/secretlint-rule-database-connection-string',
]);

/** Rules that read the file at the path they are given look at nothing here. */
const VIRTUAL_PATH = 'text';

/** Account ids and the ids of users, roles and groups open nothing. */
const NO_SECRET = /^(?:A(?:GPA|IDA|ROA|IPA|NPA|NVA)[A-Z0-9]{16})$|\d{4}-?\d{4}-?\d{4}["']?$/i;

// Otherwise each rule leaves marks in the process's performance buffer with each text, and nobody clears them.
secretLintProfiler.setEnabled(false);

const descriptors = rules
  .filter((rule) => rule.meta.id !== FILTER_COMMENTS && !URL_RULES.has(rule.meta.id))
  .map((rule) => ({
    id: rule.meta.id,
    rule,
    // Off by default; an id alone tells which account is open.
    options: rule.meta.id === AWS ? { enableIDScanRule: true } : {},
  }));

if (descriptors.length === 0) throw new Error('secretlint has no rules');

const TYPES: ReadonlyMap<string, Name> = new Map(
  descriptors.map(({ id }) => [id, nameOf(`secretlint-${id.slice(RULE_PREFIX.length)}`)]),
);

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

const findTriggers = indexLiterals(
  REACH.flatMap(([reach, literals]) => literals.map((literal) => [literal, reach] as const)),
  { ignoreCase: true },
);

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
): Promise<readonly SecretSpan[]> {
  const isKnown = coverOf(known);
  const triggers = findTriggers(text)
    .filter(({ start }) => !isKnown(start))
    .map(({ start, value: reach }) => ({ start: start - BEFORE, end: start + reach }));
  const spans: SecretSpan[] = [];
  for (let first = 0; first < triggers.length; first += TRIGGERS_A_TEXT) {
    spans.push(...(await lintNear(text, triggers.slice(first, first + TRIGGERS_A_TEXT))));
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

async function lintNear(text: string, triggers: readonly Span[]): Promise<readonly SecretSpan[]> {
  const excerpts = excerptsOf(text, triggers);
  const { messages } = await lintSource({
    source: { content: excerpts.text, filePath: VIRTUAL_PATH, contentType: 'text' },
    options: { config: { rules: descriptors }, noPhysicFilePath: true },
  });
  return messages.flatMap(({ ruleId, range }): SecretSpan[] => {
    const type = TYPES.get(ruleId);
    const span = excerpts.toOriginal({ start: range[0], end: range[1] });
    if (type === undefined || span === undefined) return [];
    const found = text.slice(span.start, span.end);
    if (hasPlaceholderWord(found) || NO_SECRET.test(found)) return [];
    return [{ ...span, type, told: 'prefix', certainty: 'certain' }];
  });
}
