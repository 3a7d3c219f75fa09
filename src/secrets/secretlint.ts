import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { type Name, nameOf } from '../name.ts';
import { hasPlaceholderWord } from './placeholder.ts';
import type { SecretSpan } from './span.ts';

/** Honours comments in the text that switch rules off: a change could excuse itself with one. */
const FILTER_COMMENTS = '@secretlint/secretlint-rule-filter-comments';
const AWS = '@secretlint/secretlint-rule-aws';
const RULE_PREFIX = '@secretlint/secretlint-rule-';

/** Rules that read the file at the path they are given look at nothing here. */
const VIRTUAL_PATH = 'text';

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

/** What secretlint's recommended rules find. Its messages quote the text: rule id and range only are taken. */
export async function findWithSecretlint(text: string): Promise<readonly SecretSpan[]> {
  const { messages } = await lintSource({
    source: { content: text, filePath: VIRTUAL_PATH, contentType: 'text' },
    options: { config: { rules: descriptors }, noPhysicFilePath: true },
  });
  return messages.flatMap(({ ruleId, range: [start, end] }): SecretSpan[] => {
    const type = TYPES.get(ruleId);
    if (type === undefined || end <= start || hasPlaceholderWord(text.slice(start, end))) return [];
    return [{ start, end, type, told: 'prefix', certainty: 'certain' }];
  });
}
