import { Button } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { PathLine } from '../../ui/PathLine.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Section } from '../../ui/Section.tsx';
import { calendarDay, shortDay } from '../../ui/time.ts';
import type { Flash } from '../../ui/useFlash.ts';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { EditStepPanel } from './EditStepPanel.tsx';
import { StepActions } from './StepActions.tsx';
import { StepForm, type StepWords } from './StepForm.tsx';
import { usePath } from './usePath.ts';
import { StepFragment } from './writes.ts';

export const GoalPathFragment = graphql(`
  fragment GoalPath on Goal {
    id
    title
    milestones {
      id
      ...Step
    }
  }
`);

interface GoalPathProps {
  goal: FragmentType<typeof GoalPathFragment>;
  writable: boolean;
  flash: Flash;
}

/** Which step is being changed, with what was written before it was refused. */
interface Open {
  id: string;
  version: number;
  words: StepWords;
  /** It was not taken: what is written now builds on the newest version, which stands on the path above. */
  refused?: boolean;
}

/** The climb: its steps from the foot to the summit. */
export function GoalPath({ goal: ref, writable, flash }: GoalPathProps) {
  const { id: goalId, title, milestones } = readFragment(GoalPathFragment, ref);
  const steps = milestones.map((step) => readFragment(StepFragment, step));
  const path = usePath();
  const kept = useKeptFocus<HTMLDivElement>();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const place = steps.findIndex(({ id }) => id === open?.id);
  const step = steps[place];
  const leave = () => setOpen(null);

  /** The form closes at once; a refusal opens it again with what was typed, over the newest version. */
  async function reword(from: Open, words: StepWords) {
    leave();
    const version = from.refused && step ? step.version : from.version;
    const done = await path.edit({ milestoneId: from.id, version, ...words });
    if (!done) setOpen({ ...from, words, refused: true });
    return true;
  }

  const button = (
    <Button variant="light" leftSection={<PlusIcon size={18} />} onClick={() => setAdding(true)}>
      Add a step
    </Button>
  );
  const canAdd = writable && !adding;
  return (
    <div {...kept}>
      <Section title="The path" card {...(canAdd && steps.length > 0 && { aside: button })}>
        {steps.length === 0 && !adding && (
          <EmptyState title="The first step is the one you can see" {...(canAdd && { action: button })}>
            What can be done in the next weeks? Three or four steps are plenty to begin with.
          </EmptyState>
        )}
        {adding && (
          <StepForm
            label="Next step"
            button="Add it"
            onSend={(words) => path.add({ goalId, ...words })}
            onLeave={() => setAdding(false)}
          />
        )}
        {steps.length > 0 && (
          <PathLine
            title={title}
            steps={steps.map(({ id, title, dueOn, reachedAt }) => ({
              id,
              title,
              reached: reachedAt != null,
              detail: reachedAt ? `Reached ${shortDay(reachedAt)}` : dueOn && `Until ${calendarDay(dueOn)}`,
              marked: flash.of(id)['data-flash'] !== undefined,
            }))}
            {...(writable && {
              render: ({ id, title, reached }) => {
                const { version = 1, dueOn = null } = steps.find((step) => step.id === id) ?? {};
                return (
                  <StepActions
                    title={title}
                    reached={reached}
                    onReach={() => void path.edit({ milestoneId: id, version, reached: !reached })}
                    onEdit={() => setOpen({ id, version, words: { title, dueOn } })}
                  />
                );
              },
            })}
          />
        )}
        {open && step && (
          <EditStepPanel
            key={`${open.id} ${open.words.title}`}
            words={open.words}
            isFirst={place === 0}
            isLast={place === steps.length - 1}
            onReword={(words) => reword(open, words)}
            onMove={(by) => {
              setOpen({ ...open, version: open.version + 1 });
              void path.edit({ milestoneId: open.id, version: step.version, position: place + by });
            }}
            onRemove={() => {
              leave();
              void path.remove({ milestoneId: open.id, version: step.version });
            }}
            onLeave={leave}
          />
        )}
        {path.refusal && <Refused>{path.refusal.message}</Refused>}
      </Section>
    </div>
  );
}
