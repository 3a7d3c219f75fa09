import { type Document, parseDocument } from 'yaml';
import type { Change } from '../change.ts';

/**
 * A YAML file of somebody else's with something added; comments and order stay. What can't be read, or has another shape
 * than `add` expects, is left to a person.
 * @param add throws where the document has another shape
 */
export function yamlAddition(
  path: string,
  text: string,
  added: string,
  add: (document: Document) => void,
): Change {
  const byHand: Change = {
    kind: 'by-hand',
    path,
    why: 'its form is not one that can be added to',
    to: 'add',
    what: added,
  };
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return byHand;
  try {
    add(document);
  } catch {
    // The library throws where a path leads through a scalar; what it says quotes the file.
    return byHand;
  }
  return { kind: 'extend', path, text: document.toString({ lineWidth: 0 }), added };
}
