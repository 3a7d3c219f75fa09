export const PATH = 'route/MODEL-ISSUES.md';

/** The item's heading stands in line 3, its status in line 5. */
export function item(id: string, status: string, more: readonly string[] = []): string {
  return [
    '# Issues',
    '',
    `## ${id} - Do it`,
    '',
    `Status: ${status}.`,
    '',
    'Acceptance:',
    '',
    '- It is done.',
    '',
    'Blocked by:',
    '',
    '- Somebody.',
    '',
    ...more,
  ].join('\n');
}
