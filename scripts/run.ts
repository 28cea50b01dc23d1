import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '..');

/** Starts a command of a package, given as its folder, with that package's own tools and our Node.js first. */
export function start(
  folder: string,
  command: string,
  args: string[],
  options: SpawnOptions = {},
): ChildProcess {
  const cwd = join(repository, folder);
  const path = [
    dirname(process.execPath),
    join(cwd, 'node_modules/.bin'),
    join(repository, 'node_modules/.bin'),
  ];
  return spawn(command, args, {
    stdio: 'inherit',
    ...options,
    cwd,
    env: { ...process.env, ...options.env, PATH: [...path, process.env.PATH].join(delimiter) },
    // On Windows the tools are batch files, which only a shell can start.
    shell: process.platform === 'win32',
  });
}

/** Runs a command to its end and gives what it printed, in the order it came. */
export async function run(
  folder: string,
  command: string,
  args: string[],
): Promise<{ ok: boolean; output: string }> {
  const child = start(folder, command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const code = await new Promise<number | null>((done) => {
    child.once('error', (error) => {
      output += error.message;
      done(null);
    });
    child.once('close', done);
  });
  return { ok: code === 0, output };
}
