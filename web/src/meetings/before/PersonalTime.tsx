import { Button } from '@mantine/core';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './before.module.css';

export const PersonalTimeFragment = graphql(`
  fragment PersonalTime on Meeting {
    id
    personalTime
    personalDroppedBy {
      id
      isViewer
    }
    mentorship {
      id
      other {
        id
        name
      }
    }
  }
`);

const DropPersonalTime = graphql(`
  mutation DropPersonalTime($input: DropPersonalTimeInput!) {
    dropPersonalTime(input: $input) {
      __typename
      ... on DropPersonalTimePayload {
        meeting {
          id
          ...PersonalTime
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

interface PersonalTimeProps {
  meeting: FragmentType<typeof PersonalTimeFragment>;
  flash: Flash;
}

/** Each meeting has time for the person, first or last; it goes when both can do without it. */
export function PersonalTime({ meeting: ref, flash }: PersonalTimeProps) {
  const {
    id: meetingId,
    personalTime,
    personalDroppedBy,
    mentorship,
  } = readFragment(PersonalTimeFragment, ref);
  const drop = useWrite(DropPersonalTime);
  const name = calledName(mentorship.other.name);
  const mine = personalDroppedBy.some(({ isViewer }) => isViewer);
  const theirs = personalDroppedBy.some(({ isViewer }) => !isViewer);
  return (
    <Section title="How are you?" card>
      <div {...flash.of('personal')}>
        <p className={classes.quiet}>
          {words({ mine, theirs, name, when: personalTime === 'FIRST' ? 'first' : 'last' })}
        </p>
        <Button
          variant="default"
          onClick={() => drop.send({ input: { meetingId, ...(mine && { undo: true }) } })}
        >
          {mine ? 'I would like it after all' : 'We can do without it this time'}
        </Button>
        {drop.refusal && <Refused>{drop.refusal.message}</Refused>}
      </div>
    </Section>
  );
}

interface Standing {
  mine: boolean;
  theirs: boolean;
  name: string;
  when: string;
}

function words({ mine, theirs, name, when }: Standing): string {
  if (mine && theirs) return 'You have both said that you can do without personal time in this meeting.';
  if (mine) return `It stays, ${when}, unless ${name} can do without it too.`;
  if (theirs) return `${name} could do without it this time. It comes ${when} unless you agree.`;
  return `A few minutes for the person come ${when}.`;
}
