import { LineCounter, parseDocument } from 'yaml';
import { checkTargets } from './check-targets.ts';
import { PolicyError } from './policy-error.ts';
import { PROTO_KEY_HELP, protoKeyIn } from './proto-key.ts';
import { type PolicyData, policySchema } from './schema.ts';
import { watchedParse } from './watched-parse.ts';
import { tooDeepAt } from './yaml-depth.ts';
import { lineOf } from './yaml-lines.ts';

type Targets = PolicyData['targets'];

interface Loaded {
  readonly targets: Targets;
  /** The line of what a path of keys below the list leads to. */
  readonly lineAt: (path: readonly PropertyKey[]) => number | undefined;
}

/**
 * The targets that a text lists: the entries of a policy's `targets`, alone or under that key.
 * @throws PolicyError where the text is no such list; the message names no place of a target
 */
export function loadTargets(text: string, source: string): Targets {
  return watchedParse(text, () => load(text, source)).targets;
}

/**
 * The list of targets that a team keeps outside of the repository, each of which something could match.
 * @throws PolicyError where the text is no such list; the message names no place of a target
 */
export function loadTargetList(text: string, source: string): Targets {
  const { targets, lineAt } = watchedParse(text, () => load(text, source, 'whole'));
  const broken = checkTargets(targets);
  if (broken === undefined) return targets;
  const [, ...path] = broken.path;
  throw new PolicyError(source, lineAt(path), `\`${broken.path.join('.')}\` ${broken.why}.`, broken.help);
}

/** Of a policy nothing but its targets is read: what else is wrong with it is told where it is used. */
function load(text: string, source: string, what: 'whole' | 'policy' = 'policy'): Loaded {
  if (tooDeepAt(text) !== undefined)
    throw new PolicyError(source, undefined, 'The list of targets is nested too deeply.', 'Write it flat.');
  const lines = new LineCounter();
  // `error` tells of a second document, which is not read, and prints nothing either.
  const logLevel = what === 'whole' ? 'error' : 'silent';
  const document = parseDocument(text, { prettyErrors: false, logLevel, lineCounter: lines });
  const fault = document.errors[0];
  if (fault) {
    throw new PolicyError(
      source,
      lines.linePos(fault.pos[0]).line,
      fault.code === 'MULTIPLE_DOCS'
        ? 'The list of targets has more than one document.'
        : 'The list of targets is not valid YAML.',
      'Mend the syntax at that line.',
    );
  }
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  const above = Array.isArray(data) ? [] : ['targets'];
  const lineAt: Loaded['lineAt'] = (path) => lineOf(document, lines, [...above, ...path]);
  const odd = what === 'whole' ? protoKeyIn(data) : undefined;
  if (odd !== undefined) {
    const line = lineOf(document, lines, odd);
    throw new PolicyError(source, line, 'The list of targets has an unknown key.', PROTO_KEY_HELP);
  }
  const list = Array.isArray(data) ? data : (data as { targets?: unknown } | null)?.targets;
  const result = policySchema.shape.targets.safeParse(list);
  if (result.success && list !== undefined) return { targets: result.data, lineAt };
  throw new PolicyError(
    source,
    lineAt(result.error?.issues[0]?.path ?? []),
    'The list of targets is not of the shape that a policy’s `targets` has.',
    'Write entries like `- { name: shop, paths: ["/srv/shop"], remotes: ["example.com/acme/shop"] }`.',
  );
}
