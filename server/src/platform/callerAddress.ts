import { isIP } from 'node:net';

/**
 * Where a request comes from. Anybody can write `X-Forwarded-For`, so only as many of its entries count, from the
 * right, as there are proxies of our own in front; with none, the connection says it all.
 */
export function callerAddress(forwardedFor: string | null, connection: string, ownProxies: number): string {
  const hops = [...(forwardedFor ?? '').split(',').map((hop) => hop.trim()), connection];
  const caller = hops.at(-1 - ownProxies) ?? '';
  return isIP(caller) > 0 ? caller : connection;
}
