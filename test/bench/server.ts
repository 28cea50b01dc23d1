/** Belay as it ships, but for the number of sockets one person may open: at a bench few people are many. */
import { createApp } from '@belay/server/app';
import { readConfig } from '@belay/server/config';

const sockets = 50_000;
const app = await createApp(readConfig(process.env), {
  socketLimits: { total: sockets, perPerson: sockets, strangersPerAddress: sockets },
});
console.log(`ready at ${app.url}`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
