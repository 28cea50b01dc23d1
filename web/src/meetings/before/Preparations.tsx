import { Badge, Button, Textarea } from '@mantine/core';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useAutosave } from '../../platform/useAutosave.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './before.module.css';

export const PreparationsFragment = graphql(`
  fragment Preparations on Meeting {
    id
    preparations {
      words
      readyAt
      version
      person {
        id
        name
        isViewer
      }
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

const Prepare = graphql(`
  mutation Prepare($input: PrepareInput!) {
    prepare(input: $input) {
      __typename
      ... on PreparePayload {
        meeting {
          id
          ...Preparations
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

interface PreparationsProps {
  meeting: FragmentType<typeof PreparationsFragment>;
  flash: Flash;
}

/** What each has prepared, and whether they are ready: seen by both. */
export function Preparations({ meeting: ref, flash }: PreparationsProps) {
  const { id: meetingId, preparations, mentorship } = readFragment(PreparationsFragment, ref);
  const mine = preparations.find(({ person }) => person.isViewer);
  const theirs = preparations.find(({ person }) => !person.isViewer);
  const name = calledName(mentorship.other.name);
  const prepare = useWrite(Prepare);
  const ready = useWrite(Prepare);
  const words = useAutosave({
    saved: mine?.words ?? '',
    save: async (text) => ((await prepare.send({ input: { meetingId, words: text } })) ? 0 : null),
  });
  const isReady = Boolean(mine?.readyAt);
  const refusal = prepare.refusal ?? ready.refusal;

  return (
    <Section title="Preparation" card hint="You both see it.">
      <div className={classes.person}>
        <div className={classes.head}>
          <h3 className={classes.name}>You</h3>
          <Readiness ready={isReady} />
        </div>
        <Textarea
          aria-label="How you prepared"
          placeholder="What have you read, tried or thought about since last time?"
          autosize
          minRows={2}
          maxLength={2000}
          value={words.value}
          onChange={(event) => words.change(event.currentTarget.value)}
        />
        <div>
          <Button
            variant={isReady ? 'subtle' : 'light'}
            onClick={() => ready.send({ input: { meetingId, ready: !isReady } })}
          >
            {isReady ? 'I am not ready after all' : 'I am ready'}
          </Button>
        </div>
        {refusal && <Refused>{refusal.message}</Refused>}
      </div>
      <div className={classes.person} {...flash.of('preparation')}>
        <div className={classes.head}>
          <h3 className={classes.name}>{name}</h3>
          <Readiness ready={Boolean(theirs?.readyAt)} />
        </div>
        {theirs?.words ? (
          <p className={classes.detail}>{theirs.words}</p>
        ) : (
          <p className={classes.where}>Has not written anything yet.</p>
        )}
      </div>
    </Section>
  );
}

function Readiness({ ready }: { ready: boolean }) {
  if (!ready) return <span className={classes.by}>Not ready yet</span>;
  return (
    <Badge variant="light" leftSection={<CheckIcon size={14} />}>
      Ready
    </Badge>
  );
}
