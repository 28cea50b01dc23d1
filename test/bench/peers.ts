import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCES = join(import.meta.dirname, 'peers');

/** Where the peers live: with packages of their own, outside the workspace and its lockfile. */
export const PEERS = resolve(import.meta.dirname, '../../node_modules/.cache/belay-bench');

/** Installs those we measure ourselves against, unless they are there. */
export function installPeers(): void {
  const wanted = readFileSync(join(SOURCES, 'package.json'), 'utf8');
  const installed = join(PEERS, 'node_modules/.installed.json');
  const known = existsSync(installed) && readFileSync(installed, 'utf8') === wanted;
  cpSync(SOURCES, PEERS, { recursive: true });
  if (known) return;
  console.log('Installing the peers …');
  execFileSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'],
    {
      cwd: PEERS,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  cpSync(join(PEERS, 'package.json'), installed);
}
