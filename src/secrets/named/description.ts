/**
 * A regular expression: `[A-Za-z0-9]{20}`, `\\S{8,}`, `(?i)`. Scanners and validators write them under the names of the
 * secrets that they look for.
 */
const PATTERN =
  /\[\^?[^\]\s]{1,80}\](?:\{\d{1,4}(?:,\d{0,4})?\})|\[[^\]\s]{0,40}(?:\w-\w|\\[dwsDWS])[^\]\s]{0,60}\][+*?]|\(\?(?:[:=!<]|[imsxu]{1,4}[):])|\\{1,2}[sdwSDW](?:[+*?]|\{\d)/;

/** `required|confirmed|min:8`, as Laravel's validators have it. */
const VALIDATION =
  /^[a-z_]{2,30}(?::[\w.,/-]{1,80})?(?:\|[a-z_]{2,30}(?::[\w.,/-]{1,80})?){1,20}$|^(?:min|max|size|between|digits|digits_between|same|different|in|not_in|unique|exists|current_password|required_[a-z]{2,20}):[\w.,/-]{1,80}$/;

/** `*all*authentication*tokens*updated*successfully*`: what a program waits for. */
const WILDCARDS = /^\*?(?:[A-Za-z]{1,30}\*){3,20}[A-Za-z]{0,30}$/;

/** `\xa1\xa2`, `\u00e9`: signs beyond ASCII, which tests put where a password stands. */
const ESCAPES = /^(?:\\{1,2}(?:x[89a-f][0-9a-f]|u(?!00[0-7])[0-9a-f]{4})){1,8}$/i;

/** Whether a text says what a value looks like, rather than being one. */
export function isDescription(text: string): boolean {
  return PATTERN.test(text) || VALIDATION.test(text) || WILDCARDS.test(text) || ESCAPES.test(text);
}
