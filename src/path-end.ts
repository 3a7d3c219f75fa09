/** Whether a path that ends in a text before `end` may be one that is looked for. */
export type PathEnd = (text: string, end: number) => boolean;
