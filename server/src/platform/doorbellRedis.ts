import { Redis } from 'ioredis';
import type { Doorbell } from './doorbell.ts';
import { createRemoteDoorbell, type WireEvents } from './doorbellRemote.ts';
import type { Log } from './log.ts';

type Options = {
  url: string;
  /** Begins the name of the channel, so that several Belays can share one Redis. */
  prefix: string;
  log: Log;
};

const LONGEST_PAUSE = 5000;

/** Rings by PUBLISH and SUBSCRIBE. A connection that subscribes can do nothing else, so there are two. */
export function createRedisDoorbell({ url, prefix, log }: Options): Promise<Doorbell> {
  const channel = `${prefix}:doorbell`;
  return createRemoteDoorbell(log, (events) => connect(url, channel, log, events));
}

async function connect(url: string, channel: string, log: Log, events: WireEvents) {
  const options = {
    connectionName: channel,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times: number) => Math.min(50 * 2 ** times, LONGEST_PAUSE) * (0.5 + Math.random() / 2),
  };
  const publisher = new Redis(url, options);
  const subscriber = new Redis(url, { ...options, autoResubscribe: false });
  for (const client of [publisher, subscriber]) {
    client.on('error', (error) =>
      log.warn({ err: error }, 'The connection of the doorbell to Redis is away.'),
    );
  }
  const disconnect = async () => {
    subscriber.disconnect();
    publisher.disconnect();
  };
  try {
    await Promise.all([publisher.connect(), subscriber.connect()]);
    await subscriber.subscribe(channel);
  } catch (error) {
    await disconnect();
    throw error;
  }
  subscriber.on('message', (_channel, payload) => events.heard(payload));
  subscriber.on('ready', () => {
    subscriber.subscribe(channel).then(events.reconnected, () => subscriber.disconnect(true));
  });
  return {
    async send(payloads: readonly string[]) {
      await Promise.all(payloads.map((payload) => publisher.publish(channel, payload)));
    },
    close: disconnect,
  };
}
