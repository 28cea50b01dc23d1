import { useState } from 'react';
import { calledName } from '../../people/calledName.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Choice, Field } from '../../ui/Field.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { LineForm } from './LineForm.tsx';
import classes from './PromiseForm.module.css';
import { MakePromise } from './promiseWrites.ts';

interface PromiseFormProps {
  meetingId: string;
  viewerId: string;
  other: { id: string; name: string };
}

/** Who does what until when. */
export function PromiseForm({ meetingId, viewerId, other }: PromiseFormProps) {
  const [ownerId, setOwnerId] = useState(viewerId);
  const [dueOn, setDueOn] = useState('');
  const make = useWrite(MakePromise);

  const send = async (title: string) => {
    setDueOn('');
    const made = await make.send({ input: { meetingId, ownerId, title, ...(dueOn && { dueOn }) } });
    if (!made) setDueOn(dueOn);
    return made;
  };

  return (
    <>
      <LineForm
        name={`promise/${meetingId}`}
        label="What will be done"
        placeholder="What will be done"
        button="Promise"
        maxLength={300}
        onSend={send}
      >
        <div className={classes.more}>
          <Choice
            label="Who does it"
            value={ownerId}
            onChange={(event) => setOwnerId(event.currentTarget.value)}
          >
            <option value={viewerId}>You</option>
            <option value={other.id}>{calledName(other.name)}</option>
          </Choice>
          <Field
            type="date"
            label="Until when"
            hideLabel
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        </div>
      </LineForm>
      {make.refusal && <Refused>{make.refusal.message}</Refused>}
    </>
  );
}
