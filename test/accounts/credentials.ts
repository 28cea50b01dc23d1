import { Actor } from '../harness/actor.ts';
import type { Belay } from '../harness/belay.ts';
import type { Page } from '../harness/page.ts';

export const CREATE = `mutation($input: CreateTokenInput!) { createToken(input: $input) {
  __typename ... on TooMany { limit } ... on CreateTokenPayload { secret token { id name hint lastUsedAt revokedAt expiresAt } } } }`;
export const REVOKE = `mutation($input: RevokeTokenInput!) { revokeToken(input: $input) {
  ... on RevokeTokenPayload { token { id revokedAt } } } }`;
export const REVOKE_SESSION = `mutation($input: RevokeSessionInput!) { revokeSession(input: $input) {
  ... on RevokeSessionPayload { viewer { sessions { id } } } } }`;
export const SIGN_OUT = `mutation($input: SignOutEverywhereInput!) { signOutEverywhere(input: $input) {
  ... on SignOutEverywherePayload { ended } } }`;

export interface Token {
  id: string;
  name: string;
  hint: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  expiresAt: string;
}

/** Makes a personal token of whoever has the page. */
export async function makeToken(page: Page, input: object = {}): Promise<{ secret: string; token: Token }> {
  const { data } = await page.ask<{ createToken: { secret: string; token: Token } }>(CREATE, {
    input: { name: 'A program', days: 30, ...input },
  });
  if (!data) throw new Error('no token was made');
  return data.createToken;
}

/** A program that shows a token. */
export function program({ url }: Pick<Belay, 'url'>, token: string): Actor {
  return new Actor({ url, id: '', name: 'a program', email: '', token });
}

/** The code with which a mutation is refused. */
export async function refusal(actor: Actor, document: string, input: object) {
  return (await actor.ask(document, { input })).errors?.[0]?.extensions?.code;
}

/** Follows a person's own events over SSE; `ended` resolves with all that came. */
export async function followBySse({ url }: Pick<Belay, 'url'>, headers: Record<string, string>) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query: 'subscription { viewerEvents { __typename } }' }),
  });
  return { status: response.status, ended: response.text() };
}
