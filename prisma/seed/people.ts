import type { Person, Role } from '../generated/client/client.ts';
import { CASTINGS, type Casting } from './cast.ts';
import { emailOf } from './demoPeople.ts';
import { isOpen } from './mentorships.ts';
import type { Random } from './random.ts';
import type { Tale } from './tale.ts';
import { daysAfter } from './time.ts';
import { MENTEES, MENTORS, STAFF } from './words/people.ts';

export type Programmes = { open: string; residents: string };

/** Everybody of the story by their name in `words/people.ts`; further copies of the cast have other names. */
export function tellPeople(tale: Tale, programmes: Programmes, copy: number): Map<string, Person> {
  const { rows, random, now } = tale;
  const everybody = [...MENTORS, ...MENTEES, ...STAFF];
  const lastNames = everybody.map(([name = '']) => name.slice(name.indexOf(' ') + 1));
  const people = new Map<string, Person>();
  for (const [index, [name = '', zone = 'UTC', headline = '', about = '']] of everybody.entries()) {
    const joinedAt = daysAfter(now, -random.int(905, 930));
    const isNew = name === 'Theo Marchetti' || name === 'Noor Haddad';
    const createdAt = isNew ? daysAfter(now, -random.int(1, 3)) : joinedAt;
    const shown = copy === 0 ? name : renamed(name, lastNames, index + copy * 7);
    const person = rows.add('person', {
      id: random.id(createdAt),
      name: shown,
      email: emailOf(name, copy),
      emailVerified: true,
      image: null,
      zone,
      createdAt,
      updatedAt: createdAt,
    });
    people.set(name, person);
    rows.add('profile', {
      personId: person.id,
      headline,
      about,
      capacity: capacityOf(name, random),
      version: 1,
    });
    for (const [programmeId, roles] of rolesOf(name, programmes)) {
      rows.add('membership', { programmeId, personId: person.id, roles, joinedAt: createdAt });
    }
  }
  return people;
}

const renamed = (name: string, lastNames: string[], by: number) =>
  `${name.split(' ')[0]} ${lastNames[by % lastNames.length]}`;

const openCastings = (name: string) =>
  CASTINGS.filter(({ mentor, state }) => mentor === name && isOpen(state)).length;

/** What they promised to have room for: never less than what they hold. */
const capacityOf = (name: string, random: Random) => Math.max(2, openCastings(name) + random.int(0, 1));

function rolesOf(name: string, programmes: Programmes): [string, Role[]][] {
  if (STAFF.some(([staff]) => staff === name)) {
    return [programmes.open, programmes.residents].map((id) => [id, ['COORDINATOR']]);
  }
  const found = (['open', 'residents'] as const).flatMap((kind): [string, Role[]][] => {
    const here = CASTINGS.filter(({ forResidents }) => forResidents === (kind === 'residents'));
    const roles: Role[] = [];
    if (here.some(({ mentor }: Casting) => mentor === name)) roles.push('MENTOR');
    if (here.some(({ mentee }: Casting) => mentee === name)) roles.push('MENTEE');
    return roles.length > 0 ? [[programmes[kind], roles]] : [];
  });
  return found.length > 0 || name === 'Theo Marchetti' ? found : [[programmes.open, ['MENTEE']]];
}
