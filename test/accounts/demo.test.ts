import { demoEmails } from '@belay/prisma/seed/demoPeople';
import { afterEach, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { Page } from '../harness/page.ts';

describe('one-click sign-in', () => {
  let belay: Belay;
  afterEach(() => belay.close());

  it('makes a visitor of a demonstration one of its people', async () => {
    belay = await startBelay({ demo: true });
    const sample = await belay.person({ email: demoEmails[0], name: 'Ruth Amsel' });
    await belay.person();
    const { people } = await (await fetch(`${belay.url}/api/demo/people`)).json();
    expect(people).toEqual([{ id: sample.id, name: 'Ruth Amsel', initials: 'RA', headline: '' }]);

    const page = new Page(belay);
    expect((await page.post('/api/demo/sign-in', { personId: sample.id })).status).toBe(200);
    expect(await page.ask('{ viewer { email credential { kind } } }')).toEqual({
      data: { viewer: { email: sample.email, credential: { kind: 'SESSION' } } },
    });
  });

  it('is not there otherwise', async () => {
    belay = await startBelay({ demo: false });
    const sample = await belay.person({ email: demoEmails[0] });
    expect(await (await fetch(`${belay.url}/api/demo/people`)).json()).toEqual({ people: [] });
    const page = new Page(belay);
    expect((await page.post('/api/demo/sign-in', { personId: sample.id })).status).toBe(404);
    expect(await belay.app.services.prisma.session.count()).toBe(0);
  });
});
