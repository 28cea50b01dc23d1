import type { KeptMail, Mailer } from './mail.ts';

/**
 * The development page that shows mail which went nowhere: `/mailbox` lists it, `/mailbox/<id>` opens one,
 * `/mailbox.json` is for programs. Null when the path is none of these or mail goes to a real server.
 */
export function answerMailbox(mailer: Mailer, pathname: string): Response | null {
  const kept = mailer.kept();
  if (kept === null) return null;
  if (pathname === '/mailbox') return page('Mailbox', list(kept));
  if (pathname === '/mailbox.json') return Response.json(kept, { headers: { 'cache-control': 'no-store' } });
  if (!pathname.startsWith('/mailbox/')) return null;
  const mail = kept.find(({ id }) => pathname === `/mailbox/${id}`);
  if (mail === undefined) return page('No such mail', '<p>It may have made room for newer mail.</p>', 404);
  return page(mail.subject, open(mail));
}

function list(kept: readonly KeptMail[]): string {
  if (kept.length === 0) return '<p>No mail yet. Whatever Belay would send appears here.</p>';
  const rows = kept.map(
    ({ id, to, subject, at }) =>
      `<li><a href="/mailbox/${id}">${escaped(subject)}</a><p>to ${escaped(to)}, ${time(at)}</p></li>`,
  );
  return `<p>Nothing was sent: without a mail server, mail stays here.</p><ul>${rows.join('')}</ul>`;
}

function open({ to, at, text, ics }: KeptMail): string {
  const invitation = ics === undefined ? '' : `<h2>Calendar</h2><pre>${escaped(ics)}</pre>`;
  return `<p>to ${escaped(to)}, ${time(at)}</p><pre>${linked(escaped(text))}</pre>${invitation}`;
}

function time(at: Date): string {
  return `<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function linked(safe: string): string {
  return safe.replace(/https?:\/\/[^\s<>"]+/g, (url) => `<a href="${url}">${url}</a>`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function page(title: string, body: string, status = 200): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} · Belay mailbox</title>
<style>${STYLE}</style>
<main><nav><a href="/mailbox">Mailbox</a> · <a href="/">Belay</a></nav><h1>${escaped(title)}</h1>${body}</main>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'",
      'cache-control': 'no-store',
    },
  });
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif }
main { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
ul { list-style: none; padding: 0 }
li { padding: .75rem 0; border-top: 1px solid #8884 }
li p { margin: 0; opacity: .75 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; padding: 1rem; border: 1px solid #8884; border-radius: .5rem }
`;
