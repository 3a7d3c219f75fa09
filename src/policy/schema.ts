import { z } from 'zod';
import type { Name } from '../name.ts';

/** A string of the policy that may stand in messages: ids, statuses, keys. See `src/name.ts` for why it is tight. */
const name = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9 ._/:@#()-]{0,79}$/,
    'use up to 80 letters, digits, spaces and . _ / : @ # ( ) -',
  )
  .describe('A name: up to 80 letters, digits, spaces and . _ / : @ # ( ) -') as unknown as z.ZodType<
  Name,
  string
>;

const text = z.string().regex(/\S/).max(2000);
const key = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_-]{0,63}$/, 'use a key: letters, digits, _ and -') as unknown as z.ZodType<
  Name,
  string
>;
const globs = z.array(z.string().min(1).max(512)).describe('Globs relative to the root of the repository.');

const fieldShape = z.strictObject({
  is: z
    .enum(['text', 'exact', 'authority', 'class', 'credential', 'review', 'references', 'statement'])
    .default('text')
    .describe(
      'text: anything. exact: one literal name, no placeholder or range. authority: names who approved. class: a class; a remark may follow a semicolon. credential: a class of credentials, never a value. review: an expiry, a date or a condition. references: a comma-separated list. statement: makes the statements that `says` lists.',
    ),
  oneOf: z.array(name).optional().describe('The only values allowed.'),
  emptyUntil: z.enum(['admission']).optional().describe('Present, and empty until that fact is there.'),
  words: z.array(text).optional().describe('At least one of these words stands in the value.'),
  never: z.array(text).optional().describe('None of these words stands in the value.'),
  says: z.array(name).optional().describe('Ids of `statements` that the value makes.'),
});

const decision = z.strictObject({
  status: key.describe('The key that holds the status of a decision.'),
  section: text.describe('The heading under which a record states what holds now.'),
  history: z.strictObject({
    section: text.describe('The heading under which past states stand.'),
    label: text.describe('The paragraph before the list of past states.'),
  }),
  identity: key.describe('The front matter key that tells which route a record decides for.'),
  undecided: name.describe('The safe state: nothing may run. A missing record means this.'),
  transitions: z.record(name, z.array(name)).describe('From each status, the statuses that may follow it.'),
  renew: z.array(key).describe('Fields that get a new value when the status or a guarded field changes.'),
  guarded: z.array(key).describe('Fields of a decided record that change only with a new approval.'),
  pair: z
    .strictObject({ provider: key, model: key })
    .optional()
    .describe('The two fields that name what may run.'),
  fallback: z
    .strictObject({
      provider: key,
      model: key,
      allowed: z.array(
        z.strictObject({
          provider: text,
          model: text,
          local: z.boolean().default(false).describe('It may stand in a branch that is local.'),
        }),
      ),
      neverProviders: z.array(text),
      neverModels: z.array(text),
    })
    .optional()
    .describe('The second pair, and what it may never be without an admission.'),
  branches: z
    .record(
      name,
      z.strictObject({
        title: name,
        local: z.boolean().default(false).describe('Nothing external may be used, fallbacks included.'),
        fields: z.record(key, fieldShape).describe('The fields that a record of this branch must have.'),
      }),
    )
    .describe('Each status that is a decision, with the fields that it requires.'),
});

const authorities = z.strictObject({
  approve: z
    .array(text)
    .describe('Who may approve: one of these stands in an `authority` field, as a whole word.'),
  never: z.array(text).describe('What is no authority.'),
  authors: z.array(text).optional().describe('E-mail addresses that may author a change of a decision.'),
  committers: z.array(text).optional().describe('E-mail addresses that may commit a change of a decision.'),
  signers: z
    .string()
    .min(1)
    .optional()
    .describe('An allowed-signers file, read from the base: a change of a decision then needs a signature.'),
});

const fact = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('decision'), status: z.array(name).optional() }),
  z.strictObject({ fact: z.literal('admission') }),
  z.strictObject({ fact: z.literal('pass-report') }),
  z.strictObject({ fact: z.literal('item'), item: name, status: z.array(name) }),
]);

const phrases = text.describe(
  'Ways to say one thing, with a bar between them: `remains | stays`. `<name>` stands for what `vocabulary` lists under that name. Inflection does not matter, a few light words may stand between the words of a phrase, and a single capitalised word is a name.',
);

