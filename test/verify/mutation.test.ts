import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommitted } from '../../src/commands/opening/open-committed.ts';
import { decideRun } from '../../src/verify/decide.ts';
import type { RunFacts } from '../../src/verify/facts.ts';
import { gatherRun } from '../../src/verify/gather.ts';
import { readReport } from '../../src/verify/read-report.ts';
import { Harness, json } from '../gate/harness.ts';
import { REPORT, writeRun } from './run.ts';

const harness = new Harness();
const runDir = writeRun(harness.path('runs'));
const FILE = join(runDir, 'report.json');
let facts: RunFacts;
let good: Record<string, unknown>;

beforeAll(async () => {
  const { env, root: cwd } = harness;
  const committed = await openCommitted(undefined, '2026-11-20', { cwd, env });
  const admission = harness.path('admission.json');
  facts = await gatherRun({ ...committed, env, cwd, runDir, admission, onProgress: undefined });
  good = facts.report.data as Record<string, unknown>;
});
afterAll(() => harness.remove());

async function passes(report: unknown): Promise<boolean> {
  writeFileSync(FILE, typeof report === 'string' ? report : json(report));
  return decideRun({ ...facts, report: await readReport(FILE) }).pass;
}

/** Every way to spoil a value that leaves it no value of its kind, or another one. */
function spoiled(value: unknown): unknown[] {
  const others = [undefined, null, {}, []].filter((one) => JSON.stringify(one) !== JSON.stringify(value));
  if (typeof value === 'boolean') return [...others, !value, String(value), Number(value)];
  if (typeof value === 'number') return [...others, value + 1, -value - 1, value + 0.5, String(value)];
  if (typeof value === 'string')
    return [
      ...others,
      '',
      `${value} `,
      `${value}x`,
      value.slice(1),
      value.toUpperCase() === value ? `x${value}` : value.toUpperCase(),
      [value],
    ];
  return [...others, 'text', 1, true];
}

type Path = readonly string[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, own]) => leaves(own, [...path, key]))];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], value);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const own = value as Record<string, unknown>;
  return { ...own, [key]: replaced(own[key], rest, by) };
}

describe('a report with one field spoiled', () => {
  it('is the good case where none is', async () => {
    expect(await passes(good)).toBe(true);
  });

  it.each(leaves(REPORT).filter((path) => path.length > 0))('is no pass: %s', async (...path) => {
    const own = path.filter((key) => typeof key === 'string');
    const survivors: unknown[] = [];
    for (const value of spoiled(at(good, own)))
      if (await passes(replaced(good, own, value))) survivors.push(value);
    expect(survivors).toEqual([]);
  });

  it('is no pass: a digest with any digit changed', async () => {
    const digests = good.artifact_digests as Record<string, string>;
    for (const [path, digest] of Object.entries(digests)) {
      const other = digest.endsWith('0') ? '1' : '0';
      const changed = { ...digests, [path]: digest.slice(0, -1) + other };
      expect(await passes({ ...good, artifact_digests: changed })).toBe(false);
      expect(await passes({ ...good, artifact_digests: { ...digests, [path]: digest.toUpperCase() } })).toBe(
        false,
      );
      expect(await passes({ ...good, artifact_digests: { ...digests, [path]: digest.slice(7) } })).toBe(
        false,
      );
    }
  });

  it('is no pass: cut off, doubled, or no object', async () => {
    const text = json(good);
    for (const other of [
      text.slice(0, -3),
      text + text,
      `[${text}]`,
      'null',
      '',
      `${text}x`,
      text.replace('{', '{"status":"pass",'),
    ])
      expect(await passes(other)).toBe(false);
  });
});
