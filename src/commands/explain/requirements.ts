import { RULES } from '../../../rules/registry.ts';

/** Requirements that commands enforce, not rules. Each names the command that a test of its own shows both sides of. */
export const BY_COMMAND: Readonly<Record<string, readonly string[]>> = {
  'cto-lint evidence verify': ['EVI-4', 'EVI-5', 'EVI-6'],
  'cto-lint gate': [
    'ADM-2',
    'ADM-4',
    'ADM-5',
    'ADM-6',
    'ADM-7',
    'ADM-8',
    'ADM-9',
    'BLD-3',
    'BLD-4',
    'BLD-5',
    'TSK-5',
  ],
  'cto-lint check': ['POL-1'],
};

function series(prefix: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${prefix}-${index + 1}`);
}

/** Every row that the governed route demands; one without a rule or command is seen at once. */
export const REQUIREMENTS: readonly string[] = [
  ...series('SUR', 8),
  ...series('DEC', 15),
  ...series('PKT', 16),
  ...series('WRK', 8),
  ...series('SOT', 6),
  ...series('EVI', 6),
  ...series('TGT', 5),
  ...series('ADM', 9),
  ...series('BLD', 7),
  ...series('TSK', 5),
  ...series('POL', 5),
];

/** What is demanded of cto-lint itself, and of no repository: that Target Repositories stay shut. A test traces it. */
const BY_DESIGN: readonly string[] = ['TGT-3'];

/** Rules and commands; none where it is cto-lint's own doing. */
export function enforcedBy(requirement: string): readonly string[] {
  const rules = RULES.filter(({ requirements }) => requirements.includes(requirement)).map(({ id }) => id);
  const commands = Object.entries(BY_COMMAND).filter(([, rows]) => rows.includes(requirement));
  return [...rules, ...commands.map(([command]) => command)];
}

export function requirementTable(): string {
  return REQUIREMENTS.map(
    (row) =>
      `${row.padEnd(7)} ${BY_DESIGN.includes(row) ? 'cto-lint itself' : enforcedBy(row).join(', ') || '(nothing enforces it)'}\n`,
  ).join('');
}
