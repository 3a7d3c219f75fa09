import { expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

const ZERO = '0'.repeat(40);

it.each(['refs/heads/x', 'refs/tags/x'])(
  'pre-receive says that the object of %s is missing, where it is',
  async (ref) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': '# A\n' }).commit();
    const head = repository.head();
    const received = (id: string | undefined) =>
      repository.run(['pre-receive'], { input: `${ZERO} ${id} ${ref}\n` });
    expect(await received(head)).toMatchObject({ code: 0, stderr: '' });
    expect(await received('12'.repeat(20))).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        'cto-lint: an object that a ref names is missing from the repository',
        '  look with `git fsck`, and fetch or push again what is missing',
        '',
      ].join('\n'),
    });
  },
);
