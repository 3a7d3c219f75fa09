import { RULES } from '../../rules/registry.ts';
import { createDetect } from '../../src/check/detect.ts';
import type { Detect } from '../../src/check/detectors.ts';
import { policyOf } from './judge.ts';

/** A target as a test's policy lists it. */
export const STOREFRONT = {
  targets: [
    {
      name: 'storefront',
      paths: ['/srv/shops/storefront', '~/src/storefront'],
      remotes: ['github.com/acme/storefront'],
    },
  ],
} as const;

/** The real detectors under the policy of a test. */
export function detecting(own: Readonly<Record<string, unknown>> = {}): Detect {
  const policy = { ...policyOf(own), today: '2026-06-15', source: 'test', digest: 'sha256:test' };
  return createDetect({ policy, rules: new Set(RULES.map(({ id }) => id)), withFingerprints: false });
}
