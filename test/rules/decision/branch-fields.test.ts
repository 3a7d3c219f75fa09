import { describe, expect, it } from 'vitest';
import { branchFields } from '../../../rules/decision/branch-fields.ts';
import { json, LOCAL_ADMISSION, PATH } from '../admission/model-admission.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, LOCAL, RECORD, recordText } from '../record.ts';

const told = (fields: Fields) => judge(branchFields, { [RECORD]: recordText(fields) });

describe('decision/branch-fields: each field of a branch', () => {
  const { approval_source: approval, ...unapproved } = EXTERNAL;
  const A = '`external_provider_approved`';
  it.each<[string, Fields, readonly string[]]>([
    ['all are there', EXTERNAL, []],
    ['all are there under a local branch', LOCAL, []],
    [
      'one is missing',
      unapproved,
      [`10:20 ${A} requires \`approval_source\`, and the record does not have it.`],
    ],
    [
      'one is misspelt',
      { ...unapproved, 'approval-source': approval! },
      [`19:3 ${A} requires \`approval_source\`: this key only resembles it.`],
    ],
    ['one is empty', { ...EXTERNAL, model: '' }, [`13:3 ${A} requires a value for \`model\`.`]],
    [
      'one is a placeholder',
      { ...EXTERNAL, allowed_network_class: 'TBD' },
      [`16:26 \`allowed_network_class\` holds a placeholder where ${A} requires a value.`],
    ],
    [
      'one is none of its values',
      { ...EXTERNAL, provider_class: 'external' },
      [`11:19 \`provider_class\` is to be external_anthropic or external_openai_codex under ${A}.`],
    ],
    [
      'one of another branch',
      { ...LOCAL, provider_class: 'external_anthropic' },
      ['11:19 `provider_class` is to be local_case_compatible under `local_provider_required`.'],
    ],
  ])('%s', async (_, fields, expected) => {
    expect(await told(fields)).toEqual(expected.map((line) => `${RECORD}:${line}`));
  });

  it.each([
    ['sources in a list below their key', '- evidence_sources:\n  - NOTES.md\n  - d23c492', []],
    ['keys below a key', '- evidence_sources:\n  - note: NOTES.md', ['18:3']],
    ['nothing below it', '- evidence_sources:', ['18:3']],
  ])('%s', async (_, list, places) => {
    const text = recordText(EXTERNAL).replace(/^- evidence_sources: .*$/m, list);
    expect(await judge(branchFields, { [RECORD]: text })).toEqual(
      places.map((place) => `${RECORD}:${place} ${A} requires a value for \`evidence_sources\`.`),
    );
  });

  it('one is there twice', async () => {
    const text = recordText(EXTERNAL).replace(/^- model: .*$/m, '$&\n- model: gpt-5.4.');
    expect(await judge(branchFields, { [RECORD]: text })).toEqual([
      `${RECORD}:14:3 \`model\` is stated twice. <- ${RECORD}:13:3 The first stands here.`,
    ]);
  });
});

describe('decision/branch-fields: sources', () => {
  const inBlock = (sources: string): string =>
    recordText({ decision_status: 'STATE' }).replace(
      /^- decision_status: STATE.*$/m,
      [
        '```yaml',
        ...Object.entries({ ...EXTERNAL, evidence_sources: undefined }).map(([key, value]) =>
          value === undefined ? `${key}: ${sources}` : `${key}: ${JSON.stringify(value)}`,
        ),
        '```',
      ].join('\n'),
    );
  const told = (text: string) => judge(branchFields, { [RECORD]: text });

  it.each([
    '[]',
    '[""]',
    '[~]',
    '[~, ""]',
    '", ,"',
    '[[]]',
    '{}',
    '{ a: PACKET.md }',
    '[TBD]',
    'none',
    '[-]',
  ])('none is named by %s', async (sources) => {
    const findings = await told(inBlock(sources));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('`evidence_sources`');
  });

  it.each(['[PACKET.md]', 'PACKET.md', '[PACKET.md, ""]', '"PACKET.md, "', '[none.md]', '[./NIL]'])(
    'one is named by %s',
    async (sources) => {
      expect(await told(inBlock(sources))).toEqual([]);
    },
  );

  it('none is named by an empty list of an item', async () => {
    expect(await told(recordText({ ...EXTERNAL, evidence_sources: '[]' }))).toEqual([
      `${RECORD}:18:3 \`external_provider_approved\` requires a value for \`evidence_sources\`.`,
    ]);
  });
});

describe('decision/branch-fields: classes of a local branch', () => {
  const words = (key: string): string => `\`${key}\` names no class that \`local_provider_required\` allows.`;
  it.each([
    ['credential_source_class', 'local-keyring'],
    ['credential_source_class', 'none'],
    ['credential_source_class', 'no secret; nothing leaves the host'],
    ['allowed_network_class', 'local-only'],
    ['allowed_network_class', 'bounded-to-the-model-host'],
    ['allowed_network_class', 'loopback, no-internet'],
  ])('%s: %s', async (key, value) => {
    expect(await told({ ...LOCAL, [key]: value })).toEqual([]);
  });

  it.each([
    ['credential_source_class', 'team-oauth-config', 15, 28],
    ['credential_source_class', 'hosted-oauth-and-local-config', 15, 28],
    ['credential_source_class', 'non-local', 15, 28],
    ['allowed_network_class', 'hosted-model-plus-local', 16, 26],
    ['allowed_network_class', 'unbounded', 16, 26],
    ['allowed_network_class', 'not bounded', 16, 26],
    ['allowed_network_class', 'hosted-model-only', 16, 26],
  ] as const)('%s: %s is none', async (key, value, line, column) => {
    expect(await told({ ...LOCAL, [key]: value })).toEqual([`${RECORD}:${line}:${column} ${words(key)}`]);
  });
});

