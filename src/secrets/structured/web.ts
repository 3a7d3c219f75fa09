import { looksDrawn } from '../named/drawn.ts';
import type { Structure } from './structure.ts';
import { judgeBasic, judgeDrawnToken, judgeTyped } from './typed-secret.ts';

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal)$/i;
const EXAMPLE_HOST =
  /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|domain\.com|host|hostname|server)$/i;

/** URLs, headers, cookies. */
export const WEB: readonly Structure[] = [
  {
    type: 'url-credentials',
    near: ['://'],
    // The user may be empty (redis), the host may have no dot.
    shape:
      /:\/\/(?<user>[^\s/:@"'`<>?#]{0,120}):(?<secret>[^\s/"'`<>@]{1,200})@(?<host>\[[0-9A-Fa-f:.%]{2,60}\]|[A-Za-z0-9_[\].-]{1,200})/,
    judge: ({ secret, user = '', host = '' }) => {
      if (secret === user || /sentry/i.test(host)) return undefined;
      // `https://user:he%2F%2Fo@…`: how such a URL is written.
      if (/^user(?:name)?$/i.test(user) && /^[a-z/]{1,6}$/i.test(decodePercent(secret))) return undefined;
      if (isCapitalWords(user) && isCapitalWords(secret)) return undefined;
      const isNowhere =
        LOCAL_HOST.test(host) || EXAMPLE_HOST.test(host) || /^\[(?![0-9a-f:.%]+\]$)/i.test(host);
      return isNowhere ? judgeDrawnToken(secret, 12) : judgeTyped(decodePercent(secret));
    },
  },
  {
    type: 'url-token',
    near: ['://'],
    shape: /:\/\/(?<secret>[A-Za-z0-9_%.~-]{16,200})(?::(?:x-oauth-basic|@))?@(?<host>[A-Za-z0-9.-]{1,200})/,
    // A Sentry DSN is meant for browsers.
    judge: ({ secret, host = '' }) =>
      /sentry/i.test(host) || EXAMPLE_HOST.test(host) || /^[0-9a-f]+$/.test(secret)
        ? undefined
        : judgeDrawnToken(secret, 20),
  },
  {
    type: 'authorization-header',
    near: ['authorization'],
    // With a sign between them, as name and value of a list of headers (HAR, Kubernetes), or as nginx's and Apache's arguments.
    shape:
      /authorization(?:["'`\])]{0,3}[ \t]{0,4}[:=,>][>=]?[ \t]{0,4}\\?["'`]?|\\?["']?,?\s{0,40}\\?["']?value\\?["']?[ \t]{0,4}:[ \t]{0,4}\\?["']?|[ \t]{1,20}["'])(?:Bearer|Token|token|bearer|ApiKey|apikey|Api-Key|GenieKey|SSWS|Bot|OAuth|Splunk|Klaviyo-API-Key|Discogs|DeepL-Auth-Key|[A-Z][A-Za-z-]{2,20}Key)(?:[ \t]{1,4}(?:token[=:])?|[ \t]?\+[ \t]?|=)["'`]?(?<secret>[A-Za-z0-9_.~+/=:|-]{10,2000})/i,
    judge: ({ secret }) => judgeDrawnToken(secret, 12),
  },
  {
    type: 'basic-authorization',
    near: ['basic '],
    shape: /basic[ \t]{1,4}["'`]?(?<secret>[A-Za-z0-9+/_-]{8,400}={0,2})/i,
    judge: ({ secret }) => judgeBasic(secret),
  },
  {
    type: 'api-key-header',
    near: ['x-', 'api-key:', 'apikey:', 'private-token:', 'job-token:', 'deploy-token:'],
    shape:
      /(?:x-[a-z-]{0,30}(?:key|token|secret|auth|api)|api-?key|(?:private|job|deploy)-token)["'`]{0,2}[ \t]{0,4}[:=,][ \t]{0,4}["'`]?(?<secret>[A-Za-z0-9_.~+/=|-]{10,500})/i,
    judge: ({ secret }) => judgeDrawnToken(secret, 12),
  },
  {
    type: 'session-cookie',
    near: ['cookie:', 'cookie =', 'cookie=', 'cookie "', "cookie '", 'cookie",'],
    shape:
      /cookie(?:["'`]{0,2}[ \t]{0,4}[:=]|[ \t]{1,4}|",\s{0,40}"value":)[ \t]{0,4}["'`]?(?:[\w.-]{1,60}=[^;\s"'`]{0,400};[ \t]{0,4}){0,12}?[\w.-]{0,40}(?:sess|sid|auth|token|jwt|remember|login|ticket|identity|credential)[\w.-]{0,40}=(?<secret>[A-Za-z0-9_.~%+/:|-]{16,2000})/i,
    judge: ({ secret }) => judgeDrawnToken(decodePercent(secret)),
  },
  {
    type: 'query-token',
    near: ['?', '&'].flatMap((sign) =>
      ['key=', 'token=', 'auth=', 'apikey=', 'api_key=', 'access_token=', 'pass=', 'pwd='].map(
        (name) => sign + name,
      ),
    ),
    shape: /[?&](?:\w{0,10}[-_]?)(?:key|token|auth|pass|pwd)=(?<secret>[A-Za-z0-9_.~%+/:|-]{12,1000}={0,2})/i,
    judge: ({ secret }) => judgeDrawnToken(decodePercent(secret)),
  },
  {
    // https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to
    type: 'azure-function-key',
    vendor: 'Azure',
    near: ['.azurewebsites.net/api/'],
    shape:
      /\.azurewebsites\.net\/api\/[^\s?"'`<>]{1,200}\?(?:[\w.%-]{1,40}=[^\s&"'`<>]{0,100}&(?:amp;)?){0,6}?code=(?<secret>[A-Za-z0-9_%/+-]{40,120}(?:%3D|=){0,2})/i,
    judge: ({ secret }) => judgeDrawnToken(decodePercent(secret), 40),
  },
  {
    type: 'azure-shared-access-signature',
    vendor: 'Azure',
    near: ['sig='],
    shape: /sig=(?<secret>[A-Za-z0-9%+/_-]{43,120}(?:%3D|=){0,2})/i,
    judge: ({ secret }) =>
      Buffer.from(decodePercent(secret), 'base64').length === 32
        ? judgeDrawnToken(decodePercent(secret), 40)
        : undefined,
  },
  {
    type: 'presigned-url',
    near: ['x-amz-signature=', 'x-goog-signature='],
    shape: /x-(?:amz|goog)-signature=(?<secret>[0-9a-f]{64,600})/i,
    judge: ({ secret }) => judgeDrawnToken(secret, 64),
  },
  {
    type: 'presigned-url',
    vendor: 'AWS',
    near: ['awsaccesskeyid='],
    shape: /awsaccesskeyid=\w{12,30}&[\w=&%.:+/-]{0,200}?signature=(?<secret>[A-Za-z0-9%+/=]{24,60})/i,
    judge: ({ secret }) => judgeDrawnToken(decodePercent(secret), 20),
  },
  {
    // On a host of one's own: the path alone says it, and the 26 letters and digits of an id.
    // https://developers.mattermost.com/integrate/webhooks/incoming/
    type: 'mattermost-webhook-url',
    vendor: 'Mattermost',
    near: ['/hooks/'],
    shape:
      /\/hooks\/(?<secret>[a-z0-9]{26})(?![\w/.-])(?<=:\/\/[\w.:-]{1,200}(?:\/[\w.-]{1,60}){0,3}\/hooks\/\w{26})/,
    judge: ({ secret }) => (/\d/.test(secret) ? judgeDrawnToken(secret, 26) : undefined),
  },
];

/** `USERNAME:APP-PASSWORD`, `KEY:DOMAIN`: what documentation calls the parts of a URL. */
function isCapitalWords(text: string): boolean {
  return /^[A-Z]{2,20}\d?(?:[-_:.]{1,2}[A-Z]{2,20}\d?){0,8}$/.test(text) && !looksDrawn(text);
}

function decodePercent(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
