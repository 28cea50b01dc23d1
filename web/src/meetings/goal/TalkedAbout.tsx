import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { AgendaState } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import { shortDay } from '../../ui/time.ts';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './Goal.module.css';

export const TalkedAboutFragment = graphql(`
  fragment TalkedAbout on Goal {
    id
    talkedAbout {
      id
      title
      detail
      state
      meeting {
        id
        startsAt
      }
    }
  }
`);

const became: Record<AgendaState, string> = {
  OPEN: 'on the agenda',
  DISCUSSED: 'talked about',
  CARRIED: 'left for the next meeting',
  DROPPED: 'not needed any more',
};

interface TalkedAboutProps {
  goal: FragmentType<typeof TalkedAboutFragment>;
  flash: Flash;
}

/** What the two have said about a goal, meeting by meeting. */
export function TalkedAbout({ goal, flash }: TalkedAboutProps) {
  const { talkedAbout } = readFragment(TalkedAboutFragment, goal);
  return (
    <Section title="What was said about it" card>
      {talkedAbout.length === 0 && (
        <p className={classes.nothing}>
          When this goal comes up on the agenda of a meeting, the way back to it stands here.
        </p>
      )}
      <ul className={classes.list}>
        {talkedAbout.map(({ id, title, detail, state, meeting }) => (
          <li key={id} {...flash.of(id)}>
            <Anchor component={Link} to={`/meetings/${meeting.id}`}>
              {title}
            </Anchor>
            <span className={classes.when}>
              {shortDay(meeting.startsAt)}, {became[state]}
            </span>
            {detail !== '' && <p className={classes.detail}>{detail}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
