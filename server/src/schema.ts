/** The table of contents: every feature, in the order in which they may know each other. */
import './factTypes.ts';
import './accounts/schema.ts';
import './accounts/mutations.ts';
import './accounts/events.ts';
import './organizations/schema.ts';
import './people/schema.ts';
import './people/mutations.ts';
import './people/events.ts';
import './mentorships/schema.ts';
import './mentorships/events.ts';
import './goals/schema.ts';
import './goals/events.ts';
import './meetings/schema.ts';
import './meetings/people.schema.ts';
import './meetings/facts.schema.ts';
import './meetings/events.ts';
import './meetings/agenda.schema.ts';
import './meetings/agenda.mutations.ts';
import './feedback/schema.ts';
import './feedback/history.schema.ts';
import './feedback/live.schema.ts';
import './feedback/moments.schema.ts';
import './feedback/exchange.schema.ts';
import './feedback/events.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
