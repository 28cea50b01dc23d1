import { type Context, requireViewer } from '../context.ts';
import { forbidden } from '../platform/errors.ts';
import type { Viewer } from './viewer.ts';

/** Sessions, tokens and passkeys are their owner's alone. */
export function isOwn({ viewer }: Context, personId: string): boolean {
  return viewer?.personId === personId;
}

/**
 * What opens further doors takes a person who signed in: a token that leaked must not make more tokens, nor lock its
 * owner out.
 * @throws FORBIDDEN to tokens
 */
export function requireSession(context: Context): Viewer {
  const viewer = requireViewer(context);
  if (viewer.credential.kind !== 'session') throw forbidden('A token cannot do this. Please sign in.');
  return viewer;
}
