import type { AnyRule, Example } from '../src/rule.ts';

/** A fence that is longer than any in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`{3,}/gm)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

function shown({ path, text, mode }: Example): string {
  const language = path.endsWith('.md') ? 'markdown' : path.endsWith('.json') ? 'json' : '';
  const what = mode === '120000' ? `\`${path}\`, a symbolic link to` : `\`${path}\``;
  return `${what}:\n\n${fenced(text, language)}`;
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
