import { z } from 'zod';
import { globs, name, text } from './schema/atoms.ts';
import { authorities } from './schema/authorities.ts';
import { decision } from './schema/decision.ts';
import { evidence, secrets, target } from './schema/detectors.ts';
import { declaredRule, limits, suppression } from './schema/findings.ts';
import { build, credentialPlaces, run, task } from './schema/harness.ts';
import { sot } from './schema/sot.ts';
import { claim, packet, statement } from './schema/statements.ts';
import { work } from './schema/work.ts';

/** The whole policy: what `cto-lint.config.yaml` may say, merged with what it extends. */
export const policySchema = z.strictObject({
  $schema: z.string().optional().describe('The JSON Schema, for editors.'),
  extends: z.enum(['cto', 'none']).default('cto').describe('The policy that this one adds to.'),
  kinds: z.record(name, globs).default({}).describe('Which files are of which kind.'),
  decision: decision.optional().describe('How a decision record is written, and which decisions there are.'),
  authorities: authorities
    .default({ approve: [], never: [] })
    .describe('Who may approve a decision, and who may commit one.'),
  work: work.optional().describe('How work items are written, and which of them wait for facts.'),
  vocabulary: z
    .record(name, z.array(text).min(1))
    .default({})
    .describe('Words that mean the same; a wording names them as `<name>`.'),
  statements: z.array(statement).default([]).describe('What fields with `says` have to say.'),
  packet: packet.optional().describe('What every decision packet must keep saying.'),
  claims: z.array(claim).default([]).describe('What no packet, record or SOT document may claim.'),
  sot: sot.optional().describe('What a planning document (kind `sot`) has in its front matter and its text.'),
  build: build.optional().describe('Where the program that a harness starts comes from, and where it lies.'),
  task: task.optional().describe('What a task file may expose, and the command that may be run with it.'),
  run: run.optional().describe('What a run directory holds, for `cto-lint evidence verify` and the gate.'),
  credentials: z
    .record(name, credentialPlaces)
    .default({})
    .describe('Where the credentials of a class live: their presence is looked at, never a value.'),
  secrets: secrets
    .default({ certain: [], likely: [] })
    .describe('Types of secrets that count otherwise than the detector has them.'),
  targets: z.array(target).default([]).describe('Target Repositories: never opened, never named elsewhere.'),
  evidence: evidence
    .default({ roots: [], references: [] })
    .describe('Where runs of the harness lie, and which paths may be named as sources.'),
  protected: globs.default([]).describe('Paths that no change may touch.'),
  rules: z
    .record(name, z.enum(['error', 'warning', 'off']))
    .default({})
    .describe(
      'Rules by id, with another severity than their own, or `off`; `decision/*`, `build/*`, `admission/*` and `secrets/*` stay errors.',
    ),
  suppress: z.array(suppression).default([]).describe('Findings that are excused for a time.'),
  except: z.record(name, globs).default({}).describe('Rules, and the paths that they leave alone for good.'),
  declare: z.array(declaredRule).default([]).describe('Rules of your own, as data.'),
  limits: limits
    .default({ fileBytes: 20_000_000, fileSeconds: 60, seconds: 600 })
    .describe('How much one run may take.'),
});

/** The policy file's data, complete: after merging and defaults. */
export type PolicyData = z.infer<typeof policySchema>;
