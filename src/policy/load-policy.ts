import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { checkDeclared } from './check-declared.ts';
import { checkGlobs } from './check-globs.ts';
import { checkRuleIds } from './check-rule-ids.ts';
import { checkSeverities } from './check-severities.ts';
import { checkTargets } from './check-targets.ts';
import cto from './cto.yaml';
import { type Inherited, mergePolicies } from './merge.ts';
import { PolicyError } from './policy-error.ts';
import type { PolicyFault } from './policy-fault.ts';
import { PROTO_KEY_HELP, protoKeyIn } from './proto-key.ts';
import { type PolicyData, policySchema } from './schema.ts';
import { schemaFault } from './schema-issue.ts';
import { watchedParse } from './watched-parse.ts';
import { tooDeepAt } from './yaml-depth.ts';
import { yamlFault } from './yaml-fault.ts';
import { keyLine, lineOf } from './yaml-lines.ts';

/** Aliases could make a small file a huge policy. */
const MAX_ALIASES = 100;
const MAX_BYTES = 1_000_000;

/** The path within the file itself: entries of a list that stand behind inherited ones count from the file's own. */
function ownPath(path: readonly PropertyKey[], inherited: Inherited): PropertyKey[] {
  return path.map((part, at) => {
    const before = inherited.get(path.slice(0, at).join('/'));
    return typeof part === 'number' && before !== undefined ? part - before : part;
  });
}

function faultOf(policy: PolicyData, ruleIds: readonly string[] | undefined): PolicyFault | undefined {
  return (
    checkGlobs(policy) ??
    checkDeclared(policy) ??
    checkSeverities(policy) ??
    checkTargets(policy.targets) ??
    (ruleIds && checkRuleIds(policy, ruleIds))
  );
}

function dataOf(document: Document, source: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
  } catch (cause) {
    // ReferenceError: the library's answer to more aliases than allowed, and to an alias without an anchor.
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new PolicyError(
      source,
      undefined,
      'The policy file has too many aliases.',
      'Write the values out.',
    );
  }
}

/**
 * Reads the text of a policy file, merges it with what it extends and checks the whole.
 * @param source how the file is named in messages
 * @param ruleIds the rules that there are; left out, entries about unknown rules are not looked at
 * @throws PolicyError where the text is no usable policy
 */
export function loadPolicy(text: string, source: string, ruleIds?: readonly string[]): PolicyData {
  if (text.length > MAX_BYTES) {
    throw new PolicyError(source, undefined, 'The policy file is larger than a megabyte.', 'Shorten it.');
  }
  return watchedParse(text, () => load(text, source, ruleIds));
}

function load(text: string, source: string, ruleIds: readonly string[] | undefined): PolicyData {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length;
    throw new PolicyError(source, line, 'The policy file is nested too deeply.', 'Write it flat.');
  }
  const lines = new LineCounter();
  // What the library warns of it prints by itself, and quotes. `silent` would leave out, too, that there are several
  // documents, of which the first alone is read: https://eemeli.org/yaml/#parse-options
  const document = parseDocument(text, {
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
    merge: false,
  });
  const fault = yamlFault(document, lines);
  if (fault) {
    throw new PolicyError(
      source,
      fault.line,
      `The policy file is not valid YAML${fault.kind}.`,
      'Mend the syntax at that line.',
    );
  }
  const own = dataOf(document, source);
  if (!isMap(document.contents) && document.contents !== null) {
    throw new PolicyError(
      source,
      1,
      'The policy file is not a mapping of keys.',
      'Begin with `extends: cto`.',
    );
  }
  const odd = protoKeyIn(own);
  if (odd !== undefined)
    throw new PolicyError(
      source,
      lineOf(document, lines, odd),
      'The policy has an unknown key.',
      PROTO_KEY_HELP,
    );
  const base = (own as { extends?: unknown }).extends === 'none' ? {} : cto;
  const { merged, inherited } = mergePolicies(base, { extends: 'cto', ...(own as object) });
  const result = policySchema.safeParse(merged, { reportInput: true });
  if (!result.success) {
    const issues = result.error.issues.map((one) => ({ ...one, path: ownPath(one.path, inherited) }));
    const { path, key, message, help } = schemaFault(issues);
    const line = key === undefined ? lineOf(document, lines, path) : keyLine(document, lines, path, key);
    throw new PolicyError(source, line, message, help);
  }
  const broken = faultOf(result.data, ruleIds);
  if (broken) {
    const path = ownPath(broken.path, inherited);
    const message = `\`${path.join('.')}\` ${broken.why}.`;
    throw new PolicyError(source, lineOf(document, lines, path), message, broken.help);
  }
  return result.data;
}
