/**
 * Which way a part of the policy is loosened.
 * `fixed`: any other value, or none. `keep`: a list that loses an entry. `grant`: a list, or the keys of a mapping, that
 * gains one. `restrict`: as `grant`, but without the list everything is allowed. `permit`: a value that allows something
 * by being there. `true`: a switch that is turned off. `globs`: a list of globs that covers less. `free`: not a matter
 * of strictness. `own`: compared by a function of its own.
 */
export type Direction =
  | 'fixed'
  | 'keep'
  | 'grant'
  | 'restrict'
  | 'permit'
  | 'true'
  | 'globs'
  | 'free'
  | 'own'
  | Parts;

/**
 * Keys with their directions. `*` is every key that is not named. Where `+` is there, a new key of the mapping allows
 * something; where `-` is, a key that goes takes nothing away.
 */
export type Parts = { readonly [key: string]: Direction };

const FIELD: Parts = {
  is: 'own',
  oneOf: 'restrict',
  emptyUntil: 'permit',
  words: 'restrict',
  never: 'keep',
  says: 'keep',
};

const DECISION: Parts = {
  status: 'fixed',
  section: 'fixed',
  history: { section: 'fixed', label: 'fixed' },
  identity: 'fixed',
  undecided: 'fixed',
  transitions: { '*': 'grant', '+': 'grant' },
  renew: 'keep',
  guarded: 'keep',
  pair: { provider: 'fixed', model: 'fixed' },
  fallback: {
    provider: 'fixed',
    model: 'fixed',
    allowed: 'grant',
    neverProviders: 'keep',
    neverModels: 'keep',
  },
  branches: { '*': { title: 'fixed', local: 'true', fields: { '*': FIELD } }, '+': 'grant', '-': 'free' },
};

const WORK: Parts = {
  prefix: 'fixed',
  digits: 'fixed',
  statuses: 'grant',
  blocked: 'fixed',
  called: { '*': 'fixed' },
  labels: { '*': 'fixed' },
  known: 'grant',
  gates: { '*': { needs: 'own', closes: 'true' } },
};

const SOT: Parts = {
  required: 'keep',
  values: { '*': 'grant' },
  dates: 'keep',
  order: 'keep',
  banner: 'keep',
  promotion: 'fixed',
  statements: 'own',
};

const BUILD: Parts = {
  source: 'fixed',
  pins: 'grant',
  binary: 'fixed',
  packages: 'keep',
  temporary: 'keep',
  admitted: 'fixed',
};

const TASK: Parts = {
  program: 'fixed',
  shape: 'fixed',
  own: 'grant',
  parts: { '*': 'fixed', '+': 'grant', '-': 'free' },
  confined: 'keep',
};

/** Every key of the policy; a test holds it against the schema. */
export const DIRECTIONS: Parts = {
  $schema: 'free',
  extends: 'own',
  kinds: { '*': 'globs' },
  decision: DECISION,
  authorities: {
    approve: 'grant',
    never: 'keep',
    authors: 'restrict',
    committers: 'restrict',
    signers: 'fixed',
  },
  work: WORK,
  vocabulary: { '*': 'fixed' },
  statements: 'own',
  packet: { statements: 'own' },
  claims: 'own',
  sot: SOT,
  build: BUILD,
  task: TASK,
  run: { engine: 'fixed', stage: 'fixed', files: 'keep', markers: 'keep' },
  credentials: { '*': { variables: 'keep', files: 'keep' } },
  secrets: { certain: 'keep', likely: 'grant' },
  targets: 'own',
  evidence: { roots: 'own', references: 'grant', index: 'fixed' },
  protected: 'globs',
  rules: 'own',
  suppress: 'own',
  except: 'own',
  declare: 'own',
  limits: 'free',
};
