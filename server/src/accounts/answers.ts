import type { z } from 'zod';
import { callerAddress } from '../platform/callerAddress.ts';
import type { Config } from '../platform/config.ts';
import type { Caller } from './openSession.ts';

export type Body = Record<string, unknown>;

/** Carries the caller's address to better-auth; always set by us, whatever the caller sent. */
export const CALLER_HEADER = 'x-belay-caller';

const BODY_BYTES = 16 * 1024;

/** Who calls: by the connection, or by our own proxies' word. */
export function callerOf(
  { headers }: Request,
  { trustedProxies }: Pick<Config, 'trustedProxies'>,
  connection: string,
): Caller {
  const address = callerAddress(headers.get('x-forwarded-for'), connection, trustedProxies);
  return { address, userAgent: headers.get('user-agent') };
}

/** The JSON object in the body, empty when there is no body; null when it is something else or over 16 kB. */
export async function readBody(request: Request): Promise<Body | null> {
  const text = await readText(request);
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text ?? '');
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null;
  } catch {
    return null;
  }
}

async function readText({ body }: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The request for better-auth, with the body as read and our word, not the caller's, for who calls. */
export function forward({ url, method, headers }: Request, body: Body, address: string): Request {
  const forwarded = new Headers(headers);
  forwarded.set(CALLER_HEADER, address);
  if (method === 'GET') return new Request(url, { method, headers: forwarded });
  forwarded.set('content-type', 'application/json');
  forwarded.delete('content-length');
  return new Request(url, { method, headers: forwarded, body: JSON.stringify(body) });
}

/** An answer in better-auth's own shape. */
export function refuse(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ code, message }, { status, headers });
}

export function refuseInput({ issues }: z.ZodError): Response {
  const message = issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return refuse(400, 'BAD_USER_INPUT', message);
}

export function tooMany(seconds: number): Response {
  const message = `Too many tries. Please wait ${seconds < 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`}.`;
  return refuse(429, 'RATE_LIMITED', message, { 'retry-after': String(seconds) });
}

/** The one answer to a code that does not fit, is too old, was used or tried too often. */
export function wrongCode(): Response {
  return refuse(400, 'INVALID_OTP', 'This code is wrong or too old. Ask for a new one.');
}

/** What better-auth says of codes; all but the first only when the address has an account. */
const CODE_REFUSALS = new Set(['INVALID_OTP', 'OTP_EXPIRED', 'TOO_MANY_ATTEMPTS', 'USER_NOT_FOUND']);

/** Gives better-auth's different refusals of a code the same words. */
export async function levelCodes(response: Response): Promise<Response> {
  if (response.status < 400) return response;
  const body: unknown = await response.clone().json();
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  return CODE_REFUSALS.has(code) ? wrongCode() : response;
}
