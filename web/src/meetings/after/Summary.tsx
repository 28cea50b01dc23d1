import { Button, Group, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './after.module.css';

export const SummaryFragment = graphql(`
  fragment Summary on Meeting {
    id
    summary
    version
    summaryBy {
      id
      name
      isViewer
    }
  }
`);

const CorrectSummary = graphql(`
  mutation CorrectSummary($input: CorrectSummaryInput!) {
    correctSummary(input: $input) {
      __typename
      ... on CorrectSummaryPayload {
        meeting {
          id
          ...Summary
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ...Summary
        }
      }
      ... on MeetingNotInState {
        meeting {
          id
          state
        }
      }
    }
  }
`);

interface SummaryProps {
  meeting: FragmentType<typeof SummaryFragment>;
  flash: Flash;
}

interface Correction {
  text: string;
  /** Of the summary that is being corrected. */
  version: number;
}

/** It wrote itself from what was agreed; either corrects it, never over words they have not seen. */
export function Summary({ meeting: ref, flash }: SummaryProps) {
  const { id: meetingId, summary, version, summaryBy } = readFragment(SummaryFragment, ref);
  const [mine, setMine] = useState<Correction | null>(null);
  const correct = useWrite(CorrectSummary);
  const isOutdated = mine !== null && mine.version < version;

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!mine || isOutdated) return;
    setMine(null);
    const input = { meetingId, summary: mine.text, version: mine.version };
    if ((await correct.send({ input })) === null) setMine((newer) => newer ?? mine);
  };

  return (
    <Section title="Summary" card>
      <div {...flash.of('summary')}>
        {(mine === null || isOutdated) && <p className={classes.summary}>{summary || 'Nothing yet.'}</p>}
        {summaryBy && (
          <p className={classes.quiet}>
            Corrected by {summaryBy.isViewer ? 'you' : calledName(summaryBy.name)}.
          </p>
        )}
      </div>
      {mine === null && (
        <Button variant="default" onClick={() => setMine({ text: summary, version })}>
          Correct it
        </Button>
      )}
      {mine && (
        <form className={classes.form} onSubmit={save}>
          <Textarea
            label={isOutdated ? 'Your words' : 'How it should read'}
            autosize
            autoFocus
            minRows={6}
            maxLength={20_000}
            value={mine.text}
            onChange={(event) => setMine({ ...mine, text: event.currentTarget.value })}
          />
          {isOutdated && (
            <Refused>
              The other one has corrected it meanwhile: it now reads as above. What shall stay?
            </Refused>
          )}
          {/* Keys: a button that turned into the other one under the finger would save at once. */}
          <Group gap="xs">
            {isOutdated ? (
              <Button key="again" variant="default" onClick={() => setMine({ ...mine, version })}>
                Go on with my words
              </Button>
            ) : (
              <Button key="save" type="submit">
                Save
              </Button>
            )}
            <Button variant="subtle" onClick={() => setMine(null)}>
              {isOutdated ? 'Leave it as it is' : 'Not now'}
            </Button>
          </Group>
        </form>
      )}
      {correct.refusal && !isOutdated && <Refused>{correct.refusal.message}</Refused>}
    </Section>
  );
}
