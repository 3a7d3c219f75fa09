import { isIPv4 } from 'node:net';

/** `undefined` where the text is no URL of a server. The URL parser also reads `0x7f.1` and `2130706433` as 127.0.0.1. */
function hostOf(endpoint: string): string | undefined {
  // `127.0.0.1:8000` is how servers of models print where they listen.
  const url = endpoint.includes('://') ? endpoint : `http://${endpoint}`;
  if (!/^(?:https?|wss?):\/\//.test(url) || !URL.canParse(url)) return undefined;
  const { hostname, username, password } = new URL(url);
  return username === '' && password === '' && hostname !== '' ? hostname : undefined;
}

/** 127.0.0.0/8, `::1` and `localhost` (RFC 6761, section 6.3: it resolves to loopback). */
export function isLoopback(endpoint: string): boolean {
  const host = hostOf(endpoint);
  if (host === undefined) return false;
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}

/** Whether a network class, which is a name such as `bounded-to-10.0.0.5`, names the host of an endpoint. */
export function namesHost(networkClass: string, endpoint: string): boolean {
  const host = hostOf(endpoint)?.replace(/^\[|\]$/g, '');
  if (host === undefined) return false;
  const at = networkClass.indexOf(host);
  if (at < 0) return false;
  const around = [networkClass[at - 1] ?? ' ', networkClass[at + host.length] ?? ' '];
  return around.every((sign) => !/[A-Za-z0-9.]/.test(sign));
}
