import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv4 from 'ajv-draft-04';
import formats from 'ajv-formats';

// Microsoft's matchers for jest bring the schema; the matchers themselves are not used.
const schema = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const ajv = new Ajv4.default({ strict: false, unicodeRegExp: false, allErrors: true });
formats.default(ajv);
const isSarif = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

/** What is wrong with a log by the schema of SARIF 2.1.0; empty where nothing is. */
export function sarifFaults(log: unknown): string[] {
  return isSarif(log) ? [] : isSarif.errors!.map((error) => `${error.instancePath} ${error.message}`);
}
