import { z } from 'zod';
import { name, text } from './atoms.ts';

/** Types of secrets that are judged otherwise than the detector would. */
export const secrets = z.strictObject({
  certain: z.array(name).default([]).describe('Types of secrets that count as certain.'),
  likely: z.array(name).default([]).describe('Types of secrets that count as likely: a warning.'),
});

/** A Target Repository. */
export const target = z.strictObject({
  name: name.describe('What findings call it; its paths and remotes are never repeated.'),
  paths: z
    .array(text)
    .default([])
    .describe('Its folders: absolute, with `~` for any home, or relative to the root of this repository.'),
  remotes: z.array(text).default([]).describe('Its addresses, like `github.com/acme/storefront`.'),
  hashes: z
    .array(
      z
        .string()
        .regex(
          /^sha256:[0-9a-f]{64}$/,
          'write `sha256:` and 64 digits, as `cto-lint targets hash` prints them',
        ),
    )
    .default([])
    .describe(
      "Hashes of its folders, where none may be named: what `cto-lint targets hash PATH` prints of a whole path, or of `'~/src/shop'` for any home (in quotes: a shell puts your own home in its place).",
    ),
});

/** Where runtime evidence lies. */
export const evidence = z.strictObject({
  roots: z.array(text).default([]).describe('Folders of run directories.'),
  references: z.array(text).default([]).describe('Paths that may be named as sources; never opened.'),
  index: z.string().min(1).optional().describe('The committed evidence index: a file or a folder.'),
});
