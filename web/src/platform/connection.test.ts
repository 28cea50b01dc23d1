import { expect, test } from 'vitest';
import { createConnection } from './connection.ts';

/** A connection whose questions the test answers; pauses are remembered and over at once. */
function connectionTo(answers: boolean[]) {
  const pauses: number[] = [];
  const connection = createConnection({
    ask: async () => answers.shift() ?? Promise.reject(new TypeError('Failed to fetch')),
    pause: (attempt) => {
      pauses.push(attempt);
      return 0;
    },
  });
  const back = new Promise<void>((resolve) => {
    connection.subscribe(() => connection.online() && resolve());
  });
  return { connection, pauses, back };
}

test('a server that is away is asked, with growing pauses, until it is back', async () => {
  const { connection, pauses, back } = connectionTo([false, false, true]);
  connection.report(false);
  expect(connection.online()).toBe(false);
  await back;
  expect(pauses).toEqual([0, 1, 2]);
});

test('the same news twice is no news', () => {
  const { connection } = connectionTo([]);
  let news = 0;
  connection.subscribe(() => {
    news += 1;
  });
  connection.report(true);
  connection.report(false);
  connection.report(false);
  connection.close();
  expect(news).toBe(1);
});

test('the device may say that now is the time to look', async () => {
  const connection = createConnection({ ask: async () => true, pause: () => 2 ** 30 });
  const back = new Promise<void>((resolve) => {
    connection.subscribe(() => connection.online() && resolve());
  });
  connection.report(false);
  connection.look();
  await back;
  connection.close();
});
