import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Case } from './case.ts';
import { filesIn, textOf } from './files.ts';
import { evaluateGo, splitGo, stringsOf } from './go-source.ts';

interface Reader {
  readonly corpus: string;
  /** What tells this repository's clone from others. */
  readonly holds: string;
  readonly read: (clone: string) => Generator<Omit<Case, 'corpus'>>;
}

/** In the order in which they are looked for. */
const READERS: readonly Reader[] = [
  { corpus: 'betterleaks', holds: 'cmd/generate/config/utils/expr.go', read: readGoRules },
  { corpus: 'gitleaks', holds: 'cmd/generate/config/rules', read: readGoRules },
  { corpus: 'noseyparker', holds: 'crates/noseyparker', read: readRuleExamples },
  { corpus: 'kingfisher', holds: 'data/rules', read: readRuleExamples },
  { corpus: 'kingfisher', holds: 'crates/kingfisher-rules', read: readRuleExamples },
  { corpus: 'titus', holds: 'pkg/rule/rules', read: readRuleExamples },
  { corpus: 'trufflehog', holds: 'pkg/detectors', read: readGoTests },
  { corpus: 'detect-secrets', holds: 'tests/plugins', read: readPythonTests },
  { corpus: 'semgrep', holds: 'generic/secrets', read: readAnnotated },
  { corpus: 'secretlint', holds: 'packages/@secretlint', read: readSnapshots },
];

export function readCorpus(clone: string): readonly Case[] {
  const reader = READERS.find(({ holds }) => existsSync(join(clone, holds)));
  if (!reader) throw new Error(`${clone} is a clone of no scanner that is known here`);
  return Array.from(reader.read(clone), (found) => ({ ...found, corpus: reader.corpus }));
}

/** Samples of one secret that only differ in what stands around it: as many of them as of other rules' cases. */
const SAMPLES_A_RULE = 6;

/** `tps := utils.GenerateSampleSecrets("id", secrets.NewSecret(…))` and `tps := []string{…}`. */
function* readGoRules(clone: string): Generator<Omit<Case, 'corpus'>> {
  const source = textOf(join(clone, 'cmd/generate/config/utils/generate.go'));
  const templates = Array.from(
    source.matchAll(/^\s*"[^"]+":\s+("(?:\\.|[^"\\])*"|`[^`]*`),/gm),
    ([, literal]) => evaluateGo(literal!, new Map())!,
  );
  for (const path of filesIn(join(clone, 'cmd/generate/config/rules'))) {
    const rules = textOf(path);
    for (const [, type, body] of rules.matchAll(/RuleID:\s+"([^"]+)"([\s\S]*?)(?=\nfunc |$)/g)) {
      for (const [, id, secret] of body!.matchAll(/GenerateSampleSecrets?\("([^"]+)",\s*(.+)\)\)?$/gm)) {
        const value = evaluateGo(secret!, new Map()) ?? evaluateGo(`${secret})`, new Map());
        if (value === undefined) continue;
        const step = Math.max(1, Math.floor(templates.length / SAMPLES_A_RULE));
        for (const template of templates.filter((_, at) => at % step === 0)) {
          const text = template
            .replaceAll('{i}', id!)
            .replaceAll('{I}', id!.toUpperCase())
            .replaceAll('{s}', value);
          yield { type: type!, text, isPositive: true };
        }
      }
      for (const [, name, list] of body!.matchAll(/(tps|fps)\s*:?=\s*\[\]string\{([\s\S]*?)\n\t\}/g)) {
        const items = splitGo(list!.replace(/^\s*\/\/.*$/gm, ''), ',').slice(0, 4 * SAMPLES_A_RULE);
        for (const item of items) {
          const text = evaluateGo(item, new Map());
          if (text) yield { type: type!, text, isPositive: name === 'tps' };
        }
      }
    }
  }
}

/** YAML rules with `examples` and `negative_examples`. */
function* readRuleExamples(clone: string): Generator<Omit<Case, 'corpus'>> {
  for (const path of filesIn(clone)) {
    if (!/rules\/.*\.ya?ml$/.test(path)) continue;
    const { rules } = (parse(textOf(path), { logLevel: 'silent' }) ?? {}) as { rules?: unknown };
    if (!Array.isArray(rules)) continue;
    for (const rule of rules as {
      id?: string;
      name: string;
      examples?: unknown[];
      negative_examples?: unknown[];
    }[]) {
      const type = rule.id ?? rule.name;
      for (const text of rule.examples ?? []) yield { type, text: String(text), isPositive: true };
      for (const text of rule.negative_examples ?? []) yield { type, text: String(text), isPositive: false };
    }
  }
}

/** Table tests of detectors: `input: …, want: []string{…}`. */
function* readGoTests(clone: string): Generator<Omit<Case, 'corpus'>> {
  for (const path of filesIn(join(clone, 'pkg/detectors'))) {
    if (!path.endsWith('_test.go') || path.includes('integration')) continue;
    const source = textOf(path);
    const names = stringsOf(source);
    for (const match of source.matchAll(/\binput:\s*/g)) {
      const [input, ...rest] = splitGo(
        source.slice(match.index + match[0].length, match.index + 20_000),
        ',',
      );
      const text = evaluateGo(input!, names);
      const want = /^\s*want\w*:\s*(nil|\[\]string\{\s*\}|false|0|.)/.exec(rest.join(','))?.[1];
      if (text === undefined || want === undefined) continue;
      yield {
        type: basename(dirname(path)),
        text,
        isPositive: !/^(?:nil|\[\]string\{\s*\}|false|0)$/.test(want),
      };
    }
  }
}

/** Parameters that are written as literals: `('text', True)`. */
function* readPythonTests(clone: string): Generator<Omit<Case, 'corpus'>> {
  for (const path of filesIn(join(clone, 'tests/plugins'))) {
    for (const [, quote, text, flag] of textOf(path).matchAll(
      /\(\s*[rb]?(['"])((?:\\.|(?!\1)[^\\\n])+)\1,\s*(True|False),?\s*\)/g,
    )) {
      yield {
        type: basename(path, '_test.py'),
        text: text!.replaceAll(`\\${quote}`, quote!),
        isPositive: flag === 'True',
      };
    }
  }
}

/** Files with `ruleid: name` or `ok: name` in a comment above each case. */
function* readAnnotated(clone: string): Generator<Omit<Case, 'corpus'>> {
  for (const path of filesIn(join(clone, 'generic/secrets'))) {
    if (/\.ya?ml$/.test(path)) continue;
    const parts = textOf(path).split(/^.*\b(ruleid|ok|todoruleid|todook)\s*:\s*([\w.-]+).*$/m);
    for (let at = 1; at + 2 < parts.length; at += 3) {
      const text = parts[at + 2]!.replace(/^\n+|\n+$/g, '');
      if (text && /^(?:ruleid|ok)$/.test(parts[at]!))
        yield { type: parts[at + 1]!, text, isPositive: parts[at] === 'ruleid' };
    }
  }
}

/** Folders `ng.*` and `ok.*` with an input file in each. */
function* readSnapshots(clone: string): Generator<Omit<Case, 'corpus'>> {
  for (const path of filesIn(join(clone, 'packages/@secretlint'))) {
    const match = /secretlint-rule-([^/]+)\/test\/snapshots\/(ng|ok)[^/]*\/input[^/]*$/.exec(path);
    if (match) yield { type: match[1]!, text: textOf(path), isPositive: match[2] === 'ng' };
  }
}
