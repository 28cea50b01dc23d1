// Loaded into every server that is measured, ours and others alike: says what it has used so far.
process.on('message', (asked) => {
  if (asked === 'memory') globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, rss, used: heapUsed + external });
});
// The channel alone must not keep a server alive.
process.channel?.unref();
