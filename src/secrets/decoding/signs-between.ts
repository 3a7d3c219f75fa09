import { CHARACTERS, junction } from './junction.ts';

/**
 * What a page does not show between two letters, or shows as their look: control signs, accents, markdown's and HTML's
 * emphasis, comments. Signs that Unicode calls ignorable may stand in a prefix too, and are taken out as other notations are.
 */
const BETWEEN = `(?:[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u0300-\\u036f]|\\*\\*|</?[A-Za-z]{1,10}>|<!--[^>\\n]{0,80}-->){1,4}(?=${CHARACTERS})`;

/** Signs between the letters of a token. */
export const SIGNS_BETWEEN = junction(BETWEEN, '', 'signs');
