import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { plainPolicy } from '../../src/policy/plain-policy.ts';

describe('a policy file that adds nothing', () => {
  it.each([
    'extends: cto\n',
    'extends: cto  # all of it\n',
    '# The policy.\n\n  # Its keys.\nextends: cto\n\n# kinds:\n#\ttask: []\n',
  ])('is the built-in policy: %j', (text) => {
    expect(plainPolicy(text)).toEqual(loadPolicy(text, 'policy'));
  });

  it.each([
    '',
    'extends: none\n',
    'extends: cto',
    'extends: ctox\n',
    'extends: cto#\n',
    ' extends: cto\n',
    'extends: cto\nextends: cto\n',
    'extends: cto\nprotected: ["vendor/**"]\n',
    'extends: cto\n# a\rprotected: ["vendor/**"]\n',
    'extends: cto\n# a\u2028protected: []\n',
    'extends: cto\r\n',
    '\ufeffextends: cto\n',
    '%YAML 1.1\n---\nextends: cto\n',
    'extends: cto\n...\n',
    'extends: cto\n\t\n',
    'extends:\n  cto\n',
  ])('is read by YAML where it may say more: %j', (text) => {
    expect(plainPolicy(text)).toBeUndefined();
  });
});
