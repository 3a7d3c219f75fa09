/** Why a file was not read, or what was read of it does not count. */
export type Refusal =
  | 'absent'
  | 'link'
  | 'not-a-file'
  | 'no-access'
  | 'too-large'
  | 'changed'
  | 'undecodable';

/** The end of a sentence that begins with what the file is. */
export const REFUSED: Readonly<Record<Refusal, string>> = {
  absent: 'does not exist',
  link: 'is a symbolic link, which is not followed',
  'not-a-file': 'is no regular file',
  'no-access': 'cannot be opened',
  'too-large': 'is larger than any such file is',
  changed: 'changed while it was read',
  undecodable: 'is no text',
};
