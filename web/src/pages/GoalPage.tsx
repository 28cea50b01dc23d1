import { Anchor, Skeleton, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { EstimateChart } from '../goals/estimates/EstimateChart.tsx';
import { EstimateForm } from '../goals/estimates/EstimateForm.tsx';
import { EstimateWords } from '../goals/estimates/EstimateWords.tsx';
import { GoalPath } from '../goals/path/GoalPath.tsx';
import { GoalMoves } from '../goals/states/GoalMoves.tsx';
import { StateBadge } from '../goals/states/StateBadge.tsx';
import { GoalWords } from '../goals/words/GoalWords.tsx';
import { SeenApart } from '../meetings/goal/SeenApart.tsx';
import { TalkedAbout } from '../meetings/goal/TalkedAbout.tsx';
import { calledName } from '../people/calledName.ts';
import { usePage } from '../platform/usePage.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import { shortDay } from '../ui/time.ts';
import classes from './goal/Goal.module.css';
import { GoalQuery } from './goal/GoalQuery.ts';
import { useFollowGoal } from './goal/useFollowGoal.ts';

/** A goal, and the path to it. */
export function GoalPage() {
  const { id = '' } = useParams();
  const { data, fresh, refresh } = usePage(GoalQuery, { id });
  const goal = data?.goal;
  const flash = useFollowGoal({
    goalId: id,
    mentorshipId: goal?.mentorship.id ?? '',
    seq: fresh ? goal?.mentorship.seq : undefined,
    refresh,
  });
  if (!goal) return <Waiting />;

  const { title, state, mentorship } = goal;
  const { other, mySide } = mentorship;
  const open = state === 'IDEA' || state === 'ACTIVE' || state === 'PARKED';
  const canWrite = mentorship.state === 'ACTIVE';
  const writable = canWrite && open;
  const mine = mySide === 'MENTEE' ? goal.menteeEstimate : goal.mentorEstimate;
  const hasEstimates = goal.menteeEstimate !== null || goal.mentorEstimate !== null;
  return (
    <div className={classes.column}>
      <PageTitle
        over={
          <Anchor component={Link} to={`/mentorships/${mentorship.id}`}>
            You and {other.name}
          </Anchor>
        }
      >
        {title}
      </PageTitle>
      <div className={classes.state} {...flash.of(`${id} state`)}>
        <StateBadge state={state} />
        <span className={classes.since}>{stateWords(goal)}</span>
        {canWrite && <GoalMoves goalId={id} title={title} state={state} />}
      </div>
      <GoalWords goal={goal} writable={writable} other={calledName(other.name)} flash={flash} />
      <GoalPath goal={goal} writable={writable} flash={flash} />
      <Section title="How far it has come" card>
        <div {...flash.of(`${id} estimates`)}>
          {hasEstimates ? (
            <EstimateChart goal={goal} height={220} />
          ) : (
            <p className={classes.nothing}>
              {state === 'ACTIVE'
                ? 'Nobody has said yet. Say where you see it, and a word on why; the other does the same.'
                : 'Once you begin, each of you can say how far it has come, and you watch the two lines.'}
            </p>
          )}
        </div>
        <SeenApart goal={goal} writable={writable} />
        {writable && state === 'ACTIVE' && <EstimateForm goalId={id} now={mine?.value ?? null} />}
        <EstimateWords goal={goal} />
      </Section>
      <TalkedAbout goal={goal} flash={flash} />
    </div>
  );
}

function stateWords(goal: {
  state: string;
  retiredReason?: string | null;
  achievedAt?: string | null;
}): string {
  if (goal.state === 'RETIRED') return goal.retiredReason ?? '';
  return goal.achievedAt ? shortDay(goal.achievedAt) : '';
}

function Waiting() {
  return (
    <Stack gap="lg" aria-busy="true" className={classes.column}>
      <Skeleton height={72} width="70%" />
      <Skeleton height={200} />
      <Skeleton height={360} />
      <Skeleton height={360} />
    </Stack>
  );
}
