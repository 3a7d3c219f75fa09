import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { type Name, nameOf } from '../name.ts';
import { excerptsNear } from './excerpts.ts';
import { indexLiterals } from './literal-index.ts';
import { hasPlaceholderWord } from './placeholder.ts';
import type { SecretSpan } from './span.ts';

/** Honours comments in the text that switch rules off: a change could excuse itself with one. */
const FILTER_COMMENTS = '@secretlint/secretlint-rule-filter-comments';
const AWS = '@secretlint/secretlint-rule-aws';
const RULE_PREFIX = '@secretlint/secretlint-rule-';

/** Rules that read the file at the path they are given look at nothing here. */
const VIRTUAL_PATH = 'text';

/** Account ids and the ids of users, roles and groups open nothing. */
const NO_SECRET = /^(?:A(?:GPA|IDA|ROA|IPA|NPA|NVA)[A-Z0-9]{16}|\d{4}-?\d{4}-?\d{4})$|account_?id/i;

// Otherwise each rule leaves marks in the process's performance buffer with each text, and nobody clears them.
secretLintProfiler.setEnabled(false);

const descriptors = rules
  .filter((rule) => rule.meta.id !== FILTER_COMMENTS)
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

/** What every match of the rules holds, in any case. Left of `://` a scheme, right of it a user and a password. */
const findTriggers = indexLiterals(
  [
    ...[
      'AKIA',
      'A3T',
      'ASIA',
      'secretaccess',
      'secret_access',
      '-----BEGIN',
      'x-oauth-basic',
      '_authToken=',
      'npm_',
    ],
    ...[
      'xoxb-',
      'xoxp-',
      'xapp-',
      'xoxa-',
      'xoxo-',
      'xoxr-',
      'hooks.slack.com',
      'SG.',
      'shppa_',
      'shpca_',
      'shpat_',
    ],
    ...[
      'shpss_',
      'sk_live',
      'sk_test',
      'rk_live',
      'rk_test',
      'ghp_',
      'gho_',
      'ghu_',
      'ghs_',
      'ghr_',
      'github_pat_',
    ],
    ...[
      'glpat-',
      'glc_',
      'glsa_',
      'sk-',
      'gsk_',
      'hf_',
      'lin_api_',
      'ntn_',
      'ops_ey',
      'hvs.',
      'hvb.',
      'hvr.',
      'vcp_',
    ],
    ...[
      'vci_',
      'vca_',
      'vcr_',
      'vck_',
      'dapi',
      'dckr_pat_',
      'figd_',
      'cfk_',
      'cfut_',
      'cfat_',
      'tskey-',
      '://',
    ],
  ].map((literal) => [literal, literal] as const),
  { ignoreCase: true },
);
const USERINFO = /:\/\/[^:/\s]{1,256}:[^@/\s]{1,256}@/y;

function hasUserinfo(text: string, at: number): boolean {
  USERINFO.lastIndex = at;
  return USERINFO.test(text);
}

/**
 * What secretlint's recommended rules find. They read a text thirty times over, so only the surroundings of what any of
 * them begins with are given to them. Their messages quote the text: rule id and range only are taken.
 */
export async function findWithSecretlint(text: string): Promise<readonly SecretSpan[]> {
  const triggers = findTriggers(text).filter(
    ({ start, value }) => value !== '://' || hasUserinfo(text, start),
  );
  if (triggers.length === 0) return [];
  const excerpts = excerptsNear(text, triggers);
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
