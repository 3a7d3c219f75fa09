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
  shuffled: [92, 97, 100],
  'JSON string': [90, 98, 100],
  'one paragraph': [92, 98, 100],
  'upper case': [92, 97, 100],
};

/** Over all transformations together. */
export const TOTAL: Floors = [96, 99, 100];
