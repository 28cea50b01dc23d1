import type { GraphQLError } from 'graphql';

/** What a client asks for, as over HTTP. */
export type OperationRequest = {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
};

export type ClientMessage =
  | { type: 'connection_init'; payload?: Record<string, unknown> }
  | { type: 'ping'; payload?: Record<string, unknown> }
  | { type: 'pong' }
  | { type: 'subscribe'; id: string; payload: OperationRequest }
  | { type: 'complete'; id: string };

/** Why we close. graphql-ws's client comes back by itself after 1012 and 1013, and never after those of 44xx here. */
export const close = {
  restart: [1012, 'Restarting; please come back'],
  tryAgain: [1013, 'Please come back and resume'],
  badRequest: [4400, 'Invalid message received'],
  unauthorized: [4401, 'Unauthorized'],
  notAcceptable: [4406, 'Subprotocol not acceptable'],
  initTimeout: [4408, 'Connection initialisation timeout'],
  subscriberExists: [4409, 'Subscriber already exists'],
  tooManyInits: [4429, 'Too many initialisation requests'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;

export type CloseReason = (typeof close)[keyof typeof close];

const LONGEST_ID = 128;

/** Reads a message of `graphql-transport-ws`; null when it is none. */
export function readMessage(data: string): ClientMessage | null {
  const message = parseObject(data);
  if (!message) return null;
  const { type, id, payload } = message;
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      return payload === undefined || payload === null || isObject(payload)
        ? { type, payload: payload ?? undefined }
        : null;
    case 'subscribe':
      return isId(id) && isRequest(payload) ? { type, id, payload } : null;
    case 'complete':
      return isId(id) ? { type, id } : null;
    default:
      return null;
  }
}

/** A frame is this, a result as JSON, and a brace: so one serialisation serves many. */
export const nextFrameStart = (id: string) => `{"id":${JSON.stringify(id)},"type":"next","payload":`;
export const completeFrame = (id: string) => JSON.stringify({ id, type: 'complete' });
export const errorFrame = (id: string, payload: readonly GraphQLError[]) =>
  JSON.stringify({ id, type: 'error', payload });

function parseObject(data: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(data);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isRequest(value: unknown): value is OperationRequest {
  if (!isObject(value) || typeof value.query !== 'string') return false;
  const { operationName, variables, extensions } = value;
  return (
    (isAbsent(operationName) || typeof operationName === 'string') &&
    (isAbsent(variables) || isObject(variables)) &&
    (isAbsent(extensions) || isObject(extensions))
  );
}

const isAbsent = (value: unknown) => value === undefined || value === null;
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST_ID;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
