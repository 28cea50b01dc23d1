import { ActionIcon, Button } from '@mantine/core';
import { PencilIcon } from '../../ui/icons.tsx';

interface StepActionsProps {
  title: string;
  reached: boolean;
  onReach: () => void;
  onEdit: () => void;
}

/** Beside a step: it is reached, or not yet after all, or it wants other words. */
export function StepActions({ title, reached, onReach, onEdit }: StepActionsProps) {
  return (
    <>
      <Button
        variant={reached ? 'subtle' : 'light'}
        aria-label={`${reached ? 'Not yet' : 'Reached'}: ${title}`}
        onClick={onReach}
      >
        {reached ? 'Not yet' : 'Reached'}
      </Button>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Change: ${title}`} onClick={onEdit}>
        <PencilIcon size={18} />
      </ActionIcon>
    </>
  );
}
