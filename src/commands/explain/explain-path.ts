import { formatOf } from '../../documents/document-format.ts';
import { compileKinds, kindsOf } from '../../documents/kinds.ts';
import { askedStatements } from '../../policy/asked-statements.ts';
import { compileGlobs } from '../../policy/globs.ts';
import type { Policy } from '../../policy/policy.ts';
import { safeLine } from '../../report/safe-text.ts';
import type { AnyRule } from '../../rule.ts';

function asks(rule: AnyRule, path: string, kinds: readonly string[]): boolean {
  const each = typeof rule.each === 'string' ? [rule.each] : rule.each;
  const isDocument = kinds.length > 0 || formatOf(path) !== undefined;
  return each.some((one) => one === 'file' || (one === 'document' && isDocument) || kinds.includes(one));
}

/**
 * Which kinds a path is of, which rules look at it, and which entries of the policy apply to it.
 * @param text its content, which can make it a planning document by its front matter; `undefined`: there is no such file
 * @param all every rule that there is, on or off
 */
export function explainPath(
  path: string,
  text: string | undefined,
  policy: Policy,
  all: readonly AnyRule[],
): string {
  const kinds = kindsOf(path, text, compileKinds(policy));
  const lines = [safeLine(path), ''];
  if (text === undefined) lines.push('There is no such file yet: this is told by its path alone.', '');
  lines.push(`Policy   ${safeLine(policy.source)}`);
  lines.push(`Kinds    ${kinds.length === 0 ? 'none' : kinds.join(', ')}`);
  for (const kind of kinds) {
    const globs = (policy.kinds as Readonly<Record<string, readonly string[]>>)[kind] ?? [];
    const glob = globs.find((one) => compileGlobs([one])(path));
    lines.push(`         ${kind}: ${glob === undefined ? 'by its front matter' : safeLine(glob)}`);
  }
  const severities = policy.rules as Readonly<Record<string, string | undefined>>;
  const rules = all.filter((rule) => asks(rule, path, kinds) && severities[rule.id] !== 'off');
  lines.push('', 'Rules that look at it');
  for (const { id, severity } of rules) {
    const globs = (policy.except as Readonly<Record<string, readonly string[] | undefined>>)[id] ?? [];
    const exempt = globs.find((one) => compileGlobs([one])(path));
    const note = exempt === undefined ? (severities[id] ?? severity) : `excepted by ${safeLine(exempt)}`;
    lines.push(`  ${id.padEnd(32)} ${note}`);
  }
  const asked = askedStatements(policy)
    .filter(({ kind, documents }) => kinds.includes(kind) && (!documents || compileGlobs(documents)(path)))
    .flatMap(({ statements }) => statements);
  if (asked.length > 0) lines.push('', 'Statements that it has to make, in words of its own');
  for (const { id, says } of asked) lines.push(`  ${safeLine(id).padEnd(32)} ${safeLine(says)}`);
  const entries = policy.suppress.filter((entry) => compileGlobs([entry.path])(path));
  if (entries.length > 0) lines.push('', 'Suppressions');
  for (const { rule, owner, expires } of entries)
    lines.push(`  ${rule.padEnd(32)} ${owner}, until ${expires}`);
  const guarded = policy.protected.filter((glob) => compileGlobs([glob])(path));
  if (guarded.length > 0)
    lines.push('', `Protected by ${guarded.map(safeLine).join(', ')}: no change may touch it.`);
  return `${lines.join('\n')}\n`;
}
