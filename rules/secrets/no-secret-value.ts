import { defineRule, nameOf, placeOf, wholeFile } from '../../src/rule.ts';

const TOLD = {
  prefix: nameOf('by its prefix'),
  structure: nameOf('by its structure'),
  name: nameOf('by the name it is assigned to'),
} as const;

const ENCODING = {
  base64: nameOf('base64'),
  hex: nameOf('hex'),
  percent: nameOf('percent encoding'),
  escape: nameOf('escapes'),
  entity: nameOf('HTML entities'),
  ansi: nameOf('ANSI sequences'),
  'utf-16': nameOf('UTF-16'),
  wrapped: nameOf('wrapped lines'),
  split: nameOf('literals that are joined'),
  signs: nameOf('pieces with other signs between'),
} as const;

/**
 * No secret value stands anywhere that is committed: blobs whatever their name, paths, link targets, commit messages,
 * people and refs. The detectors say what and where; the text itself never comes here.
 */
export const noSecretValue = defineRule({
  id: 'secrets/no-secret-value',
  severity: 'error',
  summary: 'No secret value is committed, on any surface.',
  why: 'A secret in a commit is readable to everyone who can fetch, now and from history. It appears in SOT documents, task files, recorded commands, reports, traces, logs, generated configs, and in messages, names and people of commits. Deleting it in a later commit does not take it back.',
  help: 'Revoke it first, at its issuer. Then take it out of the file and out of history, and name its class instead of its value.',
  requirements: ['SUR-1', 'SUR-2', 'SUR-3', 'SUR-4', 'SUR-5', 'SUR-6', 'SUR-7', 'SUR-8', 'TSK-4'],
  messages: {
    found: 'A secret stands here: {type}, told {told}.',
    foundOf: 'A secret of {vendor} stands here: {type}, told {told}.',
    encoded: 'A secret stands here in {encoding}: {type}, told {told}.',
    inPath: 'The path itself holds a secret: {type}, told {told}.',
    more: 'There are {count} more secrets in this file than are listed.',
  },
  examples: {
    good: {
      path: 'docs/setup.md',
      text: '# Setup\n\nThe token is read from `DEPLOY_TOKEN`; its class is `ci-deploy`.\n',
    },
    // Put together here, so that no scanner trips over this module.
    bad: {
      path: 'docs/setup.md',
      text: `# Setup\n\nUse postgres://app:${['x7Qm', '4vTz', '9RpK'].join('')}@db.internal/app\n`,
    },
  },
  each: 'file',
  *check(file) {
    for (const secret of file.secrets) {
      const { type, vendor, decodedFrom, certainty, fingerprint } = secret;
      const told = TOLD[secret.told];
      const common = { at: placeOf(file, secret), certainty, fingerprint };
      if (secret.surface === 'path') {
        yield { ...common, at: wholeFile(file), message: 'inPath', data: { type, told } };
      } else if (decodedFrom !== undefined) {
        yield { ...common, message: 'encoded', data: { type, told, encoding: ENCODING[decodedFrom] } };
      } else if (vendor !== undefined) {
        yield { ...common, message: 'foundOf', data: { type, told, vendor } };
      } else {
        yield { ...common, message: 'found', data: { type, told } };
      }
    }
    if (file.moreSecrets > 0)
      yield { at: wholeFile(file), message: 'more', data: { count: file.moreSecrets } };
  },
});
