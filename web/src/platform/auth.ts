import { passkeyClient } from '@better-auth/passkey/client';
import { createAuthClient } from 'better-auth/client';
import { emailOTPClient } from 'better-auth/client/plugins';

/**
 * Sign up, sign in, codes and passkeys, under `/api/auth`. Heavy: import it only from pages that need it.
 * After a sign-in load the whole page anew (`location.assign`), so that nothing of an earlier person stays.
 */
export const auth = createAuthClient({
  baseURL: location.origin,
  plugins: [emailOTPClient(), passkeyClient()],
});
