import { describe, expect, it } from 'vitest';
import { schema } from '../../../rules/admission/schema.ts';
import { judge } from '../judge.ts';
import { ADMISSION, columnOf, FALLBACK, json, KEYS, lineOf, PATH } from './model-admission.ts';

describe('admission/schema', () => {
  const told = (text: string) => judge(schema, { [PATH]: text });

  it.each([
    ['whole', ADMISSION],
    ['with a fallback', { ...ADMISSION, fallback: FALLBACK }],
    ['to be reviewed on a day that passed', { ...ADMISSION, review_trigger: '31.10.2025' }],
    ['to be reviewed upon an event', { ...ADMISSION, review_trigger: 'as soon as the vendor is replaced' }],
    ['with an expectation of one word', { ...ADMISSION, evidence_expectations: ['digests'] }],
    ['with another zone', { ...ADMISSION, admission_timestamp: '2026-06-04T10:00:00+02:00' }],
  ])('%s', async (_, data) => {
    expect(await told(json(data))).toEqual([]);
  });

  it.each(KEYS)('without %s', async (key) => {
    const data = Object.fromEntries(Object.entries(ADMISSION).filter(([other]) => other !== key));
    expect(await told(json(data))).toEqual([`${PATH}:1:1 The admission lacks \`${key}\`.`]);
  });

  it.each(KEYS)('with %s misspelt', async (key) => {
    const text = json(ADMISSION).replace(`"${key}"`, `"${key}s"`);
    expect(await told(text)).toEqual([
      `${PATH}:1:1 The admission lacks \`${key}\`.`,
      `${PATH}:${lineOf(key)}:3 The format of an admission has no such key.`,
    ]);
  });

  it.each(KEYS)('with %s empty', async (key) => {
    const [message] = await told(json({ ...ADMISSION, [key]: '' }));
    expect(message).toBe(`${PATH}:${lineOf(key)}:${columnOf(key)} In the admission \`${key}\` is empty.`);
  });

  it.each([
    [
      'a time without a zone',
      'admission_timestamp',
      '2026-06-04T08:00:00',
      'is not of the form that it must have.',
    ],
    ['a number', 'model', 5, 'is not of the form that it must have.'],
    ['null', 'provider', null, 'is empty.'],
    ['spaces', 'approval_source', '  ', 'is not of the form that it must have.'],
    ['no expectation', 'evidence_expectations', [], 'is not of the form that it must have.'],
    ['a model of any version', 'model', 'gpt-latest', 'is to be one exact name.'],
    ['a provider of two names', 'provider', 'openai or anthropic', 'is to be one exact name.'],
    ['a placeholder', 'allowed_network_class', 'TBD', 'holds a placeholder.'],
  ])('with %s', async (_, key, value, message) => {
    expect(await told(json({ ...ADMISSION, [key]: value }))).toEqual([
      `${PATH}:${lineOf(key)}:${columnOf(key)} In the admission \`${key}\` ${message}`,
    ]);
  });

  it.each(['none', 'no review', 'whenever', 'as needed', 'later', 'yesterday', 'on <date>'])(
    'to be reviewed %s',
    async (review_trigger) => {
      expect(await told(json({ ...ADMISSION, review_trigger }))).toEqual([
        `${PATH}:${lineOf('review_trigger')}:${columnOf('review_trigger')} In the admission \`review_trigger\` names no expiry, date or condition.`,
      ]);
    },
  );

  it.each(['TBD', 'none', '-', 'to be defined', '<expectation>'])('with %s as expectation', async (one) => {
    const key = 'evidence_expectations';
    expect(await told(json({ ...ADMISSION, [key]: ['pass report', one] }))).toEqual([
      `${PATH}:${lineOf(key)}:${columnOf(key)} In the admission \`${key}\` holds a placeholder.`,
    ]);
  });

  it('made on a later day', async () => {
    const admitted = (admission_timestamp: string) => told(json({ ...ADMISSION, admission_timestamp }));
    const place = `${PATH}:${lineOf('admission_timestamp')}:${columnOf('admission_timestamp')}`;
    expect(await admitted('2026-06-02T00:30:00+14:00')).toEqual([
      `${place} The admission is dated before the approval that it names.`,
    ]);
    expect(await admitted('2026-06-02T20:00:00Z')).toEqual([]);
    expect(await admitted('2026-06-16T00:30:00Z')).toEqual([`${place} The admission lies in the future.`]);
    expect(await admitted('2026-06-16T00:30:00+01:00')).toEqual([]);
  });

  it.each([
    ['a list', '[]\n', [`${PATH}:1:1 This is no mapping of keys, so nothing is admitted.`]],
    [
      'half a fallback',
      json({ ...ADMISSION, fallback: { provider: 'vllm' } }),
      [`${PATH}:12:15 The admission lacks \`model\`.`],
    ],
    [
      'an inexact fallback',
      json({ ...ADMISSION, fallback: { ...FALLBACK, model: 'qwen-*' } }),
      [`${PATH}:14:14 In the admission \`fallback.model\` is to be one exact name.`],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});
