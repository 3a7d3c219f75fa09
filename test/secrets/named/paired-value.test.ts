import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const token = drawn(36, undefined, 421);
const madeUp = `Kraken${drawn(2, '23456789', 422)}!${drawn(6, undefined, 423)}`;
const digest = drawn(64, '0123456789abcdef', 424);

describe('a value under a key of its own', () => {
  it.each([
    ['variables:\n  DEPLOY_TOKEN:\n    value: ', token, '\n    description: "x"\n'],
    ['variables:\n  DEPLOY_TOKEN:\n    description: "x"\n    value: "', token, '"\n'],
    ['{"value":"', token, '","name":"API_TOKEN"}'],
    ['{\n  "value": "', token, '",\n  "name": "API_TOKEN"\n}'],
    ['env:\n  - value: ', token, '\n    name: API_TOKEN\n'],
    ['set {\n  value = "', madeUp, '"\n  name  = "auth.password"\n}'],
    ['{"Key":"DB_PASSWORD","Type":"String","Description":"of the shop","Value":"', madeUp, '"}'],
    ['[{"ParameterKey":"DbPassword","ParameterValue":"', madeUp, '"}]'],
    ['[{"ParameterValue":"', madeUp, '","ParameterKey":"DbPassword"}]'],
    ['- ParameterKey: DbPassword\n  ParameterValue: ', madeUp, '\n'],
    ['<String>\n<Key>Password</Key>\n<Value ProtectInMemory="True">', madeUp, '</Value>\n</String>'],
  ])('is found: %s%s%s', (before, secret, after) => {
    expect(found(before + secret + after, 'a.yaml')).toEqual([[secret, 'certain']]);
  });

  it.each([
    `{"value":"\${API_TOKEN}","name":"API_TOKEN"}`,
    `[{"name":"digest","value":"${digest}"},{"name":"API_TOKEN","value":"x"}]`,
    `[{"name":"digest","value":"${digest}"},\n{"name":"API_TOKEN","valueFrom":{"secretKeyRef":{"name":"a"}}}]`,
    `env:\n  - name: BUILD\n    value: ${token}\n  - name: API_TOKEN\n    valueFrom: x\n`,
    'variables:\n  DEPLOY_TOKEN:\n    value: $OTHER\n    description: "Rotate2024-it every 90d"\n',
    `variables:\n  DEPLOY_TOKEN:\n    description: x\n  BUILD:\n    value: ${token}\n`,
    '{"ParameterKey":"DbPassword","ParameterValue":"{{resolve:secretsmanager:db:SecretString:pw2}}"}',
    '{"ParameterKey":"DbPassword","UsePreviousValue":true},{"ParameterKey":"Ami","ParameterValue":"ami-0abc123def4567890"}',
    '<String>\n<Key>Password</Key>\n<Value>{REF:P@I:46C9B1FFBD4ABC4BBB260C6190BAD20C}</Value>\n</String>',
  ])('is none, or of another name: %s', (text) => expect(found(text, 'a.yaml')).toEqual([]));
});

describe('an argument in an entry of its own', () => {
  it.each([
    ['args:\n  - --api-token\n  - ', token, '\n'],
    ['args:\n  - "--api-token"\n  - "', token, '"\n'],
    ['"args": [\n  "--password",\n  "', madeUp, '"\n]'],
  ])('is found: %s%s%s', (before, secret, after) => {
    expect(found(before + secret + after, 'a.yaml')).toEqual([[secret, 'certain']]);
  });

  it.each([
    'args:\n  - --api-token\n  - $(API_TOKEN)\n  - --image\n  - app:v1.22.3-b4f\n',
    'args:\n  - --password-file\n  - /etc/x/password.txt\n  - --token\n  - --verbose2\n',
    `see --api-token\n- ${token} is a build\n`,
  ])('is none: %s', (text) => expect(found(text, 'a.yaml')).toEqual([]));
});
