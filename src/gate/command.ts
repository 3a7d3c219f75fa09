/** The word of the policy's shape that stands for one path. */
const FILE_WORD = '<file>';

/** Whether the words after the program are exactly those of the shape. */
export function fitsShape(words: readonly string[], shape: readonly string[]): boolean {
  return (
    words.length === shape.length &&
    // A path that begins with a dash would be an option to whoever parses the command.
    shape.every((part, at) => (part === FILE_WORD ? !/^(?:-|$)/.test(words[at]!) : part === words[at]))
  );
}

/** The task file that a command of the shape names. The program is the first word. */
export function taskFileOf([, ...words]: readonly string[], shape: readonly string[]): string | undefined {
  return fitsShape(words, shape) ? words[shape.indexOf(FILE_WORD)] : undefined;
}
