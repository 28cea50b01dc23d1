import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Fact } from '../platform/errors.ts';
import { meetingOutput } from './outputs.ts';

type Types = typeof builder.$inferSchemaTypes;
type InputBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;
type Common = ReturnType<typeof commonFields>;

const commonFields = (t: InputBuilder) => ({ meetingId: t.id({ required: true }), opId: t.string() });

type MeetingMutation<Fields extends InputFieldMap> = {
  description: string;
  /** Beyond `meetingId` and `opId`. */
  inputFields?: (t: InputBuilder) => Fields;
  facts: (new (...args: never[]) => Fact)[];
  run(context: Context, input: InputOf<Fields>): Promise<{ meetingId: string }>;
};

type InputOf<Fields extends InputFieldMap> = InputShapeFromFields<Fields & Common>;

/** A mutation of one meeting that answers with the meeting. */
export function meetingMutation<Fields extends InputFieldMap = Record<never, never>>(
  name: string,
  { description, inputFields, facts, run }: MeetingMutation<Fields>,
): void {
  builder.relayMutationField(
    name,
    { inputFields: (t) => ({ ...commonFields(t), ...inputFields?.(t) }) as Fields & Common },
    {
      description,
      errors: { types: facts },
      // TypeScript cannot look into arguments made from fields it does not know yet.
      resolve: (_root, args, context) => run(context, (args as unknown as { input: InputOf<Fields> }).input),
    },
    { outputFields: meetingOutput },
  );
}
