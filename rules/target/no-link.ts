import { defineRule, placeOf, wholeFile } from '../../src/rule.ts';

/** What a link leads to is as good as a path: whoever reads through it reads the target. */
export const noLink = defineRule({
  id: 'target/no-link',
  severity: 'error',
  summary: 'No symlink, submodule or gitlink leads into a Target Repository.',
  why: 'A link makes a protected repository part of this one: tools and agents that walk the tree walk into it without ever naming it.',
  help: 'Remove the link. What is needed of the target is copied as an artificial fixture.',
  requirements: ['TGT-2'],
  messages: {
    symlink: 'This symbolic link leads to the Target Repository {target}.',
    submodule: 'This submodule is the Target Repository {target}.',
    gitlink: 'This gitlink stands for the Target Repository {target}.',
  },
  examples: {
    good: { path: 'fixtures/shop', text: '../artificial/shop', mode: '120000' },
    bad: { path: 'fixtures/shop', text: '/srv/shops/storefront', mode: '120000' },
  },
  each: 'file',
  *check(file) {
    const isModules = /(?:^|\/)\.gitmodules$/i.test(file.path);
    for (const { surface, target, start, end } of file.targets) {
      if (file.mode === '160000') yield { at: wholeFile(file), message: 'gitlink', data: { target } };
      else if (surface === 'path') continue;
      else if (file.mode === '120000')
        yield { at: placeOf(file, { start, end }), message: 'symlink', data: { target } };
      else if (isModules) yield { at: placeOf(file, { start, end }), message: 'submodule', data: { target } };
    }
  },
});
