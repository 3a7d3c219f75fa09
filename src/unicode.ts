// V8 takes half a millisecond to look up what each property of Unicode holds, when it first comes to the pattern: that is
// why these stand in functions, behind what ASCII tells.

/** Whether a text holds a letter of any script. */
export function holdsLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || (!isAscii(text) && /\p{L}/u.test(text));
}

/** Whether a text begins with a capital letter of any script. */
export function beginsWithCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}

/** Without what Unicode calls default ignorable: soft hyphens, joiners, direction marks, variation selectors. */
export function withoutIgnorable(text: string): string {
  return isAscii(text) ? text : text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