const work = z.strictObject({
  prefix: z
    .string()
    .regex(/^[A-Z][A-Z0-9-]{0,30}-$/)
    .describe('What ids of work items begin with; digits follow.'),
  digits: z.number().int().min(1).max(6),
  statuses: z.array(name),
  blocked: name.describe('The status of an item that waits for something.'),
  labels: z.strictObject({ status: text, acceptance: text, blockers: text, evidence: text }),
  called: z
    .record(name, phrases)
    .default({})
    .describe(
      'Other words of sentences for a status; `unblocked` always means that an item is not `blocked`.',
    ),
  known: z.array(name).default([]).describe('Ids that are defined elsewhere.'),
  gates: z
    .record(
      name,
      z.strictObject({
        needs: z.array(fact).min(1).describe('The item stays blocked until all of these facts are there.'),
        closes: z
          .boolean()
          .default(false)
          .describe('The facts resolve the item: a blocked status is drift then.'),
      }),
    )
    .default({})
    .describe('Items that leave their blocked status on facts only.'),
});

/** One way to say something in a sentence. What is listed under a key is all there, in any order. */
const wording = z.strictObject({
  names: z.array(phrases).optional().describe('Is mentioned, whether affirmed or denied.'),
  affirms: z.array(phrases).optional().describe('Is said to be so.'),
  denies: z.array(phrases).optional().describe('Is said not to be so.'),
  asserts: z.array(phrases).optional().describe('Verbs: is said to happen, or to have happened.'),
  permits: z.array(phrases).optional().describe('Verbs: is said to be free to happen.'),
  gate: z
    .strictObject({
      closed: phrases.describe('What the sentence calls it while it waits.'),
      open: phrases.describe('What the sentence calls it once it need not wait.'),
      until: z.array(phrases).min(1).describe('The facts that it waits for.'),
    })
    .optional()
    .describe(
      'Something is closed until all facts are there: `blocked until`, `may start only when`, `requires`.',
    ),
  lacks: z.array(phrases).optional().describe('None of these is mentioned.'),
});

/** Something that a document must keep saying, in words of its own. */
const statement = z.strictObject({
  id: name,
  says: text.describe('The statement in plain words.'),
  any: z.array(wording).min(1).describe('The ways to make it: one sentence that does so is enough.'),
  against: z.array(wording).optional().describe('What contradicts it: no sentence may say so.'),
  when: z.array(name).optional().describe('Statuses of the decision under which a record has to make it.'),
});

/** Something that no document of some kinds may say. Where something is a condition only, it is not said. */
const claim = z.strictObject({
  id: name,
  says: text.describe('What is not to be claimed, in plain words.'),
  in: z.array(z.enum(['decision-packet', 'decision-record', 'sot'])).min(1),
  any: z.array(wording).min(1).describe('The ways to claim it: one sentence that does so is a finding.'),
  unless: z.array(wording).optional().describe('Sentences that say this as well claim something else.'),
});

const sot = z.strictObject({
  required: z.array(key).describe('Front matter keys that each document has.'),
  values: z
    .record(key, z.array(name))
    .default({})
    .describe('Front matter keys that allow these values only.'),
  dates: z.array(key).default([]).describe('Front matter keys that hold a date, not in the future.'),
  order: z
    .array(z.tuple([key, key]))
    .default([])
    .describe('Pairs of dates: the first is not after the second.'),
  banner: z.array(text).default([]).describe('Sentences that stand in every document of the kind.'),
  promotion: z
    .strictObject({ key, value: name })
    .optional()
    .describe('The key that says that nothing is promoted.'),
  statements: z
    .array(z.strictObject({ documents: globs.min(1), statements: z.array(statement).min(1) }))
    .default([])
    .describe('What single documents, found by glob, must keep saying.'),
});

const target = z.strictObject({
  name,
  paths: z.array(text).default([]),
  remotes: z.array(text).default([]),
  hashes: z.array(z.string().regex(/^sha256:[0-9a-f]{64}$/)).default([]),
});

const suppression = z.strictObject({
  rule: name,
  path: z.string().min(1).max(512),
  fingerprint: z.string().min(8).max(200).optional(),
  reason: text,
  owner: name,
  expires: z.iso.date(),
});

