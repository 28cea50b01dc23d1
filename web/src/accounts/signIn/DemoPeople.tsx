import { useEffect, useState } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Section } from '../../ui/Section.tsx';
import { type DemoPerson, demoPeople, post } from '../api.ts';
import classes from './DemoPeople.module.css';

/** In a demonstration, one click is enough to be one of a few sample people. */
export function DemoPeople({ onDone }: { onDone: () => void }) {
  const [people, setPeople] = useState<DemoPerson[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => void demoPeople().then(setPeople), []);
  if (people.length === 0) return null;

  async function become(personId: string) {
    const answer = await post('/api/demo/sign-in', { personId });
    if (answer.ok) onDone();
    else setRefusal(answer.message);
  }

  return (
    <Section
      title="Look around as one of them"
      hint="Sample people with a sample story. Open a second, private window for the other side."
    >
      <ul className={classes.people}>
        {people.map(({ id, name, initials, headline }) => (
          <li key={id}>
            <button type="button" className={classes.person} onClick={() => void become(id)}>
              <Avatar initials={initials} size={44} />
              <span className={classes.words}>
                <span className={classes.name}>{name}</span>
                <span className={classes.headline}>{headline}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {refusal && <Refused>{refusal}</Refused>}
    </Section>
  );
}
