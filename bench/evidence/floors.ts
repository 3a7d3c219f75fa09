/**
 * Percent of evidence-bearing copies of three lines, ten lines and whole files that each transformation must leave
 * recognisable: as a finding of any severity, by the indexes and structure together.
 */
export type Floors = readonly [three: number, ten: number, whole: number];

export const FLOOR: Floors = [95, 98, 100];

/** Where less is left of a copy. */
export const LOWER: Readonly<Record<string, Floors>> = {
  'timestamps edited': [88, 95, 100],
  'timestamps removed': [88, 94, 100],
  'digits edited': [88, 94, 100],
  redacted: [92, 96, 100],
  // Three lines of digests alone, reshaped so, are a list of references.
  'JSON to YAML': [92, 98, 100],
  'JSON to a table': [92, 98, 100],
  'JSON to bullets': [92, 98, 100],
  'wrapped at 72': [92, 96, 100],
  shuffled: [92, 97, 100],
  'JSON string': [90, 98, 100],
  'one paragraph': [92, 98, 100],
  'upper case': [92, 97, 100],
};

/** Over all transformations together. */
export const TOTAL: Floors = [96, 99, 100];

/** By the file that a piece is of, through any transformation. */
export const OF_FILE: Readonly<Record<string, Floors>> = {
  'backend/stderr.log': [78, 95, 100],
  'patch.diff': [78, 95, 100],
  'report.json': [85, 95, 100],
  'report.md': [88, 95, 100],
};

/** Without a key, over all transformations. */
export const WITHOUT_KEY: Floors = [70, 72, 96];
