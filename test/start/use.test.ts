import { describe, expect, it } from 'vitest';
import { useOf } from '../../src/start/use.ts';

describe('what the program is started for', () => {
  it.each([
    [['--staged'], 'hook'],
    [['check', '--staged'], 'hook'],
    [['--staged', '--timing'], 'others'],
    [['evidence', 'index', 'runs'], 'evidence'],
    [['evidence'], 'evidence'],
    [['check', 'evidence'], 'others'],
    [['check', '--history', '--threads', '1'], 'history'],
    [[], 'others'],
  ])('%j: %s', (args, use) => {
    expect(useOf(args)).toBe(use);
  });
});
