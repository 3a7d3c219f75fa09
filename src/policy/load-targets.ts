import { LineCounter, parseDocument } from 'yaml';
import { PolicyError } from './policy-error.ts';
import { type PolicyData, policySchema } from './schema.ts';
import { watchedParse } from './watched-parse.ts';
import { tooDeepAt } from './yaml-depth.ts';

/**
 * The list of targets that a team keeps outside of the repository: the entries of a policy's `targets`, alone or under
 * that key.
 * @throws PolicyError where the text is no such list; the message names no place of a target
 */
export function loadTargets(text: string, source: string): PolicyData['targets'] {
  return watchedParse(text, () => load(text, source));
}

function load(text: string, source: string): PolicyData['targets'] {
  if (tooDeepAt(text) !== undefined)
    throw new PolicyError(source, undefined, 'The list of targets is nested too deeply.', 'Write it flat.');
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', lineCounter: lines });
  const fault = document.errors[0];
  if (fault) {
    throw new PolicyError(
      source,
      lines.linePos(fault.pos[0]).line,
      'The list of targets is not valid YAML.',
      'Mend the syntax at that line.',
    );
  }
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  const list = Array.isArray(data) ? data : (data as { targets?: unknown } | null)?.targets;
  const result = policySchema.shape.targets.safeParse(list);
  if (result.success && list !== undefined) return result.data;
  throw new PolicyError(
    source,
    undefined,
    'The list of targets is not of the shape that a policy’s `targets` has.',
    'Write entries like `- { name: shop, paths: ["/srv/shop"], remotes: ["example.com/acme/shop"] }`.',
  );
}
