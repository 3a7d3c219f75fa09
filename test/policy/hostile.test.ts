import { describe, expect, it } from 'vitest';
import { listedTargets } from '../../src/policy/listed-targets.ts';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { loadTargets } from '../../src/policy/load-targets.ts';
import { PolicyError } from '../../src/policy/policy-error.ts';
import { LateError } from '../../src/time-limit.ts';

// With the stack nearly full V8 aborts the process, with 134 and a dump, where it would compile a pattern.
describe('a policy that nests deeply', () => {
  it.each(['[', '{ a: ', '- ', '? ', '[ { a: '])('as %j many times: is refused', (unit) => {
    const text = unit.repeat(10_000);
    expect(() => loadPolicy(`rules: {}\nwork:\n${text}`, 'a.yaml')).toThrow(PolicyError);
    expect(() => loadTargets(text, 'a.yaml')).toThrow(PolicyError);
    expect(listedTargets(`targets:\n${text}`)).toBeUndefined();
  });

  it('is told with its line', () => {
    expect(() => loadPolicy(`rules: {}\nwork: ${'['.repeat(100)}${']'.repeat(100)}\n`, 'a.yaml')).toThrow(
      expect.objectContaining({ line: 2, message: expect.stringContaining('nested too deeply') as string }),
    );
    expect(() => loadTargets(`- ${'['.repeat(100)}${']'.repeat(100)}\n`, 'a.yaml')).toThrow(
      'nested too deeply',
    );
  });

  it('as deep as anybody writes: is read', () => {
    expect(loadPolicy('work: { known: [CTO-WORK-018] }\n', 'a.yaml').work?.known).toContain('CTO-WORK-018');
  });
});

describe('a policy that takes the YAML library minutes', () => {
  it.each([
    ['keys', Array.from({ length: 140_000 }, (_, at) => `k${at}:\n`).join('')],
    ['errors', '\n* '.repeat(60_000)],
    ['closing brackets', ']'.repeat(200_000)],
  ])('%s: is refused or stopped', (_, text) => {
    let thrown: unknown;
    try {
      loadPolicy(text, 'a.yaml');
    } catch (error) {
      thrown = error;
    }
    expect(thrown instanceof PolicyError || thrown instanceof LateError).toBe(true);
  });
});