describe('decision/branch-fields: the effect', () => {
  const unsaid = (status: string, statement: string): string =>
    `${RECORD}:19:11 \`effect\` does not say what \`${status}\` demands of it: ${statement}.`;

  it.each([
    'CTO-WORK-020 stays blocked until an admitted provider/model and a real Stage 2 pass report exist',
    'CTO-WORK-020 is still blocked until an admitted provider and model and a real Stage 2 pass report exist',
    'CTO-WORK-020 shall remain blocked until admitted provider/model and real Stage 2 pass report exist',
    'Accordingly, CTO-WORK-020 strictly remains blocked until admitted provider/model and real Stage 2 pass report exist',
    'Until an admitted provider/model and a real Stage 2 pass report exist, CTO-WORK-020 remains blocked',
    'CTO-WORK-020 may not start until admitted provider/model and real Stage 2 pass report exist',
  ])('%s', async (effect) => {
    expect(await told({ ...EXTERNAL, effect })).toEqual([]);
  });

  it.each([
    'CTO-WORK-020 is ready',
    'CTO-WORK-020 remains blocked',
    'CTO-WORK-020 no longer remains blocked until admitted provider/model and real Stage 2 pass report exist',
    'CTO-WORK-022 remains blocked until admitted provider/model and real Stage 2 pass report exist',
    'none',
    'CTO-WORK-020 remains blocked until admitted provider/model and fake Stage 2 pass report exist',
    'CTO-WORK-020 remains blocked until admitted provider/model and real Stage 2 report exist',
    'CTO-WORK-020 should remain blocked until admitted provider/model and real Stage 2 pass report exist',
    'CTO-WORK-020 may remain blocked until admitted provider/model and real Stage 2 pass report exist',
    'CTO-WORK-020 remained blocked until admitted provider/model and real Stage 2 pass report exist',
    'formally CTO-WORK-020 remains blocked until admitted provider/model and real Stage 2 pass report exist',
    'CTO-WORK-020 temporarily remains blocked until admitted provider/model and real Stage 2 pass report exist',
  ])('%s is not enough', async (effect) => {
    expect(await told({ ...EXTERNAL, effect })).toEqual([
      unsaid('external_provider_approved', 'effect-external'),
    ]);
  });

  const WAITS =
    'CTO-WORK-020 remains blocked until admitted provider/model and real Stage 2 pass report exist';

  it.each([
    '; CTO-WORK-022 remains blocked',
    '; then CTO-WORK-020 may start',
    '; nothing may start before that',
    '. Stage 2 may not start earlier',
    '; no exceptions',
    '; it must not be bypassed',
    '; once both exist JP may lift it',
    '; CTO-WORK-024 may be closed now',
    '; preparation of the admission may continue meanwhile',
    ' for primary or fallback',
    '. An admission or a pass report alone does not unblock it',
    ' (see CTO-ISSUES.md)',
    ' (required by the packet)',
    ', as recorded in the packet',
    ', but preparation may continue',
    ', but CTO-WORK-024 is resolved',
    ', while CTO-WORK-022 stays blocked',
  ])('stays what it is with: %s', async (more) => {
    expect(await told({ ...EXTERNAL, effect: WAITS + more })).toEqual([]);
  });

  it.each([
    ', then it is skipped',
    ' or JP says otherwise',
    ', or until 2026-07-01',
    ', except for the nightly run',
    '; nightly runs are exempt',
    '; exceptions are granted by JP',
    '; this does not apply to nightly runs',
    '; Stage 2 may start before that',
    '. Case may run earlier for a demo',
    '; JP may lift it',
    '; JP can override this',
    '. Unless JP objects, Stage 2 starts tomorrow',
    ' (waived)',
    ', already met',
    ', which they do',
    ', but work starts',
    ', although Stage 2 runs',
    ', while work continues',
    ' (suspended for June)',
    ' (currently relaxed)',
    ', lifted by JP on 2026-06-01',
    `. ${'It waits. '.repeat(500)}`,
  ])('is not taken back with: %s', async (more) => {
    expect(await told({ ...EXTERNAL, effect: WAITS + more })).toEqual([
      unsaid('external_provider_approved', 'effect-external'),
    ]);
  });

  it('is said in the words of its own branch', async () => {
    expect(await told({ ...EXTERNAL, effect: LOCAL.effect! })).toEqual([
      unsaid('external_provider_approved', 'effect-external'),
    ]);
    expect(await told({ ...LOCAL, effect: EXTERNAL.effect! })).toEqual([
      unsaid('local_provider_required', 'effect-local'),
    ]);
  });
});

describe('decision/branch-fields: the pair of a local branch', () => {
  const filled = { ...LOCAL, provider: 'vllm', model: 'qwen3.6-35b-a3b' };

  it('stays empty until an admission names exactly this one', async () => {
    const record = { [RECORD]: recordText(filled) };
    const early = (key: string): string =>
      `\`${key}\` stays empty under \`local_provider_required\` until an admission names exactly this pair.`;
    expect(await judge(branchFields, { ...record, [PATH]: json(LOCAL_ADMISSION) })).toEqual([]);
    expect(await judge(branchFields, record)).toEqual([
      `${RECORD}:12:13 ${early('provider')}`,
      `${RECORD}:13:10 ${early('model')}`,
    ]);
    const other = json({ ...LOCAL_ADMISSION, model: 'qwen3.6-8b' });
    expect(await judge(branchFields, { ...record, [PATH]: other })).toHaveLength(2);
  });
});
