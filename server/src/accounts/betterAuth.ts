import type { PrismaClient } from '@belay/prisma/client';
import { passkey } from '@better-auth/passkey';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { uuidv7 } from 'uuidv7';
import type { Config } from '../platform/config.ts';
import type { Mail } from '../platform/mail.ts';
import { CALLER_HEADER } from './answers.ts';
import { COOKIE_PREFIX, isSecure } from './cookies.ts';
import { newPasswordMail, noAccountMail, signInMail } from './mails.ts';
import { SESSION_SECONDS } from './openSession.ts';
import { CODE_SECONDS, hashCode, PASSWORD_LENGTH } from './startSignUp.ts';

export interface BetterAuthParts {
  prisma: PrismaClient;
  config: Config;
  /** Hears of each session that ends. */
  endCredentials: (credentialIds: string[]) => void;
  /** Hears of the person when a session of theirs began or ended. */
  sessionsChanged: (personId: string) => Promise<void>;
  trustedOrigins: string[];
  /** Sends what `compose` makes, if anything, after the answer. */
  mailLater: (compose: () => Promise<Mail | null>) => void;
  onFault: (error: unknown) => void;
}

const SIGN_IN_CODE = '/email-otp/send-verification-otp';
const NEW_PASSWORD_CODE = '/email-otp/request-password-reset';

/** better-auth on our tables: sign-in by password, code and passkey, sign-out. Sign-up and limits are our own. */
export function createBetterAuth({
  prisma,
  config,
  endCredentials,
  sessionsChanged,
  trustedOrigins,
  mailLater,
  onFault,
}: BetterAuthParts) {
  async function composeIfUnknown(email: string): Promise<Mail | null> {
    const known = await prisma.person.findUnique({ where: { email }, select: { id: true } });
    return known === null ? noAccountMail(email, config.publicUrl) : null;
  }

  return betterAuth({
    appName: 'Belay',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.authSecret,
    trustedOrigins,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    // Its messages name addresses; what goes wrong inside comes through `onAPIError`.
    logger: { disabled: true },
    onAPIError: { onError: (error) => (isAPIError(error) ? undefined : onFault(error)) },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(config.publicUrl),
      ipAddress: { ipAddressHeaders: [CALLER_HEADER], ipv6Subnet: 128 },
      database: { generateId: () => uuidv7() },
    },
    user: {
      modelName: 'person',
      additionalFields: { zone: { type: 'string', required: false, input: false, defaultValue: 'UTC' } },
    },
    account: { modelName: 'credential' },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    databaseHooks: {
      session: {
        create: { after: ({ userId }) => sessionsChanged(userId) },
        delete: {
          async after({ id, userId }) {
            endCredentials([id]);
            await sessionsChanged(userId);
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        // The other kinds of code have doors of their own.
        if (path === SIGN_IN_CODE && body?.type !== 'sign-in')
          throw new APIError('BAD_REQUEST', { code: 'BAD_USER_INPUT', message: 'type: must be sign-in' });
      }),
      after: createAuthMiddleware(async ({ path, body, context: { returned } }) => {
        if (isAPIError(returned) || (path !== SIGN_IN_CODE && path !== NEW_PASSWORD_CODE)) return;
        mailLater(() => composeIfUnknown(String(body.email).toLowerCase()));
      }),
    },
    plugins: [
      emailOTP({
        disableSignUp: true,
        expiresIn: CODE_SECONDS,
        allowedAttempts: 3,
        storeOTP: { hash: async (code) => hashCode(code, config.authSecret) },
        async sendVerificationOTP({ email, otp, type }) {
          mailLater(async () => (type === 'sign-in' ? signInMail(email, otp) : newPasswordMail(email, otp)));
        },
      }),
      passkey({ rpName: 'Belay', rpID: new URL(config.publicUrl).hostname, origin: trustedOrigins }),
    ],
  });
}
