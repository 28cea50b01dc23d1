import type { PrismaClient } from '../generated/client/client.ts';
import { CASTINGS, type Casting } from './cast.ts';
import { Events } from './events.ts';
import { tellInvitations } from './invitations.ts';
import { isOpen, tellMentorship } from './mentorships.ts';
import { type Programmes, tellPeople } from './people.ts';
import { Random } from './random.ts';
import { Rows } from './rows.ts';
import type { Tale } from './tale.ts';
import { daysAfter } from './time.ts';

export type SeedOptions = {
  now: Date;
  /** How many times the cast is told, each time with other names; 1 has some 60 people and 400 meetings. */
  scale?: number;
  /** The same seed at the same `now` gives the same data. */
  seed?: number;
  /** Called when another copy has been written. */
  onCopy?(copies: number): void;
};

/**
 * Fills an empty database with the sample story: one organization, two programmes, and a year of mentorships in every
 * state, with one meeting that is live at `now`. Each copy of the cast is one transaction, so memory stays constant and
 * a story that was broken off is not half there.
 */
export async function seedSampleStory(
  prisma: PrismaClient,
  { now, scale = 1, seed = 1, onCopy }: SeedOptions,
): Promise<void> {
  let programmes: Programmes | null = null;
  for (let copy = 0; copy < scale; copy += 1) {
    const rows = new Rows();
    const random = new Random(seed * 1_000_003 + copy);
    const tale: Tale = { rows, random, now, events: new Events(now) };
    programmes ??= await tellProgrammes(prisma, tale);
    tellCopy(tale, programmes, copy);
    tale.events.toRows(rows, random);
    await prisma.$transaction((tx) => rows.write(tx), { timeout: 120_000, maxWait: 30_000 });
    onCopy?.(copy + 1);
  }
}

/** The programme that is open to everybody is there once; the server may have made it already. */
async function tellProgrammes(prisma: PrismaClient, { rows, random, now }: Tale): Promise<Programmes> {
  const createdAt = daysAfter(now, -935);
  const organization = rows.add('organization', {
    id: random.id(createdAt),
    name: 'Limmat University Hospital',
    createdAt,
  });
  const add = (name: string, about: string, open: boolean) =>
    rows.add('programme', {
      id: random.id(createdAt),
      organizationId: organization.id,
      name,
      about,
      open,
      createdAt,
    }).id;
  const known = await prisma.programme.findFirst({ where: { open: true }, select: { id: true } });
  const residents = add(
    'Residents’ mentoring',
    'For everybody in specialist training: a mentor outside your own department, for a year and longer if you like.',
    false,
  );
  const open =
    known?.id ??
    add(
      'Open programme',
      'For anybody who finds somebody to learn from. No forms, no cohort, no end date.',
      true,
    );
  return { open, residents };
}

function tellCopy(tale: Tale, programmes: Programmes, copy: number): void {
  const people = tellPeople(tale, programmes, copy);
  const places = new Map<string, number>();
  const slots = new Map<string, number>();
  const take = (taken: Map<string, number>, name: string) => {
    const next = (taken.get(name) ?? 0) + 1;
    taken.set(name, next);
    return next;
  };
  const pairs = CASTINGS.map((casting) => {
    const [mentor, mentee] = [people.get(casting.mentor), people.get(casting.mentee)];
    if (!mentor || !mentee) throw new Error(`${casting.mentor} or ${casting.mentee} is not in the story`);
    return tellMentorship(tale, {
      mentor,
      mentee,
      programmeId: casting.forResidents ? programmes.residents : programmes.open,
      place: isOpen(casting.state) ? take(places, casting.mentor) : null,
      casting: copy === 0 ? casting : withoutLive(casting),
      slots: Array.from({ length: casting.active }, () => take(slots, casting.mentee)),
    });
  });
  tellInvitations(tale, { people, pairs, openProgramme: programmes.open, copy });
}

/** Only the first copy has a meeting that is live. */
const withoutLive = (casting: Casting): Casting =>
  casting.next === 'LIVE' ? { ...casting, next: 'SCHEDULED' } : casting;
