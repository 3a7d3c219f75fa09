import type { Change } from './change.ts';
import type { Survey } from './survey.ts';

const HEADING = '## cto-lint';

const TEXT = `${HEADING}

- \`cto-lint --staged\` judges what is staged; the pre-commit hook runs it. Exit 0: clean. 1: findings. 2: it could not judge, which is no pass.
- For a list that a program can read: \`cto-lint --staged --format json\`. Each finding has \`ruleId\`, \`path\`, \`line\`, \`message\` and \`help\`; \`cto-lint explain RULE\` tells why the rule is there.
- Mend the document. Never commit with \`--no-verify\`, never loosen \`cto-lint.config.yaml\`, and never add a suppression on your own: each is for a person to decide.
- Never decide: \`decision_status\`, \`approval_source\` and work items that leave \`blocked\` need a person's approval that you can name.
- Name evidence by path, digest and commit. Paste no log, report or trace.
- A secret that was found is to be revoked by a person. Tell them which rule, file and line, and repeat the value nowhere.
`;

/** A short text for coding agents, at the end of AGENTS.md. */
export function planAgentsText({ read }: Pick<Survey, 'read'>): Change {
  const path = 'AGENTS.md';
  const text = read(path);
  if (text === undefined) return { kind: 'create', path, text: `# For coding agents\n\n${TEXT}` };
  if (text.includes(HEADING)) return { kind: 'keep', path, why: 'it has a section about cto-lint already' };
  return { kind: 'extend', path, text: `${text.replace(/\n*$/, '\n\n')}${TEXT}`, added: TEXT };
}
