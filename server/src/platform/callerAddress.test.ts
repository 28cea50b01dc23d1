import { expect, it } from 'vitest';
import { callerAddress } from './callerAddress.ts';

it.each([
  ['nobody in front', null, 0, '192.0.2.9'],
  ['a forged header and nobody in front', '203.0.113.1', 0, '192.0.2.9'],
  ['one proxy', '203.0.113.1', 1, '203.0.113.1'],
  ['one proxy and a forged entry', '198.51.100.1, 203.0.113.1', 1, '203.0.113.1'],
  ['two proxies', '198.51.100.1, 203.0.113.1, 203.0.113.2', 2, '203.0.113.1'],
  ['a proxy that says nothing', null, 1, '192.0.2.9'],
  ['a proxy that says nonsense', 'unknown', 1, '192.0.2.9'],
])('finds the caller with %s', (_what, forwardedFor, ownProxies, caller) => {
  expect(callerAddress(forwardedFor, '192.0.2.9', ownProxies)).toBe(caller);
});
