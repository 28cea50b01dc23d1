import type { Config } from './config.ts';

/** Where the web's own development server stands. */
const DEVELOPMENT = ['http://localhost:5173', 'http://127.0.0.1:5173'];

/** Pages at these origins may use a person's cookie. */
export function trustedOrigins({
  publicUrl,
  production,
}: Pick<Config, 'publicUrl' | 'production'>): string[] {
  return production ? [publicUrl] : [publicUrl, ...sameMachine(publicUrl), ...DEVELOPMENT];
}

/** `localhost` and `127.0.0.1` are one machine; in development people type either. */
function sameMachine(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  const other = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[url.hostname];
  if (!other) return [];
  url.hostname = other;
  return [url.origin];
}
