import { BUILT_IN } from './builtin.ts';
import type { PolicyData } from './schema.ts';

/** Lines of YAML that say nothing. Beyond these signs some are none of YAML's, which is for its reader to say. */
const EMPTY_LINES = '(?:[ ]{0,200}(?:#[\\t -~]{0,2000})?\\n){0,1000}';

/** `extends: cto`, and comments around it: what `cto-lint init` writes, and what most repositories keep. */
const PLAIN = new RegExp(`^${EMPTY_LINES}extends: cto[ ]{0,200}(?: #[\\t -~]{0,2000})?\\n${EMPTY_LINES}$`);

/** What a policy file that adds nothing to the built-in one says: reading that needs neither YAML nor zod. */
export function plainPolicy(text: string): PolicyData | undefined {
  return PLAIN.test(text) ? { ...BUILT_IN, extends: 'cto' } : undefined;
}
