import { GraphQLError } from 'graphql';

type Scalar<Value> = {
  description: string;
  serialize(value: Value): string;
  parseValue(value: unknown): Value;
};

/** What is needed of the builder; spelled out so that this file does not import it back. */
type ScalarBuilder = {
  scalarType(name: 'DateTime', options: Scalar<Date>): unknown;
  scalarType(name: 'Date', options: Scalar<Date>): unknown;
  scalarType(name: 'Bytes', options: Scalar<Uint8Array<ArrayBuffer>>): unknown;
};

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/i;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function addScalars(builder: ScalarBuilder): void {
  builder.scalarType('DateTime', {
    description: 'ISO 8601 with zone, UTC on the way out: `2026-11-22T10:15:00.000Z`.',
    serialize: (value) => value.toISOString(),
    parseValue: (value) => parseDateTime(text(value)),
  });
  builder.scalarType('Date', {
    description: 'A calendar day without a zone: `2026-11-22`.',
    serialize: (value) => value.toISOString().slice(0, 10),
    parseValue: (value) => parseDate(text(value)),
  });
  builder.scalarType('Bytes', {
    description: 'Bytes as standard base64.',
    serialize: (value) => Buffer.from(value).toString('base64'),
    parseValue: (value) => parseBytes(text(value)),
  });
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw wrong('Write it as a string.');
}

function parseDateTime(value: string): Date {
  const date = new Date(value);
  if (!DATE_TIME.test(value) || Number.isNaN(date.getTime())) {
    throw wrong('Not a moment in ISO 8601 with a zone, such as 2026-11-22T10:15:00Z.');
  }
  if (!isRealDay(value.slice(0, 10))) throw wrong('There is no such day.');
  return date;
}

function parseDate(value: string): Date {
  if (!DATE.test(value)) throw wrong('Not a day, such as 2026-11-22.');
  if (!isRealDay(value)) throw wrong('There is no such day.');
  return new Date(`${value}T00:00:00Z`);
}

/** JavaScript turns 30 February into 2 March; a calendar does not. Years from 1900 on. */
function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= '1900';
}

function parseBytes(value: string): Uint8Array<ArrayBuffer> {
  if (!BASE64.test(value)) throw wrong('Not standard base64.');
  return new Uint8Array(Buffer.from(value, 'base64'));
}

const wrong = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
