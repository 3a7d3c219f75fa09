import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { type Name, nameOf } from '../name.ts';
import type { Span } from '../place.ts';
import { excerptsOf } from './excerpts.ts';
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

/**
 * Account ids and the ids of users, roles and groups open nothing, and what npm tells its scripts in the environment is
 * called `npm_package_…`, `npm_config_…`: a token has one underscore.
 */
const NO_SECRET =
  /^(?:A(?:GPA|IDA|ROA|IPA|NPA|NVA)[A-Z0-9]{16})$|\d{4}-?\d{4}-?\d{4}["']?$|^npm_[a-z0-9]{1,40}_/i;

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

/** What the rules find in these stretches of a text, which come in its order. */
export async function lintNear(text: string, triggers: readonly Span[]): Promise<readonly SecretSpan[]> {
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
