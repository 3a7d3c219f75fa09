import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const token = drawn(36, undefined, 441);
const madeUp = `Kraken${drawn(2, '23456789', 442)}!${drawn(6, undefined, 443)}`;
const fernet = `${drawn(43, undefined, 444)}=`;

describe('an argument of a call that takes a secret', () => {
  it.each([
    ['jwt.sign({ id }, "', token, '", { expiresIn: "1h" });'],
    ["jwt.verify(req.token, '", token, "');"],
    ['jwt.encode(payload, "', token, '", algorithm="HS256")'],
    ['crypto.createHmac("sha256", "', token, '").update(b)'],
    ['hmac.new(b"', token, '", msg, hashlib.sha256)'],
    ['app.use(cookieParser("', token, '"));'],
    ['client.bearer_auth("', token, '")'],
    ['f = Fernet(b"', fernet, '")'],
    ['requests.get(u, auth=("svc", "', madeUp, '"))'],
    ["auth=HTTPBasicAuth('svc', '", madeUp, "')"],
    ['req.SetBasicAuth("svc", "', token, '")'],
    ['.basic_auth("svc", Some("', madeUp, '"))'],
    ['new NetworkCredential("svc", "', madeUp, '");'],
    ["new mysqli('db', 'app', '", madeUp, "', 'x');"],
    ["new PDO('mysql:host=db;dbname=x', 'app', '", madeUp, "');"],
    ["DBI->connect('dbi:Pg:dbname=x', 'app', '", madeUp, "');"],
    ['DriverManager.getConnection("jdbc:x://db/x", "app", "', madeUp, '");'],
    ['credentials += Credentials("N", "h", "ci", "', madeUp, '")'],
  ])('is found: %s%s%s', (before, secret, after) => {
    expect(found(before + secret + after, 'a.py')).toEqual([[secret, 'certain']]);
  });

  it.each([
    'jwt.sign({ id }, process.env.JWT_SECRET, { expiresIn: "1h" });',
    "jwt.sign(payload, 'shhhhh'); jwt.sign(payload, 'your-256-bit-secret')",
    `crypto.createHash("sha256").update("${token}"); createHmac("sha256", key2).update("${token}")`,
    "createHmac('sha256', 'a secret').update('x')",
    'requests.get(u, auth=("user", "pass")); auth=("user2", "passwd2")',
    'req.SetBasicAuth("user", "password1"); req.SetBasicAuth(u, "x")',
    "new PDO('mysql:host=localhost', 'root', ''); new mysqli('localhost', 'root', 'root', 'db1')",
    'new PDO($dsn, $user, $pass2)',
    "HTTPBasicAuth('apikey', 'your_api_key_2')",
  ])('is none: %s', (text) => expect(found(text, 'a.py')).toEqual([]));
});
