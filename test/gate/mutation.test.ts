import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommittedRoute } from '../../src/check/committed-route.ts';
import { createDetect } from '../../src/check/detect.ts';
import { openCommitted } from '../../src/commands/opening/open-committed.ts';
import { decide } from '../../src/gate/decide.ts';
import { readDecision } from '../../src/gate/decision.ts';
import { readAdmission } from '../../src/gate/documents.ts';
import type { GateFacts } from '../../src/gate/facts.ts';
import { gatherFacts } from '../../src/gate/gather.ts';
import { wholeAdmission } from '../../src/gate/whole-admission.ts';
import type { Route } from '../../src/route/route.ts';
import { ADMISSION, Harness, json } from './harness.ts';

const harness = new Harness();
const FILE = harness.path('admission.json');
const TEXT = Buffer.from(json(ADMISSION));
let facts: GateFacts;
let route: Route;

beforeAll(async () => {
  const { env, root: cwd } = harness;
  const committed = await openCommitted(undefined, '2026-11-20', { cwd, env });
  facts = await gatherFacts({ ...committed, env, cwd, argv: undefined, buildReport: undefined });
  route = await readCommittedRoute(committed.repository, committed.repository.head, committed.policy);
});
afterAll(() => harness.remove());

/** The good case with another admission, read from the disk as the gate reads it. */
async function isAdmitted(bytes: Buffer): Promise<boolean> {
  writeFileSync(FILE, bytes);
  const { policy } = facts;
  const detect = createDetect({ policy, rules: new Set(), withFingerprints: false });
  const admission = await readAdmission(FILE, { policy, detect, isForbidden: () => false });
  const decision = readDecision(route, wholeAdmission(admission), policy);
  return decide({ ...facts, admission, decision }).admitted;
}

/** Texts that no decision depends on: when it was admitted, when it is to be looked at again, what evidence is expected. */
function isFree(at: number): boolean {
  const free = [ADMISSION.admission_timestamp, ADMISSION.review_trigger, ...ADMISSION.evidence_expectations];
  return free.some((text) => {
    const start = TEXT.indexOf(text);
    return start <= at && at < start + text.length;
  });
}

describe('an admission with one byte flipped', () => {
  it('is the good case where none is', async () => {
    expect(await isAdmitted(TEXT)).toBe(true);
  });

  it.each([1, 128])('admits nothing, whichever byte it is (bit %i)', { timeout: 120_000 }, async (bit) => {
    const survivors: number[] = [];
    for (let at = 0; at < TEXT.length; at += 1) {
      const flipped = Buffer.from(TEXT);
      flipped[at] = flipped[at]! ^ bit;
      if (!isFree(at) && (await isAdmitted(flipped))) survivors.push(at);
    }
    expect(survivors).toEqual([]);
  });

  it('admits nothing cut off at any length', { timeout: 120_000 }, async () => {
    const survivors: number[] = [];
    // Without its last line end it is the same JSON.
    for (let length = 0; length < TEXT.length - 1; length += 1)
      if (await isAdmitted(TEXT.subarray(0, length))) survivors.push(length);
    expect(survivors).toEqual([]);
  });
});