const declaredRule = z.strictObject({
  id: z
    .string()
    .regex(
      /^local\/[a-z][a-z0-9-]{0,60}$/,
      'begin the id of a declared rule with local/',
    ) as unknown as z.ZodType<Name, string>,
  kind: name.describe('A kind, or `file` for every file.'),
  severity: z.enum(['error', 'warning']).default('error'),
  forbid: text.optional().describe('A pattern in RE2 syntax that must not occur.'),
  require: text.optional().describe('A pattern in RE2 syntax that must occur.'),
  field: key.optional().describe('A field whose values are limited by `oneOf`.'),
  oneOf: z.array(name).optional(),
  when: z
    .strictObject({ field: key, is: z.array(text).min(1) })
    .optional()
    .describe('`fields` are required where this holds; without it, always.'),
  fields: z.array(key).optional().describe('Fields that must be there.'),
  message: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^{}]*$/, 'leave out braces')
    .describe('What a finding says.'),
});

/** The whole policy: what `cto-lint.config.yaml` may say, merged with what it extends. */
export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  extends: z.enum(['cto', 'none']).default('cto').describe('The policy that this one adds to.'),
  kinds: z.record(name, globs).default({}).describe('Which files are of which kind.'),
  decision: decision.optional(),
  authorities: authorities.default({ approve: [], never: [] }),
  work: work.optional(),
  vocabulary: z
    .record(name, z.array(text).min(1))
    .default({})
    .describe('Words that mean the same; a wording names them as `<name>`.'),
  statements: z.array(statement).default([]).describe('What fields with `says` have to say.'),
  packet: z
    .strictObject({ statements: z.array(statement) })
    .optional()
    .describe('What every decision packet must keep saying.'),
  claims: z.array(claim).default([]).describe('What no packet, record or SOT document may claim.'),
  sot: sot.optional(),
  build: z
    .strictObject({
      source: text,
      pins: z.array(z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)).describe('Commits that may be built.'),
      binary: text.describe('How the path of the binary ends.'),
      packages: z.array(name).describe('Packages that must not be installed or used.'),
      temporary: z.array(text).describe('Folders that are not durable.'),
      admitted: z
        .strictObject({ key, value: name })
        .optional()
        .describe('The field, and its value, with which a document says that a build was admitted.'),
    })
    .optional(),
  task: z
    .strictObject({
      program: name,
      shape: z.array(text).min(1).describe('The words after the program; `<file>` stands for one path.'),
      own: z.array(key).describe('Fields that a task has about itself.'),
      parts: z
        .record(key, name)
        .describe('All that a task exposes: keys in JSON and YAML, with their headings in markdown.'),
      confined: z.array(key).describe('Parts whose paths stay in the folder of the run.'),
    })
    .optional(),
  run: z
    .strictObject({
      engine: name,
      stage: z.number().int(),
      files: z.array(text),
      markers: z.array(text),
    })
    .optional(),
  credentials: z
    .record(name, z.strictObject({ variables: z.array(text).default([]), files: z.array(text).default([]) }))
    .default({})
    .describe('Where the credentials of a class live: their presence is looked at, never a value.'),
  secrets: z
    .strictObject({
      certain: z.array(name).default([]).describe('Types of secrets that count as certain.'),
      likely: z.array(name).default([]).describe('Types of secrets that count as likely: a warning.'),
    })
    .default({ certain: [], likely: [] }),
  targets: z.array(target).default([]).describe('Target Repositories: never opened, never named elsewhere.'),
  evidence: z
    .strictObject({
      roots: z.array(text).default([]).describe('Folders of run directories.'),
      references: z.array(text).default([]).describe('Paths that may be named as sources; never opened.'),
      index: z.string().min(1).optional().describe('The committed evidence index: a file or a folder.'),
    })
    .default({ roots: [], references: [] }),
  protected: globs.default([]).describe('Paths that no change may touch.'),
  rules: z.record(name, z.enum(['error', 'warning', 'off'])).default({}),
  suppress: z.array(suppression).default([]).describe('Findings that are excused for a time.'),
  except: z.record(name, globs).default({}).describe('Rules, and the paths that they leave alone for good.'),
  declare: z.array(declaredRule).default([]).describe('Rules of your own, as data.'),
  limits: z
    .strictObject({
      fileBytes: z
        .number()
        .int()
        .positive()
        .default(20_000_000)
        .describe('Larger files are not judged, and reported.'),
      seconds: z.number().int().positive().default(600).describe('A run that takes longer ends with exit 2.'),
    })
    .default({ fileBytes: 20_000_000, seconds: 600 }),
});

/** The policy file's data, complete: after merging and defaults. */
export type PolicyData = z.infer<typeof policySchema>;
