import {
  type Document,
  defineRule,
  renamedDocuments,
  statementsFor,
  unkeptStatements,
} from '../../src/rule.ts';

/** Single documents of a route promise something that others rely on. */
export const requiredSotStatements = defineRule({
  id: 'sot/required-statements',
  severity: 'error',
  summary: 'A planning document keeps making the statements that the policy asks of it by name.',
  why: 'The constraints of a record and of a build plan are sentences, and other documents, gates and people rely on them. A sentence that is dropped or turned round in an edit loosens the route without anybody deciding so.',
  help: 'Say it in a plain sentence, in words of your own. `cto-lint explain` with the path of the document tells what each statement says; `sot.statements` of the policy lists them.',
  requirements: ['SOT-5'],
  messages: {
    missing: 'Nothing in this document makes the statement `{statement}`.',
    changed:
      'The document makes the statement `{statement}` nowhere; this speaks of it, but says something else.',
    contradicted: 'This contradicts the statement `{statement}`, which the document has to make.',
  },
  examples: {
    good: {
      path: 'route/.sot/PROVIDER-PLAN.md',
      text: '---\nlifecycle_classification: sot\n---\n\n# Plan\n\nOther documents than the listed ones promise nothing.\n',
    },
    bad: {
      path: 'route/.sot/CTO-CASE-PROVIDER-BUILD-PRD.md',
      text: '# Build\n\nMissing Bun is only a warning.\n',
    },
  },
  each: ['sot', 'change'],
  *check(subject, policy) {
    if ('document' in subject) {
      const { document } = subject;
      const asked = statementsFor(document, policy);
      for (const { statement, how, at } of unkeptStatements(document, asked, policy))
        yield { at, message: how, data: { statement } };
      return;
    }
    // Under another name nothing is asked of a document, so that a new name must not come with less.
    const isAsked = (document: Document): boolean => statementsFor(document, policy).length > 0;
    for (const { was, now } of renamedDocuments(subject, isAsked)) {
      if (isAsked(now)) continue;
      const asked = statementsFor(now, policy, was.file.path);
      for (const { statement, how, at } of unkeptStatements(now, asked, policy))
        yield { at, message: how, data: { statement } };
    }
  },
});
