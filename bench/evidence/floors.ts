/**
 * Percent of evidence-bearing copies of three lines, ten lines and whole files that each transformation must leave
 * recognisable: as a finding of any severity, by the indexes and structure together.
 */
export type Floors = readonly [three: number, ten: number, whole: number];

export const FLOOR: Floors = [97, 98, 100];

/** Where less is left of a copy. */
export const LOWER: Readonly<Record<string, Floors>> = {
  'timestamps edited': [95, 95, 100],
  'timestamps removed': [90, 94, 100],
  'digits edited': [92, 96, 100],
  redacted: [97, 97, 100],
  // Three lines of digests alone, reshaped so, are a list of references.
  'JSON to YAML': [93, 98, 100],
  'JSON to a table': [93, 98, 100],
  'JSON to bullets': [93, 98, 100],
  shuffled: [97, 97, 100],
  'every fourth line dropped': [97, 97, 100],
  'prose between': [96, 97, 100],
  'one paragraph': [97, 97, 100],
};

/** Over all transformations together. */
export const TOTAL: Floors = [98, 99, 100];

/** By the file that a piece is of, through any transformation. */
export const OF_FILE: Readonly<Record<string, Floors>> = {
  'report.json': [90, 95, 100],
  'report.md': [92, 97, 100],
  'test.log': [93, 97, 100],
};

/** Without a key, over all transformations. */
export const WITHOUT_KEY: Floors = [82, 80, 96];
