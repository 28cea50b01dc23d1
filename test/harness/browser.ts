import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openSession } from '@belay/server/openSession';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Actor } from './actor.ts';
import type { Belay } from './belay.ts';

export type WindowOptions = { dark?: boolean; phone?: boolean; zone?: string };

/** Where the tests leave their pictures; not committed. */
const PICTURES = resolve(import.meta.dirname, '../artefacts');

/** The machine's own Chromium when it has one, else the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  const own = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  return chromium.launch({
    executablePath: own ?? (await sparticuz.executablePath()),
    // Not the package's own arguments: its single process mixes up the cookies of two windows.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    headless: true,
  });
}

/** A window of its own, signed in as this person; nobody when `actor` is null. */
export async function openWindow(
  browser: Browser,
  belay: Belay,
  actor: Actor | null,
  { dark = false, phone = false, zone = 'Europe/Zurich' }: WindowOptions = {},
): Promise<BrowserWindow> {
  const context = await browser.newContext({
    baseURL: belay.url,
    colorScheme: dark ? 'dark' : 'light',
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 860 },
    hasTouch: phone,
    isMobile: phone,
    locale: 'en-GB',
    timezoneId: zone,
  });
  if (actor) await signIn(context, belay, actor);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, context, problems };
}

export type BrowserWindow = {
  page: Page;
  context: BrowserContext;
  /** What the page complained about in its console. */
  problems: string[];
};

async function signIn(context: BrowserContext, belay: Belay, actor: Actor): Promise<void> {
  const { prisma, config } = belay.app.services;
  const caller = { address: '127.0.0.1', userAgent: 'Chromium' };
  const now = belay.clock.now();
  const setCookie = await openSession(prisma, config, { personId: actor.id, caller, now });
  const [name = '', value = ''] = (setCookie.split(';')[0] ?? '').split(/=(.*)/s);
  await context.addCookies([{ name, value, url: belay.url, httpOnly: true, sameSite: 'Lax' }]);
}

/** Keeps a picture of the whole page as a test artefact. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  // From its top: what stays in place while one scrolls would stand in the middle of the picture.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}
