import { AI } from './ai.ts';
import { AI_TOOLS } from './ai-tools.ts';
import { CHAT } from './chat.ts';
import { CLOUD } from './cloud.ts';
import { FORGE } from './forge.ts';
import { GOOGLE } from './google.ts';
import { HOSTING } from './hosting.ts';
import { IDENTITY } from './identity.ts';
import { MAIL } from './mail.ts';
import { OBSERVABILITY } from './observability.ts';
import { OFFICE } from './office.ts';
import { PAYMENT } from './payment.ts';
import { REGISTRY } from './registry.ts';
import type { TokenType } from './token-type.ts';
import { WALLETS } from './wallets.ts';

/** The whole table. Where two rows fit at one place, the one whose token is longer wins, then the earlier one. */
export const TOKEN_TYPES: readonly TokenType[] = [
  ...AI_TOOLS,
  ...AI,
  ...GOOGLE,
  ...FORGE,
  ...CLOUD,
  ...HOSTING,
  ...PAYMENT,
  ...CHAT,
  ...MAIL,
  ...OFFICE,
  ...REGISTRY,
  ...OBSERVABILITY,
  ...IDENTITY,
  ...WALLETS,
];
