/** A decision record made for tests: the fields of its current state in some form, and its history. */
export const RECORD = 'route/MODEL-DECISION-RECORD.md';

export type Fields = Readonly<Record<string, string>>;

export const EXTERNAL: Fields = {
  decision_status: 'external_provider_approved',
  provider_class: 'external_openai_codex',
  provider: 'openai-codex',
  model: 'gpt-5.5',
  approval_source: 'JP, signed note of 2026-06-03',
  credential_source_class: 'team-oauth-config',
  allowed_network_class: 'hosted-model-only',
  review_trigger: 'before any model change',
  evidence_sources: 'NOTES.md, d23c492, ~/.hermes/profiles/a/harness-runs/x/report.json',
  effect: 'CTO-WORK-020 remains blocked until admitted provider/model and real Stage 2 pass report exist',
};

export const LOCAL: Fields = {
  decision_status: 'local_provider_required',
  provider_class: 'local_case_compatible',
  provider: '',
  model: '',
  approval_source: 'JP, second note of 2026-06-10',
  credential_source_class: 'no-secret',
  allowed_network_class: 'loopback-only',
  review_trigger: 'before any model change',
  evidence_sources: 'NOTES.md',
  effect:
    'CTO-WORK-020 remains blocked until local provider/model admission and real Stage 2 pass report exist',
};

export const UNDECIDED: Fields = { decision_status: 'not_decided' };

const FRONT_MATTER = ['title: Model Decision Record', 'route: model'];

const FORMS = {
  bullets: (fields: Fields) => Object.entries(fields).map(([key, value]) => `- ${key}: ${value}.`),
  stars: (fields: Fields) => Object.entries(fields).map(([key, value]) => `* **${key}**: ${value}`),
  backticks: (fields: Fields) =>
    Object.entries(fields).map(([key, value]) =>
      value === '' ? `- \`${key}\`:` : `- \`${key}\`: \`${value.replaceAll(', ', '`, `')}\`.`,
    ),
  lines: (fields: Fields) => Object.entries(fields).map(([key, value]) => `${key}: ${value}`),
  table: (fields: Fields) => [
    '| Field | Value |',
    '| --- | --- |',
    ...Object.entries(fields).map(([key, value]) => `| ${key} | ${value} |`),
  ],
  yaml: (fields: Fields) => [
    '```yaml',
    ...Object.entries(fields).map(([key, value]) => `${key}: "${value}"`),
    '```',
  ],
  json: (fields: Fields) => ['```json', ...JSON.stringify(fields, null, 2).split('\n'), '```'],
} as const;

export type Form = keyof typeof FORMS | 'front matter';
export const ALL_FORMS = [...Object.keys(FORMS), 'front matter'] as readonly Form[];

/** The first field of the current state stands in line 10. */
export function recordText(
  fields: Fields,
  history: readonly string[] = ['not_decided'],
  form: Form = 'bullets',
): string {
  const inFrontMatter =
    form === 'front matter' ? Object.entries(fields).map(([key, value]) => `${key}: "${value}"`) : [];
  const state = form === 'front matter' ? ['As the front matter says.'] : FORMS[form](fields);
  return [
    '---',
    ...FRONT_MATTER,
    ...inFrontMatter,
    '---',
    '',
    '# Model Decision Record',
    '',
    '## Current Decision State',
    '',
    ...state,
    '',
    '## Decision History',
    '',
    'Previous state:',
    '',
    ...history.map((status) => `- decision_status: ${status}.`),
    '',
  ].join('\n');
}

/** What the sources of `EXTERNAL` lead to. */
export const BESIDE = { 'docs/NOTES.md': '# Notes\n' };
export const COMMITS = ['d23c492aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'];
