import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function page(number) {
  const item = String(number).padStart(3, '0').slice(-3);
  const text =
    `A paragraph about part ${number} of the plan, which says what is to be done and by whom. `.repeat(12);
  return `---
title: Plan ${number}
status: draft
lifecycle_classification: sot
owner: ada
created: 2026-03-01
last_reviewed: 2026-03-02
core_promotion_status: not-promoted
route: bench
---

# Plan ${number}

Local planning SOT only. Not a Core Protocol. Not active Core authority.

## Part ${item}

${text}

- decision_status: not_decided.
`;
}

function gitIn(repository) {
  return (args, input) =>
    execFileSync('git', args, { cwd: repository, input, stdio: ['pipe', 'pipe', 'ignore'] });
}

/** A repository of so many committed files, which are in its index and mostly not on disk. */
function makeRepository(repository, files) {
  const git = gitIn(repository);
  git(['init', '-q']);
  git(['config', 'user.name', 'bench']);
  git(['config', 'user.email', 'bench@example.com']);
  const blobs = Array.from({ length: 60 }, (_, number) =>
    git(['hash-object', '-w', '--stdin'], `export const value = ${number};\n`.repeat(40)).toString().trim(),
  );
  const entries = Array.from(
    { length: files },
    (_, number) => `100644 ${blobs[number % 60]}\tsrc/part-${number % 600}/file-${number}.ts\n`,
  );
  git(['update-index', '--index-info'], entries.join(''));
  git(['commit', '-qm', 'files']);
}

function stage(repository, texts) {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  gitIn(repository)(['add', ...Object.keys(texts)]);
  return Object.keys(texts);
}

/** A repository of so many files with 5 staged planning documents. Gives their paths. */
export function makeHookRepository(repository, files = 3000) {
  makeRepository(repository, files);
  const numbers = [1, 2, 3, 4, 5];
  return stage(
    repository,
    Object.fromEntries(numbers.map((number) => [`plans/.sot/plan-${number}.md`, page(number)])),
  );
}

/** The same with 5 staged files of code, and no document. */
export function makeCodeRepository(repository, files = 3000) {
  makeRepository(repository, files);
  const text = (number) => `export function twice${number}(n: number) {\n  return n * 2;\n}\n\n`.repeat(30);
  const numbers = [1, 2, 3, 4, 5];
  return stage(
    repository,
    Object.fromEntries(numbers.map((number) => [`src/part-${number}/file-${number}.ts`, text(number)])),
  );
}
