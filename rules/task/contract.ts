import {
  defineRule,
  isDenyingKey,
  isWidening,
  keysOf,
  leavesFolder,
  type Name,
  type Place,
  type Policy,
  packageCommands,
  repositoryName,
  resembles,
  skeleton,
  type TaskPart,
  wholeFile,
} from '../../src/rule.ts';

/** A heading of several words resembles another as one long word would. */
function isNear(text: string, title: string): boolean {
  return resembles(text.replaceAll(' ', '_'), title.replaceAll(' ', '_'));
}

/** Whether a `repo` is a Target Repository, by its name or address; paths of one are found in every file. */
function isTarget(repo: string, { targets }: Policy): boolean {
  const names = targets.flatMap(({ name, remotes }) => [name, ...remotes.map(repositoryName)]);
  return names.some((name) =>
    [skeleton(repo), repositoryName(repo)].some((own) => own === skeleton(name) || own === name),
  );
}

/** Entries that are a command which takes a package of the list, and no sentence about one. */
function* packagesIn(
  { entries }: TaskPart,
  { build }: Policy,
): Iterable<{ readonly at: Place; readonly name: Name }> {
  for (const { text, place } of entries)
    for (const name of build?.packages ?? [])
      if (packageCommands(text, name).some(({ start }) => start === 0)) yield { at: place, name };
}

/** A task hands a backend what it needs, and nothing more. */
export const contract = defineRule({
  id: 'task/contract',
  severity: 'error',
  summary:
    'A task file exposes exactly the parts of the contract, and its inputs and allowed paths stay inside the run.',
  why: 'Whatever stands in a task file, the backend sees, and where a path leads, it can go. A part more is context that nobody meant to give; a part less is a limit that nobody set.',
  help: 'Keep to the parts that the policy lists, each with at least one entry and no heading within, and name each path, relative to the folder of the run.',
  requirements: ['TSK-1', 'TSK-3'],
  messages: {
    missing: 'The task lacks `{part}`.',
    twice: 'The task has `{part}` twice.',
    empty: '`{part}` is empty.',
    nested: '`{part}` is to be a text or a list of texts.',
    unknown: 'A task exposes nothing beside the parts of its contract.',
    near: 'This only resembles `{part}`.',
    target: 'A task never works on a Target Repository.',
    leaves: 'In `{part}` a path leads out of the folder of the run.',
    package: 'In `{part}` a command installs or starts the package {name}.',
    widened: 'In `{part}` an entry takes in more than the paths that it names.',
  },
  examples: {
    good: {
      path: 'route/tasks/slugify.md',
      text: '# Slugify\n\n## Fixture Inputs\n\n- `fixtures/slugify/input.txt`\n\n## Allowed Paths\n\n- `src/**`\n\n## Forbidden Actions\n\n- Network access.\n\n## Verification Command\n\n- `npm test`\n\n## Evidence Expectations\n\n- The test log.\n',
    },
    bad: {
      path: 'route/tasks/slugify.md',
      text: '# Slugify\n\n## Fixture Inputs\n\n- `../customer/input.txt`\n',
    },
  },
  each: 'task',
  *check({ document, form, parts, beside }, policy) {
    const { task, sot } = policy;
    if (task === undefined) return;
    if (form === 'companion') {
      // It is written by the backend's own tooling, with the fields that it has.
      for (const { entries } of parts.filter((part) => part.title === 'repo'))
        for (const { text, place } of entries)
          if (isTarget(text, policy)) yield { at: place, message: 'target' };
      return;
    }
    const title = (key: Name): Name => (form === 'markdown' ? task.parts[key]! : key);
    const keys = keysOf(task.parts);
    const partOf = ({ title: text }: TaskPart): Name | undefined =>
      keys.find((key) => (form === 'markdown' ? skeleton(text) === skeleton(title(key)) : text === key));
    const isOwn = (key: string): boolean =>
      task.own.some((own) => own === key) ||
      (document.kinds.includes('sot') && (sot?.required.some((required) => required === key) ?? false));

    if (document.trees.length === 0 && document.markdown === undefined) return;
    const seen = new Set<Name>();
    for (const part of parts) {
      const key = partOf(part);
      if (key === undefined) {
        if (form === 'data' && isOwn(part.title)) continue;
        const near = keys.find((known) => isNear(part.title, title(known)));
        if (near) yield { at: part.place, message: 'near', data: { part: title(near) } };
        else yield { at: part.place, message: 'unknown' };
        continue;
      }
      const data = { part: title(key) };
      if (seen.has(key)) yield { at: part.place, message: 'twice', data };
      seen.add(key);
      if (part.entries.length === 0) yield { at: part.place, message: 'empty', data };
      if (part.nested === true) yield { at: part.place, message: 'nested', data };
      const isConfined = task.confined.some((confined) => confined === key);
      if (!isConfined && !isDenyingKey(key))
        for (const { at, name } of packagesIn(part, policy))
          yield { at, message: 'package', data: { ...data, name } };
      if (!isConfined) continue;
      for (const { text, place } of part.entries) {
        if (leavesFolder(text)) yield { at: place, message: 'leaves', data };
        else if (isWidening(text)) yield { at: place, message: 'widened', data };
      }
      for (const { text, place } of part.markup ?? [])
        if (leavesFolder(text)) yield { at: place, message: 'leaves', data };
      // `!src/**` alone is everything else.
      const [first] = part.entries;
      if (first && part.entries.every(({ text }) => text.startsWith('!')))
        yield { at: first.place, message: 'widened', data };
    }
    const near = new Set(parts.flatMap((part) => keys.filter((key) => isNear(part.title, title(key)))));
    for (const key of keys) {
      if (!seen.has(key) && !near.has(key))
        yield { at: wholeFile(document.file), message: 'missing', data: { part: title(key) } };
    }
    for (const { key, keySpan } of document.frontMatter?.entries ?? [])
      if (!isOwn(key)) yield { at: document.at(keySpan), message: 'unknown' };
    const banner = document.kinds.includes('sot') ? skeleton(sot?.banner.join(' ') ?? '') : undefined;
    for (const { text, place } of beside)
      if (skeleton(text) !== banner) yield { at: place, message: 'unknown' };
  },
});
