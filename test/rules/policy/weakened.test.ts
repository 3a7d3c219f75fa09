import { describe, expect, it } from 'vitest';
import { weakened } from '../../../rules/policy/weakened.ts';
import { type Files, judge } from '../judge.ts';

const POLICY = 'cto-lint.config.yaml';
const file = (text: string): Files => ({ [POLICY]: text });
const run = (name: string): string => `{"run":"${name}","files":["a"],"count":1,"lines":1,"entries":"AA"},\n`;
const index = (...runs: readonly string[]): string =>
  `{"format":"x","runs":[\n${runs.map(run).join('')}null]}\n`;

describe('a change that loosens the policy is told where it does', () => {
  it.each([
    [
      'a rule is switched off',
      file('rules:\n  file/blinded: error\n'),
      file('rules:\n  file/blinded: off\n'),
      [`${POLICY}:2:3 The rule file/blinded is switched off.`],
    ],
    [
      'in JSON',
      { 'cto-lint.config.json': '{}\n' },
      { 'cto-lint.config.json': '{ "rules": { "file/blinded": "off" } }\n' },
      ['cto-lint.config.json:1:14 The rule file/blinded is switched off.'],
    ],
    [
      'a firm rule is lowered, which makes the policy unusable',
      file(''),
      file('rules: { decision/status-value: warning }\n'),
      [`${POLICY}:1:1 The policy file cannot be used any more.`],
    ],
    [
      'a glob of a kind is gone',
      file('kinds:\n  sot: ["plans/**", "notes/**"]\n'),
      file('kinds:\n  sot: ["plans/**"]\n'),
      [`${POLICY}:2:3 \`kinds.sot\` covers less than before.`],
    ],
    [
      'the key itself is gone',
      file('protected: ["vendor/**"]\n'),
      file('rules: {}\n'),
      [`${POLICY}:1:1 \`protected\` covers less than before.`],
    ],
    [
      'an entry behind inherited ones',
      file('work:\n  known: [CTO-WORK-090]\n'),
      file('work:\n  known: [CTO-WORK-090, CTO-WORK-091]\n'),
      [`${POLICY}:2:25 \`work.known\` allows more than before.`],
    ],
    [
      'a suppression is added',
      file('rules: {}\n'),
      file(
        'rules: {}\nsuppress:\n  - { rule: work/drift, path: a.md, reason: later, owner: ada, expires: 2027-01-31 }\n',
      ),
      [`${POLICY}:3:5 A suppression of work/drift is new.`],
    ],
    [
      'an exception is widened',
      file('except: { file/blinded: ["a/*.md"] }\n'),
      file('except: { file/blinded: ["**"] }\n'),
      [`${POLICY}:1:26 The rule file/blinded leaves more paths alone.`],
    ],
    ['the file is deleted', file('rules: {}\n'), {}, [`${POLICY}:1:1 The policy file is gone.`]],
    [
      'the file is renamed away',
      file('protected: ["vendor/**"]\n'),
      { 'cto-lint.yaml': 'protected: ["vendor/**"]\n' },
      [`${POLICY}:1:1 The policy file is gone.`, `${POLICY}:1:1 \`protected\` covers less than before.`],
    ],
    [
      'the file is broken',
      file('rules: {}\n'),
      file('rules: {\n'),
      [`${POLICY}:1:1 The policy file cannot be used any more.`],
    ],
    [
      'a file is brought in that loosens the built-in policy',
      {},
      file('rules:\n  work/drift: off\n'),
      [`${POLICY}:2:3 The rule work/drift is switched off.`],
    ],
    [
      'a run is taken out of the evidence index',
      { ...file('evidence: { index: runs.json }\n'), 'runs.json': index('r1', 'r2') },
      { ...file('evidence: { index: runs.json }\n'), 'runs.json': index('r2') },
      ['runs.json:1:1 The evidence index has lost or changed 1 of its runs.'],
    ],
    [
      'a file of the evidence index is deleted',
      { ...file('evidence: { index: runs }\n'), 'runs/a.json': index('r1'), 'runs/b.json': index('r2') },
      { ...file('evidence: { index: runs }\n'), 'runs/b.json': index('r2') },
      ['runs/a.json:1:1 The evidence index has lost or changed 1 of its runs.'],
    ],
    [
      'a signer is added',
      { ...file('authorities: { signers: signers }\n'), signers: 'a@x.org ssh-ed25519 AAAA\n' },
      {
        ...file('authorities: { signers: signers }\n'),
        signers: 'a@x.org ssh-ed25519 AAAA\n* ssh-ed25519 BBBB\n',
      },
      ['signers:1:1 The list of signers has 1 new lines.'],
    ],
  ])('%s', async (_, base, next, expected) => {
    expect(await judge(weakened, next as Files, { base: base as Files })).toEqual(expected);
  });
});

describe('a change that keeps or tightens the policy passes', () => {
  it.each([
    ['a rule is raised', file('rules: { work/drift: warning }\n'), file('rules: { work/drift: error }\n')],
    ['a kind is widened', file('kinds: { sot: ["plans/*.md"] }\n'), file('kinds: { sot: ["plans/**"] }\n')],
    ['a target is added', file(''), file('targets: [{ name: shop, paths: [/srv/shop] }]\n')],
    ['a policy file is brought in', {}, file('protected: ["vendor/**"]\n')],
    ['a broken file is mended', file('rules: {\n'), file('rules: {}\n')],
    [
      'a suppression ends',
      file(
        'suppress:\n  - { rule: work/drift, path: a.md, reason: later, owner: ada, expires: 2027-01-31 }\n',
      ),
      file(''),
    ],
    [
      'it moves to JSON',
      file('protected: ["vendor/**"]\n'),
      { 'cto-lint.config.json': '{ "protected": ["vendor/**"] }\n' },
    ],
    [
      'a run moves to another file of the index',
      { ...file('evidence: { index: runs }\n'), 'runs/a.json': index('r1', 'r2') },
      {
        ...file('evidence: { index: runs }\n'),
        'runs/a.json': index('r2'),
        'runs/b.json': index('r1', 'r3'),
      },
    ],
    [
      'a signer is removed, with a remark',
      { ...file('authorities: { signers: signers }\n'), signers: 'a@x.org ssh-ed25519 AAAA\n' },
      { ...file('authorities: { signers: signers }\n'), signers: '# nobody yet\n' },
    ],
    [
      'nothing of it changes',
      { ...file('rules: {}\n'), 'a.md': 'a' },
      { ...file('rules: {}\n'), 'a.md': 'b' },
    ],
  ])('%s', async (_, base, next) => {
    expect(await judge(weakened, next as Files, { base: base as Files })).toEqual([]);
  });
});
