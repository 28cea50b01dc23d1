import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { shortDay } from '../../ui/time.ts';
import classes from './Goal.module.css';

export const SeenApartFragment = graphql(`
  fragment SeenApart on Goal {
    id
    title
    divergence
    mentorship {
      id
      other {
        id
        name
      }
      nextMeeting {
        id
        state
        startsAt
      }
    }
    talkedAbout {
      id
      state
      meeting {
        id
      }
    }
  }
`);

const BringToMeeting = graphql(`
  mutation BringGoalToMeeting($input: AddAgendaItemInput!) {
    addAgendaItem(input: $input) {
      __typename
      ... on AddAgendaItemPayload {
        agendaItem {
          id
          title
          goal {
            id
            ...TalkedAbout
          }
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

/** From so many points on, two estimates are worth talking about. */
const APART = 20;

interface SeenApartProps {
  goal: FragmentType<typeof SeenApartFragment>;
  writable: boolean;
}

/** Two estimates far apart are no fault of anybody: they are the next thing to talk about. */
export function SeenApart({ goal: ref, writable }: SeenApartProps) {
  const { id: goalId, title, divergence, mentorship, talkedAbout } = readFragment(SeenApartFragment, ref);
  const bring = useWrite(BringToMeeting);
  const { nextMeeting, other } = mentorship;
  if (divergence == null || divergence < APART) return null;
  const isOnAgenda =
    bring.waiting ||
    talkedAbout.some(({ state, meeting }) => state === 'OPEN' && meeting.id === nextMeeting?.id);

  return (
    <div className={classes.apart}>
      <p>
        You and {calledName(other.name)} see this {divergence} points apart. That happens often, and neither
        of you has to be wrong: each sees something the other does not. It is worth ten minutes when you next
        meet.
      </p>
      {nextMeeting && isOnAgenda && (
        <p>
          It is on the agenda of your{' '}
          <Anchor component={Link} to={`/meetings/${nextMeeting.id}`} underline="always">
            meeting on {shortDay(nextMeeting.startsAt)}
          </Anchor>
          .
        </p>
      )}
      {writable && nextMeeting && !isOnAgenda && (
        <Button
          onClick={() =>
            void bring.send({ input: { meetingId: nextMeeting.id, goalId, title: whatWeSee(title) } })
          }
        >
          Bring it to the meeting on {shortDay(nextMeeting.startsAt)}
        </Button>
      )}
      {writable && !nextMeeting && (
        <p>
          <Anchor component={Link} to={`/mentorships/${mentorship.id}`} underline="always">
            Plan a meeting
          </Anchor>
          , and bring it there.
        </p>
      )}
      {bring.refusal && <Refused>{bring.refusal.message}</Refused>}
    </div>
  );
}

/** A title on an agenda has room for 160 characters. */
const whatWeSee = (title: string): string => `What each of us sees in “${title.slice(0, 120)}”`;
