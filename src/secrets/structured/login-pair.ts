import type { Structure } from './structure.ts';
import { judgeTelling } from './typed-secret.ts';

/** User and password as notes have them, side by side: "Credentials for the jump host: `mira` / `…`", "Login: admin / …". */
export const LOGIN_PAIRS: readonly Structure[] = [
  {
    type: 'login-pair',
    near: ['credentials', 'creds', 'login:', 'login (', 'login for ', 'login**', 'zugangsdaten'],
    shape:
      /(?:credentials|creds|login|zugangsdaten)(?:[ \t](?:for|of|to|on|für)[ \t][^\r\n:`"]{1,60}|[ \t]\([^()\r\n]{1,40}\))?[*]{0,2}(?:[ \t]?[:=]|[ \t]are|[ \t]is)[*]{0,2}[ \t]{1,3}["'`*]{0,2}(?<user>[A-Za-z][\w.@+-]{1,60})["'`*]{0,2}(?:[ \t]{0,2}\/[ \t]{0,2}|[ \t]{0,2}\|[ \t]{0,2}|[ \t](?:and|with(?:[ \t]password)?)[ \t]|,[ \t])["'`*]{0,2}(?<secret>[^\s"'`<>]{7,199}[^\s"'`<>.,;:)])/i,
    judge: ({ secret, user }) => (secret === user ? undefined : judgeTelling(secret)),
  },
];
