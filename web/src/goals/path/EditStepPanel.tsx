import { Button } from '@mantine/core';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import classes from './GoalPath.module.css';
import { StepForm, type StepWords } from './StepForm.tsx';

interface EditStepPanelProps {
  words: StepWords;
  isFirst: boolean;
  isLast: boolean;
  onReword: (words: StepWords) => Promise<unknown>;
  /** By one place, towards the summit or the foot. */
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onLeave: () => void;
}

/** Rewords a step, gives it a day, moves it, or takes it off the path. */
export function EditStepPanel(props: EditStepPanelProps) {
  const { words, isFirst, isLast, onReword, onMove, onRemove, onLeave } = props;
  return (
    <div className={classes.editing}>
      <StepForm label="Step" button="Keep" initial={words} onSend={onReword} onLeave={onLeave} />
      <div className={classes.moves}>
        <Button variant="default" disabled={isLast} onClick={() => onMove(1)}>
          Move up
        </Button>
        <Button variant="default" disabled={isFirst} onClick={() => onMove(-1)}>
          Move down
        </Button>
        <ConfirmButton
          question="Take this step off the path?"
          confirm="Take it off"
          danger
          onConfirm={onRemove}
        >
          Take it off
        </ConfirmButton>
      </div>
    </div>
  );
}
