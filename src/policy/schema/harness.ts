import { z } from 'zod';
import { key, name, text } from './atoms.ts';

/** The program that a harness starts. */
export const build = z.strictObject({
  source: text.describe('The address of the repository that the program is built from.'),
  pins: z
    .array(z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'write a full commit id of 40 or 64 digits'))
    .describe('Commits that may be built, by their full ids.'),
  binary: text.describe('How the path of the binary ends.'),
  packages: z.array(name).describe('Packages that must not be installed or used.'),
  temporary: z.array(text).describe('Folders that are not durable.'),
  admitted: z
    .strictObject({
      key: key.describe('The field.'),
      value: name.describe('The value that says so.'),
    })
    .optional()
    .describe('The field, and its value, with which a document says that a build was admitted.'),
});

/** What a task file exposes, and the one command that may be run with it. */
export const task = z.strictObject({
  program: name.describe('The first word of the command that starts the program.'),
  shape: z.array(text).min(1).describe('The words after the program; `<file>` stands for one path.'),
  own: z.array(key).describe('Fields that a task has about itself.'),
  parts: z
    .record(key, name)
    .describe('All that a task exposes: keys in JSON and YAML, with their headings in markdown.'),
  confined: z.array(key).describe('Parts whose paths stay in the folder of the run.'),
});

/** What a run directory has to hold for a pass. */
export const run = z.strictObject({
  engine: name.describe('The engine that the report of a real run names.'),
  stage: z
    .number()
    .int()
    .describe('The stage that the report of a real run names, and that the gate asks for.'),
  files: z.array(text).describe('Files that every run directory holds, by their paths in it.'),
  markers: z
    .array(text)
    .describe('Files whose presence says that the run was stopped: such a run is no pass.'),
});

export const credentialPlaces = z
  .strictObject({
    variables: z.array(text).default([]).describe('Environment variables that have to be set and not empty.'),
    files: z
      .array(text)
      .default([])
      .describe('Files that have to be there and not empty; `~/` is the home folder.'),
  })
  .describe('Where the credentials of the class of that name live.');
