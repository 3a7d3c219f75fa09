import cto from './cto.yaml';
import type { PolicyData } from './schema.ts';

/** The policy named `cto`. It spells out every default, which a test keeps so: starting needs neither zod nor YAML. */
export const BUILT_IN = cto as PolicyData;
