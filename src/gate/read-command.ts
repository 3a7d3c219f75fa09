import { basename, dirname, join } from 'node:path';
import { commandShape } from '../../rules/task/command-shape.ts';
import { contract } from '../../rules/task/contract.ts';
import { namedPath } from '../disk/named-path.ts';
import { lookAt } from '../disk/plain-file.ts';
import { buildRoute } from '../route/build-route.ts';
import { pathsOf } from '../route/paths.ts';
import { findSecrets } from '../secrets/find-secrets.ts';
import { taskFileOf } from './command.ts';
import type { Readers } from './documents.ts';
import type { AskedCommand } from './facts.ts';
import { commonFaults, readGiven } from './given.ts';
import { hitsIn, sentenceOf } from './rule-faults.ts';

const COMPANION = /\.task\.json$/;

/** The name tells the form; it is reduced to that, since a path may hold anything. */
function plainName(path: string): string {
  const extension = /\.(?:md|markdown|json|ya?ml)$/i.exec(path)?.[0] ?? '.md';
  return COMPANION.test(path) ? 'task.task.json' : `task${extension.toLowerCase()}`;
}

/** `NAME.task.json` beside a `NAME.md` is the backend's own companion file. */
function hasMarkdownBeside(path: string): boolean {
  if (!COMPANION.test(path)) return false;
  return lookAt(join(dirname(path), basename(path).replace(COMPANION, '.md')))?.isFile() === true;
}

async function readTask(path: string, { policy, detect }: Readers): Promise<AskedCommand['task']> {
  const given = await readGiven(path, plainName(path), 'task', detect);
  if (typeof given === 'string') return { refusal: given };
  const { document } = given;
  const paths = pathsOf(() => (hasMarkdownBeside(path) ? ['task.md'] : []));
  const route = await buildRoute(
    { documents: [document], paths, commits: new Set(), attributes: [] },
    policy,
  );
  const hits = hitsIn(route, [contract, commandShape], policy);
  return { faults: [...commonFaults('The task file', document), ...hits.map(sentenceOf)] };
}

/** The command as the harness would run it, and the task file that it names. */
export async function readCommand(
  words: readonly string[],
  shape: readonly string[],
  cwd: string,
  readers: Readers,
): Promise<AskedCommand> {
  const { spans } = await findSecrets(words.join('\n'), { path: '' });
  const file = taskFileOf(words, shape);
  const path = file === undefined ? undefined : namedPath('the task file', file, cwd, readers.isForbidden);
  return {
    words,
    faults: spans.length > 0 ? ['The command holds what looks like a secret.'] : [],
    task: path === undefined ? undefined : await readTask(path, readers),
  };
}
