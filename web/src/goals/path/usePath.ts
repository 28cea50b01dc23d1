import type {
  AddMilestoneInput,
  EditMilestoneInput,
  RemoveMilestoneInput,
} from '../../platform/generated/graphql.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { AddStep, EditStep, RemoveStep } from './writes.ts';

/** What can be done with the steps of a goal, and why the last of it was not taken. */
export function usePath() {
  const add = useWrite(AddStep);
  const edit = useWrite(EditStep);
  const remove = useWrite(RemoveStep);

  /** A refusal stands until the next thing is tried, whatever it is. */
  function begin() {
    for (const write of [add, edit, remove]) write.forget();
  }

  return {
    add(input: AddMilestoneInput) {
      begin();
      return add.send({ input });
    },
    edit(input: EditMilestoneInput) {
      begin();
      return edit.send({ input });
    },
    remove(input: RemoveMilestoneInput) {
      begin();
      return remove.send({ input });
    },
    refusal: add.refusal ?? edit.refusal ?? remove.refusal,
  };
}
