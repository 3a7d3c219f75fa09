import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const HEX = '0123456789abcdef';
const uuid = [8, 4, 4, 4, 12].map((length, at) => drawn(length, HEX, 470 + at)).join('-');
const token = drawn(36, undefined, 475);

describe('the type of a resource in an ARN', () => {
  it.each([
    `{"secretArn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-${uuid}-AbCdEf"}`,
    `arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:prod/${uuid}-AbCdEf`,
  ])('is no name of a secret: %s', (text) => expect(found(text, 'a.json')).toEqual([]));

  it.each([`db:secret: ${token}`, `arn: x, secret: ${token}`])('is another than %s', (text) =>
    expect(found(text, 'a.yaml')).toEqual([[token, 'certain']]),
  );
});
