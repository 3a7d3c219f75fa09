import { CHARACTERS, junction } from './junction.ts';

/**
 * Between two literals that a program joins: a blank, a line's end or an operator (`+` `++` `.` `..` `&` `||` `<>` `^` `~`).
 * A comma would make a list of them.
 */
const BETWEEN = String.raw`["'\x60](?=[\s\\+.&|<^~])[\s\\]{0,60}(?:\+\+?|\.\.?|&|\|\||<>|\^|~)?[\s\\]{0,60}[fbrFBR]?["'\x60](?=${CHARACTERS})`;

/** The literals of a program that it joins. */
export const SPLIT_LITERALS = junction(BETWEEN, `(?=["'\x60])`, 'split');
