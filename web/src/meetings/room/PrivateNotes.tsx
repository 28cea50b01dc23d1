import { Button, Group, Textarea } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { LockIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import classes from './PrivateNotes.module.css';
import { usePrivateNote } from './usePrivateNote.ts';

export const PrivateNotesFragment = graphql(`
  fragment PrivateNotes on Meeting {
    id
    privateNote {
      id
      text
      version
    }
  }
`);

/** Notes that nobody else reads. */
export function PrivateNotes({ meeting: ref }: { meeting: FragmentType<typeof PrivateNotesFragment> }) {
  const meeting = readFragment(PrivateNotesFragment, ref);
  const { text, other, refusal, type, save, settle } = usePrivateNote(meeting);
  return (
    <details className={classes.notes}>
      <summary className={classes.summary}>
        <LockIcon size={18} /> Your own notes
      </summary>
      <Textarea
        aria-label="Your own notes"
        description="Only you can read them. They are saved as you type."
        value={text}
        minRows={4}
        maxRows={12}
        maxLength={20_000}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => save()}
      />
      {other !== undefined && (
        <div className={classes.both} role="alert">
          <p>You wrote here in another window, too. There it says:</p>
          <blockquote>{other}</blockquote>
          <Group gap="xs">
            <Button variant="default" onClick={() => settle(`${other}\n\n${text}`)}>
              Keep both
            </Button>
            <Button variant="subtle" onClick={() => settle(text)}>
              Keep this one
            </Button>
            <Button variant="subtle" onClick={() => settle(other)}>
              Keep the other
            </Button>
          </Group>
        </div>
      )}
      {refusal && <Refused>{refusal.message}</Refused>}
    </details>
  );
}
