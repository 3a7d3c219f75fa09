import type { Io } from './output.ts';

const LOCAL = /^(.*)\/node_modules\/\.bin\/[^/]+$/;

/** What is typed to call this program again: where npm has put it into a project, no PATH has it. */
export function ownCommand({ program, cwd }: Pick<Io, 'program' | 'cwd'>): string {
  const [, project] = LOCAL.exec(program.at(-1) ?? '') ?? [];
  const isFound =
    project !== undefined &&
    (cwd === project || cwd.startsWith(`${project}/`) || /\/_npx\/[^/]+$/.test(project));
  return isFound ? 'npx cto-lint' : 'cto-lint';
}
