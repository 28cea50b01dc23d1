import { Button } from '@mantine/core';
import type { AdviceState, Side } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './Advice.module.css';
import { LineForm } from './LineForm.tsx';

export const AdviceRowFragment = graphql(`
  fragment AdviceRow on Advice {
    id
    text
    state
    version
  }
`);

export const AdviceListFragment = graphql(`
  fragment AdviceList on Meeting {
    id
    advice {
      id
      ...AdviceRow
    }
    mentorship {
      id
      mySide
    }
  }
`);

const GiveAdvice = graphql(`
  mutation GiveAdviceInRoom($input: GiveAdviceInput!) {
    giveAdvice(input: $input) {
      __typename
      ... on GiveAdvicePayload {
        advice {
          id
          ...AdviceRow
        }
        meeting {
          id
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

const MarkAdvice = graphql(`
  mutation MarkAdviceInRoom($input: MarkAdviceInput!) {
    markAdvice(input: $input) {
      __typename
      ... on MarkAdvicePayload {
        advice {
          id
          ...AdviceRow
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

const words: Record<AdviceState, string> = {
  OFFERED: 'Offered',
  CONSIDERING: 'Considering it',
  TAKEN: 'Taken',
  NOT_FOR_ME: 'Not for me',
};
const marks = ['CONSIDERING', 'TAKEN', 'NOT_FOR_ME'] as const;

interface AdviceListProps {
  meeting: FragmentType<typeof AdviceListFragment>;
  flash: Flash;
}

/** Advice is an option to consider: the mentor offers it, the mentee decides. */
export function AdviceList({ meeting: ref, flash }: AdviceListProps) {
  const { id: meetingId, advice, mentorship } = readFragment(AdviceListFragment, ref);
  const give = useWrite(GiveAdvice);
  const isMentor = mentorship.mySide === 'MENTOR';
  return (
    <>
      {advice.length === 0 && !isMentor && (
        <p className={classes.quiet}>What your mentor offers as an option stands here; you decide.</p>
      )}
      <ul className={classes.list}>
        {advice.map((one) => (
          <AdviceRow key={one.id} advice={one} mySide={mentorship.mySide} flash={flash} />
        ))}
      </ul>
      {isMentor && (
        <LineForm
          name={`advice/${meetingId}`}
          label="An option to consider"
          placeholder="An option to consider"
          button="Offer"
          maxLength={1000}
          onSend={(text) => give.send({ input: { meetingId, text } })}
        />
      )}
      {give.refusal && <Refused>{give.refusal.message}</Refused>}
    </>
  );
}

interface AdviceRowProps {
  advice: FragmentType<typeof AdviceRowFragment>;
  mySide: Side;
  flash: Flash;
}

/** One option; the mentee marks what becomes of it, during the meeting or long after. */
export function AdviceRow({ advice: ref, mySide, flash }: AdviceRowProps) {
  const { id: adviceId, text, state } = readFragment(AdviceRowFragment, ref);
  const mark = useWrite(MarkAdvice);
  return (
    <li className={classes.row} {...flash.of(adviceId)}>
      <p className={classes.text}>{text}</p>
      {mySide === 'MENTOR' && <span className={classes.state}>{words[state]}</span>}
      {mySide === 'MENTEE' && (
        <fieldset className={classes.marks} aria-label="What becomes of it">
          {marks.map((choice) => (
            <Button
              key={choice}
              size="compact-sm"
              className={classes.mark}
              variant={state === choice ? 'filled' : 'default'}
              aria-pressed={state === choice}
              onClick={() => mark.send({ input: { adviceId, state: state === choice ? 'OFFERED' : choice } })}
            >
              {words[choice]}
            </Button>
          ))}
        </fieldset>
      )}
      {mark.refusal && <Refused>{mark.refusal.message}</Refused>}
    </li>
  );
}
