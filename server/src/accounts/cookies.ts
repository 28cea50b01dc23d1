import { createHmac, timingSafeEqual } from 'node:crypto';

/** better-auth's prefix for all our cookies. */
export const COOKIE_PREFIX = 'belay';

/** Whether browsers reach us through TLS, so that cookies are `Secure`. */
export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https://');
}

/** The name better-auth gives the cookie too. */
export function cookieName(name: 'session_token' | 'sign_up', publicUrl: string): string {
  return `${isSecure(publicUrl) ? '__Secure-' : ''}${COOKIE_PREFIX}.${name}`;
}

/** A `Set-Cookie` value whose content nobody can make up without `secret`; better-auth reads it as its own. */
export function signedCookie(
  name: 'session_token' | 'sign_up',
  value: string,
  { publicUrl, authSecret, seconds }: { publicUrl: string; authSecret: string; seconds: number },
): string {
  const signed = encodeURIComponent(`${value}.${signature(value, authSecret).toString('base64')}`);
  const secure = isSecure(publicUrl) ? '; Secure' : '';
  return `${cookieName(name, publicUrl)}=${signed}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The signed content of the cookie; null when it is missing, malformed or not signed with `secret`. */
export function readSignedCookie(headers: Headers, name: string, secret: string): string | null {
  const raw = findCookie(headers.get('cookie') ?? '', name);
  if (raw === null) return null;
  const dot = raw.lastIndexOf('.');
  if (dot < 1) return null;
  const value = raw.slice(0, dot);
  const claimed = Buffer.from(raw.slice(dot + 1), 'base64');
  const expected = signature(value, secret);
  return claimed.length === expected.length && timingSafeEqual(claimed, expected) ? value : null;
}

function findCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, ...rest] = part.split('=');
    if (key?.trim() === name) return decode(rest.join('=').trim());
  }
  return null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function signature(value: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(value).digest();
}
