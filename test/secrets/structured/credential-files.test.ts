import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const password = `${drawn(11, undefined, 331)}7q`;

describe('a line of a file of passwords for PostgreSQL', () => {
  it.each([
    `db.acme.io:5432:app:app:${password}`,
    `*:5432:*:app:${password}`,
    `*:*:*:app:${password}`,
    `10.0.0.4:6432:app1:app-2:${password}`,
  ])('%s', (line) => expect(found(`# note\n${line}\n`, 'notes')).toEqual([[password, 'certain']]));

  it.each([
    ['/etc/passwd on macOS', 'nobody:*:-2:-2:Unprivileged2 User:/var/empty:/usr/bin/false'],
    ['/etc/passwd of a directory', 'ops:*:1000:1000:Ops2 Team:/home/ops:/bin/bash'],
    ['/etc/master.passwd', 'sshd:*:22:22::0:0:Secure2 Shell Daemon:/var/empty:/usr/sbin/nologin'],
    ['/etc/shadow', 'daemon:*:18375:0:99999:7:::'],
    ['/etc/group', 'wheel:*:0:root,ops2'],
    ['an ARN', 'arn:aws:lambda:*:123456789012:function:report-daily2'],
    ['an ARN without an account', 'arn:aws:logs:*:*:log-group:report2'],
    ['a CPE name', 'cpe:2.3:a:acme:harness:*:*:*:node2'],
    ['ports', '"0.0.0.0:5432:5432"'],
  ])('is not %s', (_, line) => expect(found(`# note\n${line}\n`, 'notes')).toEqual([]));
});
