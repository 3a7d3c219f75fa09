import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = 3000;

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

/** A repository of 3,000 committed files with 5 staged planning documents. Gives their paths. */
export function makeHookRepository(repository) {
  const git = (...args) => execFileSync('git', args, { cwd: repository, stdio: 'ignore' });
  git('init', '-q');
  git('config', 'user.name', 'bench');
  git('config', 'user.email', 'bench@example.com');
  for (let number = 0; number < FILES; number++) {
    const folder = join(repository, `src/part-${number % 60}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `file-${number}.ts`), `export const value${number} = ${number};\n`.repeat(40));
  }
  git('add', '-A');
  git('commit', '-qm', 'files');
  const staged = [1, 2, 3, 4, 5].map((number) => `plans/.sot/plan-${number}.md`);
  mkdirSync(join(repository, 'plans/.sot'), { recursive: true });
  for (const [number, path] of staged.entries()) writeFileSync(join(repository, path), page(number));
  git('add', ...staged);
  return staged;
}
