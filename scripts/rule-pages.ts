import { stringify } from 'yaml';
import { askedStatements } from '../src/policy/asked-statements.ts';
import { BUILT_IN } from '../src/policy/builtin.ts';
import type { AnyRule, Example } from '../src/rule.ts';
import { findOwnSecrets } from '../src/secrets/find-own-secrets.ts';
import { maskSecrets } from '../src/secrets/mask.ts';

/** A fence that is longer than any in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`{3,}/gm)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Secrets in examples are made up, and masked all the same: pages are scanned too. */
function masked(text: string): string {
  return maskSecrets(text, findOwnSecrets(text, { path: '' }).spans);
}

const LANGUAGES: Readonly<Record<string, string>> = {
  md: 'markdown',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
};

function file(path: string, text: string, what = `\`${path}\``): string {
  const language = LANGUAGES[path.split('.').at(-1) ?? ''] ?? '';
  return text === '' ? `${what}, empty.` : `${what}:\n\n${fenced(masked(text), language)}`;
}

function shown({ path, text, mode, beside, base, policy }: Example): string {
  const before = Object.entries(base ?? {}).map(([name, was]) => file(name, was, `Before, \`${name}\``));
  const own = file(path, text, mode === '120000' ? `\`${path}\`, a symbolic link to` : `\`${path}\``);
  const others = Object.entries(beside ?? {}).map(([name, is]) => file(name, is, `Beside it, \`${name}\``));
  const rules =
    policy === undefined ? [] : [file('policy.yaml', stringify(policy), 'With this in the policy')];
  return [...before, own, ...others, ...rules].join('\n\n');
}

/** What the built-in policy has a rule ask for. */
function statementsOf(rule: string): readonly string[] {
  const asked = askedStatements(BUILT_IN).filter((one) => one.rule === rule);
  const lists = asked.map(({ documents, statements }) => {
    const of = documents ? `Of ${documents.map((glob) => `\`${glob}\``).join(', ')}:\n\n` : '';
    return of + statements.map(({ id, says }) => `- \`${id}\`: ${says}`).join('\n');
  });
  return lists.length === 0 ? [] : ['## What the policy `cto` asks for', ...lists];
}

/** The page of a rule, made from the module: what it says of itself is all there is to say. */
export function rulePage(rule: AnyRule): string {
  return [
    `# ${rule.id}`,
    `${rule.summary} Severity: ${rule.severity}.`,
    '## Why',
    rule.why,
    '## What to do',
    rule.help,
    '## Passes',
    shown(rule.examples.good),
    '## Fails',
    shown(rule.examples.bad),
    '## Messages',
    Object.values(rule.messages)
      .map((message) => `- ${message}`)
      .join('\n'),
    ...statementsOf(rule.id),
    `Requirements: ${rule.requirements.join(', ')}.`,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

export function ruleTable(rules: readonly AnyRule[]): string {
  const rows = rules.map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`);
  return ['# Rules', '', '| rule | severity | what it keeps true |', '| --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}
