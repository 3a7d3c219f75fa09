import type { RE2JS } from 're2js';
import { type Document, KINDS, type Kind } from '../documents/document.ts';
import { type Place, placeOf, type SourceFile, wholeFile } from '../file.ts';
import type { DeclaredRule, Policy } from '../policy/policy.ts';
import { isPolicyFile } from '../policy/policy-files.ts';
import type { AnyProblem, AnyRule } from '../rule.ts';

/** How many hits of one pattern a file is told of. */
const MAX_HITS = 50;

type Compile = (pattern: string) => RE2JS;

function isKind(kind: string): kind is Kind {
  return (KINDS as readonly string[]).includes(kind);
}

function* forbidden(file: SourceFile, pattern: RE2JS): Iterable<Place> {
  const matcher = pattern.matcher(file.text);
  for (let hits = 0; hits < MAX_HITS && matcher.find(); hits++) {
    yield placeOf(file, { start: matcher.start(), end: matcher.end() });
  }
}

function* fieldProblems(document: Document, declared: DeclaredRule): Iterable<Place> {
  const { field, oneOf, when, fields } = declared;
  for (const one of document.fields) {
    if (one.key !== field || oneOf === undefined || oneOf.some((value) => value === one.value)) continue;
    yield document.at(one.valueSpan);
  }
  const applies =
    when === undefined ||
    document.fields.some(({ key, value }) => key === when.field && when.is.includes(value));
  if (!applies) return;
  for (const wanted of fields ?? []) {
    if (!document.fields.some(({ key, value }) => key === wanted && value.trim() !== ''))
      yield wholeFile(document.file);
  }
}

function* places(
  declared: DeclaredRule,
  file: SourceFile,
  document: Document | undefined,
  compile: Compile,
): Iterable<Place> {
  if (declared.forbid !== undefined) yield* forbidden(file, compile(declared.forbid));
  if (declared.require !== undefined && !compile(declared.require).matcher(file.text).find())
    yield wholeFile(file);
  if (document) yield* fieldProblems(document, declared);
}

function toRule(declared: DeclaredRule, compile: Compile): AnyRule {
  return {
    id: declared.id,
    severity: declared.severity,
    summary: declared.message,
    why: 'The policy of this repository declares it.',
    help: 'The rule is declared in the policy file, under `declare`.',
    requirements: [],
    messages: { declared: declared.message },
    examples: { good: { path: '', text: '' }, bad: { path: '', text: '' } },
    each: isKind(declared.kind) ? declared.kind : 'file',
    *check(subject: SourceFile | { readonly document: Document }, policy: Policy): Iterable<AnyProblem> {
      const document = 'document' in subject ? subject.document : undefined;
      const file = document?.file ?? (subject as SourceFile);
      // The file that declares a pattern holds what the pattern looks for.
      if (file.origin !== 'tree' || file.unreadable !== undefined || isPolicyFile(file.path)) return;
      if (file.path === policy.source) return;
      for (const at of places(declared, file, document, compile)) yield { at, message: 'declared' };
    },
  };
}

/** Rules that a policy declares as data. Their patterns run in a linear engine, since anybody may have written them. */
export async function declaredRules(policy: Policy): Promise<readonly AnyRule[]> {
  if (policy.declare.length === 0) return [];
  const { RE2JS } = await import('re2js');
  const compiled = new Map<string, RE2JS>();
  const compile: Compile = (pattern) => {
    const made = compiled.get(pattern) ?? RE2JS.compile(pattern);
    compiled.set(pattern, made);
    return made;
  };
  return policy.declare.map((declared) => toRule(declared, compile));
}
